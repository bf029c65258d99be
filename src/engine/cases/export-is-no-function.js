//: expect {"outcome":"error","error":{"errorType":"Runtime.HandlerNotFound","errorMessage":"index.handler is not a function"}}
exports.handler = 7;
