//: expect {"outcome":"error","error":{"errorType":"TypeError","errorMessage":"no kite","trace":["TypeError: no kite","    at find (/var/task/index.js:5:9)","    at exports.handler (/var/task/index.js:8:3)"]},"logs":["~ERROR\tInvoke Error \t{\"errorType\":\"TypeError\""]}
//: expect {"outcome":"error","coldStart":false}

function find() {
  throw new TypeError('no kite');
}
exports.handler = function () {
  find();
};
