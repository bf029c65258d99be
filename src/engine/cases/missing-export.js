//: document {"handler":"index.myHandler","invocations":[{"event":1}]}
//: expect {"outcome":"error","error":{"errorType":"Runtime.HandlerNotFound","errorMessage":"index.myHandler is undefined or not exported"}}
exports.handler = () => 1;
