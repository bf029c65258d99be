//: document {"settings":{"memoryMb":1024,"timeoutMs":60000}}
//: expect {"outcome":"success","result":{"message":"ENOSPC: no space left on device, write","code":"ENOSPC","errno":-28,"size":536862720,"again":"fits"}}
//: expect {"outcome":"success","result":{"message":"ENOSPC: no space left on device, write","code":"ENOSPC","errno":-28,"size":536862720,"again":"fits"}}
const fs = require('fs');
exports.handler = async () => {
  const zeros = Buffer.alloc(4 * 1024 * 1024 - 8192);
  let failure;
  const file = fs.openSync('/tmp/full', 'w');
  for (let n = 0; n < 129 && !failure; n += 1) {
    try {
      fs.writeSync(file, zeros);
    } catch (error) {
      failure = error;
    }
  }
  const rest = 512 * 1024 * 1024 - 8192 - fs.fstatSync(file).size;
  fs.writeSync(file, zeros, 0, rest);
  try {
    fs.writeSync(file, zeros);
  } catch (error) {
    failure = error;
  }
  const { size } = fs.fstatSync(file);
  fs.closeSync(file);
  fs.unlinkSync('/tmp/full');
  fs.writeFileSync('/tmp/small', 'fits');
  return { message: failure.message, code: failure.code, errno: failure.errno, size, again: fs.readFileSync('/tmp/small', 'utf8') };
};
