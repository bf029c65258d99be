//: expect {"outcome":"timeout","durationMs":3000.0,"logs":[]}
exports.handler = async () => {
  await null;
  try { for (;;) await null; } finally { console.log('finally'); }
};
