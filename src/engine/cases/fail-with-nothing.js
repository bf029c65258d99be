//: expect {"outcome":"error","error":{"errorType":"string","errorMessage":"handled"}}
exports.handler = (event, context) => context.fail();
