//: expect {"outcome":"timeout"}
//: expect {"outcome":"success","result":["undefined",false],"coldStart":true}
exports.handler = async () => {
  const seen = [typeof globalThis.mark, Array.prototype.mark === true];
  globalThis.mark = 1;
  Array.prototype.mark = true;
  if (Date.now() < 1482494401000) while (true) {}
  return seen;
};
