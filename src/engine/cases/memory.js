//= REPORT and process.memoryUsage() speak of the same model
//: expect {"outcome":"success","result":[64,84],"maxMemoryUsedMb":84}
//: expect {"outcome":"success","maxMemoryUsedMb":84}
let calls = 0;
exports.handler = async () => {
  const used = () => process.memoryUsage().rss / 1024 / 1024;
  const before = used();
  if (calls++ === 0) Buffer.alloc(20 * 1024 * 1024);
  return [before, process.memoryUsage.rss() / 1024 / 1024];
};
//= what does not fit beside Node.js is too much
//: document {"settings":{"timeoutMs":60000}}
//: expect {"outcome":"error","error":{"errorType":"Runtime.ExitError","errorMessage":"~signal: killed"},"maxMemoryUsedMb":128}
exports.handler = async () => Buffer.alloc(65 * 1024 * 1024).length;
//= what fits beside Node.js is taken
//: document {"settings":{"timeoutMs":60000}}
//: expect {"outcome":"success","result":66060288,"maxMemoryUsedMb":127}
exports.handler = async () => Buffer.alloc(63 * 1024 * 1024).length;
