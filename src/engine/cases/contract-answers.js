//= a result through callback
//: expect {"outcome":"success","result":{"a":[1,null]}}
exports.handler = (event, context, callback) => callback(null, { a: [1, undefined], b: undefined, c() {} });
//= callback without a result
//: expect {"outcome":"success","result":null}
exports.handler = (event, context, callback) => callback();
//= callback with an error
//: expect {"outcome":"error","error":{"errorType":"RangeError","errorMessage":"far","trace":["RangeError: far","    at exports.handler (/var/task/index.js:2:60)"]}}
exports.handler = (event, context, callback) => { callback(new RangeError('far'), 'ignored'); };
//= callback with a string as error
//: expect {"outcome":"error","error":{"errorType":"string","errorMessage":"plain","trace":[]}}
exports.handler = (event, context, callback) => callback('plain');
//= an empty string is an error
//: expect {"outcome":"error","error":{"errorType":"string","errorMessage":"","trace":[]}}
exports.handler = (event, context, callback) => callback('');
//= false is an error
//: expect {"outcome":"error","error":{"errorType":"boolean","errorMessage":"false"}}
exports.handler = (event, context, callback) => callback(false);
//= callback with an object as error
//: expect {"outcome":"error","error":{"errorType":"object","errorMessage":"[object Object]","trace":[]}}
exports.handler = (event, context, callback) => callback({ code: 7 });
//= an object that looks like an error is one
//: expect {"outcome":"error","error":{"errorType":"N","errorMessage":"m","trace":["s1","s2"]}}
exports.handler = (event, context, callback) => callback({ name: 'N', message: 'm', stack: 's1\ns2' });
//= the second callback does nothing
//: expect {"outcome":"success","result":1}
exports.handler = (event, context, callback) => { callback(null, 1); callback(new Error('no')); callback(null, 2); };
//= an error after a result does nothing
//: expect {"outcome":"success","result":1}
exports.handler = (event, context, callback) => { callback(null, 1); throw new Error('late'); };
//= a callback in a timer
//: expect {"outcome":"success","result":"later"}
exports.handler = (event, context, callback) => { setTimeout(callback, 20, null, 'later'); };
//= a callback never called
//: expect {"outcome":"success","result":null}
exports.handler = (event, context, callback) => { setTimeout(() => {}, 5); };
//= context.succeed answers at once
//: expect {"outcome":"success","result":"now","logs":["~WARN"]}
exports.handler = (event, context, callback) => { setTimeout(() => console.log('never'), 50); context.succeed('now'); };
//= context.fail with an error
//: expect {"outcome":"error","error":{"errorType":"Error","errorMessage":"failed"}}
exports.handler = (event, context) => context.fail(new Error('failed'));
//= context.done with an error, and with a result
//: document {"invocations":[{"event":1},{"event":2}]}
//: expect {"outcome":"error","error":{"errorType":"string","errorMessage":"e"}}
//: expect {"outcome":"success","result":"r"}
exports.handler = (event, context) => { if (event === 1) context.done('e', 'r'); else context.done(null, 'r'); };
//= succeed, then callback
//: expect {"outcome":"success","result":"first"}
exports.handler = (event, context, callback) => { context.succeed('first'); callback(null, 'second'); };
//= an async function
//: expect {"outcome":"success","result":{"n":1}}
exports.handler = async () => ({ n: 1 });
//= undefined is null
//: expect {"outcome":"success","result":null}
exports.handler = async () => {};
//= what JSON makes of odd values
//: expect {"outcome":"success","result":{"date":"2016-12-23T12:00:00.000Z","map":{},"nan":null,"list":[null,null],"own":"shown"}}
exports.handler = async () => ({ date: new Date(Date.UTC(2016, 11, 23, 12)), map: new Map([[1, 2]]), nan: NaN, list: [undefined, () => 1],
  fn() {}, own: { toJSON: () => 'shown' }, sym: Symbol('x') });
//= a function as the whole answer is no JSON at all
//: expect {"outcome":"success"}
exports.handler = async () => () => 1;
//= an async function answers although timers are left
//: expect {"outcome":"success","result":"done","logs":[]}
exports.handler = async () => { setTimeout(() => console.log('never'), 50); return 'done'; };
//= a promise that is rejected
//: expect {"outcome":"error","error":{"errorType":"TypeError","errorMessage":"bad"}}
exports.handler = () => Promise.reject(new TypeError('bad'));
//= rejected with undefined
//: expect {"outcome":"error","error":{"errorType":"string","errorMessage":"handled","trace":[]}}
exports.handler = () => Promise.reject();
//= rejected with a number
//: expect {"outcome":"error","error":{"errorType":"number","errorMessage":"7","trace":[]}}
exports.handler = async () => { throw 7; };
//= rejected with a symbol
//: expect {"outcome":"error","error":{"errorType":"TypeError","errorMessage":"Cannot convert a Symbol value to a string"}}
exports.handler = async () => { throw Symbol('x'); };
//= rejected with an object without a prototype
//: expect {"outcome":"error","error":{"errorType":"TypeError","errorMessage":"Cannot convert object to primitive value"}}
exports.handler = async () => { throw Object.create(null); };
//= an error whose message throws
//: expect {"outcome":"error","error":{"errorType":"handled","errorMessage":"~there was a problem while retrieving"}}
exports.handler = async () => { throw Object.defineProperty(new Error(''), 'message', { get() { throw new Error('inner'); } }); };
//= a thenable that answers at once
//: expect {"outcome":"success","result":5}
exports.handler = () => ({ then(resolve) { resolve(5); } });
//= a thenable without catch that answers late
//: expect {"outcome":"error","error":{"errorType":"TypeError","errorMessage":"Cannot read properties of undefined (reading 'catch')"}}
exports.handler = () => ({ then(resolve) { setTimeout(resolve, 5, 5); } });
//= a plain return value is dropped
//: expect {"outcome":"success","result":null}
exports.handler = () => 'dropped';
//= callback before the promise wins
//: expect {"outcome":"success","result":"callback"}
exports.handler = async (event, context, callback) => { callback(null, 'callback'); return 'promise'; };
//= the promise wins if callback comes later
//: expect {"outcome":"success","result":"promise"}
exports.handler = async (event, context, callback) => { setTimeout(callback, 5, null, 'callback'); return 'promise'; };
//= a BigInt in an async answer
//: expect {"outcome":"error","error":{"errorType":"Error","errorMessage":"Unable to stringify response body","trace":["Error: Unable to stringify response body"]},"logs":["~Invoke Error"]}
//: expect {"outcome":"error","coldStart":false}
exports.handler = async () => ({ n: 1n });
//= a BigInt given to callback
//: expect {"outcome":"error","error":{"errorType":"Error","errorMessage":"Unable to stringify response body"},"logs":["~WARN","~Uncaught Exception"]}
//: expect {"outcome":"error","coldStart":true}
exports.handler = (event, context, callback) => callback(null, 1n);
//= a BigInt given to callback that does not wait
//: expect {"outcome":"error","error":{"errorType":"Error","errorMessage":"Unable to stringify response body"},"logs":["~WARN","~Invoke Error"]}
//: expect {"outcome":"error","coldStart":false}
exports.handler = (event, context, callback) => { context.callbackWaitsForEmptyEventLoop = false; callback(null, 1n); };
//= what succeed throws can be caught, but a result was sent then for the runtime client
//: expect {"outcome":"error","error":{"errorType":"Runtime.ExitError","errorMessage":"~Runtime exited without providing a reason"},"logs":["~WARN","~Cannot call complete more than once"]}
exports.handler = (event, context, callback) => { try { context.succeed(1n); } catch (error) { context.succeed(error.message); } setTimeout(() => {}, 1); };
//= a toJSON that throws
//: expect {"outcome":"error","error":{"errorType":"Error","errorMessage":"Unable to stringify response body"}}
exports.handler = async () => ({ toJSON() { throw new Error('mine'); } });
//= an error is an answer without members
//: expect {"outcome":"success","result":{}}
exports.handler = async () => new Error('as a result');
//= an error's own members are in the log line only
//: expect {"outcome":"error","error":{"errorType":"Mine","errorMessage":"m"},"logs":["~\"errorType\":\"Mine\",\"errorMessage\":\"m\",\"code\":\"E1\",\"name\":\"Mine\",\"detail\":{\"a\":1},\"stack\":["]}
class Mine extends Error { constructor(message) { super(message); this.name = 'Mine'; this.code = 'E1'; this.detail = { a: 1 }; } }
exports.handler = async () => { throw new Mine('m'); };
//= a class without a name of its own reports Error
//: expect {"outcome":"error","error":{"errorType":"Error","errorMessage":"m"}}
class Mine extends Error {}
exports.handler = async () => { throw new Mine('m'); };
//= a cause is not in the answer
//: expect {"outcome":"error","error":{"errorType":"Error","errorMessage":"outer"}}
exports.handler = async () => { throw new Error('outer', { cause: new Error('inner') }); };
//= DEL characters are made harmless
//: expect {"outcome":"error","error":{"errorMessage":"a%7Fb"}}
exports.handler = async () => { throw new Error('a\u007fb'); };
//= a rejection that nobody handles ends the process
//: expect {"outcome":"error","error":{"errorType":"Runtime.UnhandledPromiseRejection","errorMessage":"Error: boom"},"logs":["~Unhandled Promise Rejection \t{\"errorType\":\"Runtime.UnhandledPromiseRejection\",\"errorMessage\":\"Error: boom\",\"reason\":{\"errorType\":\"Error\",\"errorMessage\":\"boom\",\"stack\":["]}
//: expect {"outcome":"error","coldStart":true}
exports.handler = async () => { Promise.reject(new Error('boom')); await new Promise((done) => setTimeout(done, 20)); };
//= a rejection besides an answer: answered, and the process ends
//: expect {"outcome":"success","result":"fine"}
//: expect {"outcome":"success","result":"fine","coldStart":true}
exports.handler = async () => { Promise.reject(new Error('boom')); return 'fine'; };
//= a rejection that is handled in time
//: expect {"outcome":"success","result":"caught boom"}
exports.handler = async () => { const p = Promise.reject(new Error('boom')); try { await p; } catch (error) { return `caught ${error.message}`; } };
//= an uncaught exception ends the process
//: expect {"outcome":"error","error":{"errorType":"Error","errorMessage":"late"},"logs":["~WARN","~Uncaught Exception \t{\"errorType\":\"Error\",\"errorMessage\":\"late\""]}
//: expect {"outcome":"error","coldStart":true}
exports.handler = (event, context, callback) => { setTimeout(() => { throw new Error('late'); }, 5); };
//= a promise that never settles
//: expect {"outcome":"error","error":{"errorType":"Runtime.NodeJsExit","errorMessage":"~The Lambda runtime client detected an unexpected Node.js exit code."},"logs":["~Invoke Error \t{\"errorType\":\"Runtime.NodeJsExit\""]}
exports.handler = async () => { await new Promise(() => {}); };
//= a plain function whose promise never settles
//: expect {"outcome":"success","result":null}
exports.handler = () => new Promise(() => {});
//= immediates of before the answer run, timers are frozen
//: document {"invocations":[{"event":1}]}
//: expect {"outcome":"success","result":"r","logs":["~immediate"]}
exports.handler = async () => { setImmediate(() => console.log('immediate')); setTimeout(() => console.log('timer'), 100); return 'r'; };
//= the event is a fresh object of any JSON type
//: document {"invocations":[{"event":{"n":1}},{"event":[1]},{"event":"text"},{"event":7.5},{"event":null},{"event":true}]}
//: expect {"result":["object",{"n":1,"seen":true}]}
//: expect {"result":["object",[1]]}
//: expect {"result":["string","text"]}
//: expect {"result":["number",7.5]}
//: expect {"result":["object",null]}
//: expect {"result":["boolean",true]}
exports.handler = async (event) => { if (event && event.n) { if (event.seen) return 'old'; event.seen = true; } return [typeof event, event]; };
//= this is an object
//: expect {"result":"object"}
exports.handler = function (event, context, callback) { callback(null, typeof this); };
//= module state lives as long as the environment
//: expect {"result":1}
//: expect {"result":2}
let calls = 0;
exports.handler = async () => (calls += 1);
//= microtasks before the handler's own timers
//: expect {"result":["sync","micro","micro2","timer"]}
exports.handler = (event, context, callback) => {
  const order = [];
  setTimeout(() => { order.push('timer'); callback(null, order); }, 0);
  Promise.resolve().then(() => order.push('micro')).then(() => order.push('micro2'));
  order.push('sync');
};
