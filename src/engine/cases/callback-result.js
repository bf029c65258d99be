//: expect {"outcome":"success","result":{"n":1},"coldStart":true,"initMs":"*"}
//: expect {"outcome":"success","result":{"n":2},"coldStart":false}
//: expect {"outcome":"success","result":{"n":3},"coldStart":false}
let n = 0;
exports.handler = function (event, context, callback) {
  n += 1;
  callback(null, { n });
};
