//: expect {"outcome":"error","error":{"errorType":"Runtime.ExitError","errorMessage":"~Error: Runtime exited with error: exit status 7"}}
//: expect {"outcome":"error","coldStart":true}
exports.handler = async () => { try { process.exit(7); } finally { console.log('no'); } };
