//: expect {"outcome":"error","error":{"errorType":"RangeError","errorMessage":"Maximum call stack size exceeded"}}
//: expect {"outcome":"error","coldStart":false}
exports.handler = function dive() { return dive(); };
