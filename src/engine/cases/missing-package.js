//: expect {"outcome":"error","error":{"errorType":"Runtime.ImportModuleError","errorMessage":"Error: Cannot find module 'left-pad'\nRequire stack:\n- /var/task/index.js\n- /var/runtime/index.mjs"}}
const pad = require('left-pad');
exports.handler = async () => pad('x');
