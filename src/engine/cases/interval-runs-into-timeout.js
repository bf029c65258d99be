//: document {"settings":{"timeoutMs":1000},"invocations":[{"event":{}}]}
//: expect {"outcome":"timeout","durationMs":1000.0,"billedMs":1000,"error":{"errorType":"Sandbox.Timedout","errorMessage":"~Error: Task timed out after 1.00 seconds"}}
exports.handler = (event, context, callback) => {
  setInterval(() => {}, 100);
  callback(null, 'never seen');
};
