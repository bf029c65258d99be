//: expect {"outcome":"error","error":{"errorType":"Runtime.UserCodeSyntaxError","errorMessage":"SyntaxError: Unexpected end of input"}}
exports.handler = function () {
  if (true) {
};
