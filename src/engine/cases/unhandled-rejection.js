//: expect {"outcome":"error","error":{"errorType":"Runtime.UnhandledPromiseRejection","errorMessage":"Error: boom"}}
//: expect {"outcome":"error","coldStart":true}
exports.handler = (event, context, callback) => { Promise.reject(new Error('boom')); };
