//: expect {"outcome":"timeout","durationMs":3000.0,"billedMs":3000,"logs":["~before"],"coldStart":true}
//: expect {"outcome":"timeout","coldStart":true}
let calls = 0;
exports.handler = () => {
  console.log('before', calls += 1);
  try { while (true) {} } catch (error) { console.log('caught'); } finally { console.log('finally'); }
};
