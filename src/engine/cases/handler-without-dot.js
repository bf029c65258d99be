//: document {"handler":"handler","invocations":[{"event":1}]}
//: expect {"outcome":"error","error":{"errorType":"Runtime.MalformedHandlerName","errorMessage":"Bad handler"}}
exports.handler = () => 1;
