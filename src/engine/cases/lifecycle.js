//= a crash has two lines of its own
//: document {"settings":{"platformLogs":true},"invocations":[{"event":1},{"event":2}]}
//: expect {"outcome":"error","logs":["~START","~END","~REPORT","~Error: Runtime exited with error: exit status 1","Runtime.ExitError"],"coldStart":true}
//: expect {"outcome":"error","coldStart":true}
exports.handler = async () => { process.exit(1); };
//= during load the id is a dash with Node.js 24
//: document {"settings":{"runtime":"nodejs24.x"},"invocations":[{"event":1}]}
//: expect {"outcome":"success","logs":["2016-12-23T12:00:00.140Z\t-\tINFO\tloading"]}
console.log('loading');
exports.handler = async () => 1;
//= an init phase beyond ten seconds goes on under the function's timeout
//: document {"esm":true,"settings":{"timeoutMs":20000},"invocations":[{"event":1},{"event":1}]}
//: expect {"outcome":"success","result":"loaded"}
//: expect {"outcome":"success","result":"loaded","coldStart":false}
await new Promise((done) => setTimeout(done, 11000));
export const handler = async () => 'loaded';
//= an init phase beyond the timeout
//: document {"esm":true,"settings":{"timeoutMs":5000},"invocations":[{"event":1}]}
//: expect {"outcome":"timeout","error":{"errorType":"Sandbox.Timedout"}}
await new Promise((done) => setTimeout(done, 12000));
export const handler = async () => 'loaded';
//= timers that froze go on in the next invocation
//: document {"invocations":[{"event":1},{"event":2,"delayMs":1000}]}
//: expect {"outcome":"success","result":1,"logs":[]}
//: expect {"outcome":"success","result":2,"logs":["~frozen 1"]}
exports.handler = async (event) => {
  if (event === 1) setTimeout(() => console.log('frozen', event), 50);
  await new Promise((done) => setTimeout(done, event === 1 ? 10 : 20));
  return event;
};
//= variables are texts and live as long as the environment
//: document {"settings":{"env":{"TABLE":"kites"}},"invocations":[{"event":1},{"event":2}]}
//: expect {"result":["5","undefined","kites","object"]}
//: expect {"result":["5","undefined","kites","object"]}
if (!process.env.COUNT) { process.env.COUNT = 5; process.env.NOTHING = undefined; }
exports.handler = async () => [process.env.COUNT, process.env.NOTHING, process.env.TABLE, typeof process.env];
