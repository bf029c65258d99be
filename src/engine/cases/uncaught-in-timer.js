//: expect {"outcome":"error","error":{"errorType":"Error","errorMessage":"late"}}
//: expect {"outcome":"error","coldStart":true}
exports.handler = (event, context, callback) => { setTimeout(() => { throw new Error('late'); }, 10); };
