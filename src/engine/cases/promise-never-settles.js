//: expect {"outcome":"error","error":{"errorType":"Runtime.NodeJsExit"}}
//: expect {"outcome":"error","coldStart":true}
exports.handler = async () => { await new Promise(() => {}); };
