//: expect {"outcome":"error","error":{"errorType":"number","errorMessage":"0","trace":[]}}
exports.handler = (event, context, callback) => callback(0, 'fine');
