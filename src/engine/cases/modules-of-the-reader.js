//: expect {"outcome":"success","result":{"main":[true,false,"/var/task/index.js","/var/task/index.js",true],"json":{"a":[1]},"module":[42,"/tmp/lib/kite.js","/tmp/lib",1],"again":true,"failed":"Cannot find module './nope'\nRequire stack:\n- /tmp/lib/broken.js\n- /var/task/index.js\n- /var/runtime/index.mjs","syntax":"SyntaxError","resolved":["/tmp/lib/kite.js","fs","node:path"],"code":"MODULE_NOT_FOUND","stack":["/var/task/index.js","/var/runtime/index.mjs"]}}
const fs = require('fs');
exports.loads = 0;
exports.handler = async () => {
  fs.mkdirSync('/tmp/lib');
  fs.writeFileSync('/tmp/lib/data.json', '{"a":[1]}');
  fs.writeFileSync('/tmp/lib/kite.js', 'globalThis.loads = (globalThis.loads ?? 0) + 1; exports.answer = 42; exports.place = [__filename, __dirname];');
  fs.writeFileSync('/tmp/lib/index.js', 'module.exports = require("./kite");');
  fs.writeFileSync('/tmp/lib/broken.js', 'require("./nope")');
  fs.writeFileSync('/tmp/lib/wrong.js', 'const = 5;');
  const kite = require('/tmp/lib/kite');
  const failure = (work) => { try { return work(); } catch (error) { return error; } };
  const missing = failure(() => require('left-pad'));
  return {
    main: [require('./index').handler === exports.handler, require.main === module, module.id, module.filename, module.exports === exports],
    json: require('/tmp/lib/data.json'),
    module: [kite.answer, ...kite.place, loads],
    again: require('/tmp/lib') === kite,
    failed: failure(() => require('/tmp/lib/broken')).message,
    syntax: failure(() => require('/tmp/lib/wrong')).name,
    resolved: [require.resolve('/tmp/lib/kite'), require.resolve('fs'), require.resolve('node:path')],
    code: missing.code,
    stack: missing.requireStack,
  };
};
