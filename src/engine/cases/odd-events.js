//: document {"invocations":[{"event":null},{"event":1e400},{"event":"\ud800"},{"event":[[1,2],{"__proto__":{"x":1}}]}]}
//: expect {"result":"null"}
//: expect {"result":"Infinity"}
//: expect {"result":"string 1"}
//: expect {"result":"object false"}
exports.handler = async (event) => {
  if (event === null || typeof event === 'number') return String(event);
  return typeof event === 'string' ? `string ${event.length}` : `${typeof event} ${event[1].x === 1}`;
};
