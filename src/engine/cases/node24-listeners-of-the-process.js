//: document {"settings":{"runtime":"nodejs24.x"}}
//: expect {"outcome":"success","result":"alive","logs":["~heard boom","~unhandled late"]}
process.on('uncaughtException', (error) => console.log('heard', error.message));
process.on('unhandledRejection', (reason) => console.log('unhandled', reason));
exports.handler = async () => {
  setTimeout(() => { throw new Error('boom'); }, 10);
  setTimeout(() => { Promise.reject('late'); }, 20);
  return new Promise((resolve) => setTimeout(resolve, 30, 'alive'));
};
