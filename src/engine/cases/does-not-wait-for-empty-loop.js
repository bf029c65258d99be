//: expect {"outcome":"success","result":1,"logs":["~issues/137"]}
//: expect {"outcome":"success","result":2,"logs":["~left over"]}
let calls = 0;
exports.handler = (event, context, callback) => {
  calls += 1;
  context.callbackWaitsForEmptyEventLoop = calls > 1;
  if (calls === 1) setTimeout(() => console.log('left over'), 200);
  callback(null, calls);
};
