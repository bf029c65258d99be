//: expect {"outcome":"error","error":{"errorType":"Runtime.NodeJsExit"}}
//: expect {"outcome":"error","coldStart":false}
exports.handler = async () => { await new Promise(() => {}); };
