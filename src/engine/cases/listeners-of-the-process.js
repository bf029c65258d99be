//: document {"settings":{"env":{"AWS_LAMBDA_NODEJS_DISABLE_CALLBACK_WARNING":"1"}}}
//: expect {"outcome":"error","error":{"errorType":"Error","errorMessage":"boom"},"logs":["~Uncaught Exception","~heard boom uncaughtException"]}
//: expect {"outcome":"error","coldStart":true}
process.on('uncaughtException', (error, origin) => console.log('heard', error.message, origin));
exports.handler = (event, context, callback) => {
  setTimeout(() => { throw new Error('boom'); }, 10);
};
