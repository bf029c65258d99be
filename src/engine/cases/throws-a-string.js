//: expect {"outcome":"error","error":{"errorType":"string","errorMessage":"plain","trace":[]}}
//: expect {"outcome":"error","coldStart":false}
exports.handler = () => { throw 'plain'; };
