//: expect {"outcome":"error","error":{"errorType":"object","errorMessage":"[object Object]","trace":[]}}
exports.handler = () => { throw { code: 7 }; };
