//: expect {"outcome":"error","coldStart":true,"error":{"errorType":"Runtime.UserCodeSyntaxError","errorMessage":"~SyntaxError: ","trace":["*","    at /var/task/index.js:4:10"]},"billedMs":0}
exports.handler = function () {
  return 1;
}; const = 2;
