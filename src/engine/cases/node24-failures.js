//: document {"settings":{"runtime":"nodejs24.x"},"invocations":[{"event":0},{"event":1},{"event":2},{"event":3}]}
//: expect {"outcome":"error","error":{"errorType":"Runtime.ExitError","errorMessage":"~exit status 1"}}
//: expect {"outcome":"error","error":{"errorType":"Runtime.ExitError","errorMessage":"~without providing a reason"}}
//: expect {"outcome":"error","error":{"errorType":"Runtime.JSONStringifyError"}}
//: expect {"outcome":"error","error":{"errorType":"undefined","errorMessage":"undefined"},"coldStart":false}
exports.handler = async (event) => {
  if (event === 0) { Promise.reject(new Error('boom')); await new Promise((done) => setTimeout(done, 5)); }
  if (event === 1) await new Promise(() => {});
  if (event === 2) return 1n;
  throw undefined;
};
