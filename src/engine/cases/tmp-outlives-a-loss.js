//: document {"settings":{"timeoutMs":100},"invocations":[{"event":1},{"event":2},{"event":3},{"event":4}]}
//: expect {"outcome":"timeout","coldStart":true}
//: expect {"outcome":"error","coldStart":true,"error":{"errorType":"Runtime.ExitError"}}
//: expect {"outcome":"success","coldStart":true,"result":["init0","init1","init2","timed out","exited"]}
//: expect {"outcome":"success","coldStart":false,"result":["init0","init1","init2","timed out","exited"]}
const fs = require('fs');
fs.writeFileSync(`/tmp/init${fs.readdirSync('/tmp').filter((name) => name.startsWith('init')).length}`, '');
exports.handler = async (event) => {
  if (event === 1) {
    fs.writeFileSync('/tmp/timed out', '');
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  if (event === 2) {
    fs.writeFileSync('/tmp/exited', '');
    process.exit(3);
  }
  const names = fs.readdirSync('/tmp');
  return [...names.filter((name) => name.startsWith('init')), ...['timed out', 'exited'].filter((name) => names.includes(name))];
};
