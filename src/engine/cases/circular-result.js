//: expect {"outcome":"error","error":{"errorMessage":"Unable to stringify response body"},"coldStart":true}
//: expect {"outcome":"error","coldStart":false}
exports.handler = async () => { const me = {}; me.me = me; return me; };
