//: expect {"outcome":"error","error":{"errorType":"Error","errorMessage":"at load","trace":["Error: at load","    at Object.<anonymous> (/var/task/index.js:4:7)"]},"logs":["~\tundefined\tINFO\tloading","~\tundefined\tERROR\tUncaught Exception \t"],"coldStart":true}
//: expect {"outcome":"error","coldStart":true}
console.log('loading');
throw new Error('at load');
