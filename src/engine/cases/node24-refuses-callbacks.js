//: document {"settings":{"runtime":"nodejs24.x"},"invocations":[{"request":{}}]}
//: expect {"outcome":"error","error":{"errorType":"Runtime.CallbackHandlerDeprecated"},"http":{"statusCode":502}}
exports.handler = (event, context, callback) => callback(null, 1);
