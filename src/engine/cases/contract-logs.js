//= levels and formats
//: expect {"logs":["~\tINFO\tlog 1","~\tINFO\tinfo { a: 1 }","~\tWARN\twarn","~\tERROR\terror","~\tDEBUG\tdebug","~\tTRACE\ttrace","~\tFATAL\tfatal"]}
exports.handler = async () => {
  console.log('log', 1); console.info('info', { a: 1 }); console.warn('warn'); console.error('error');
  console.debug('debug'); console.trace('trace'); console.fatal('fatal');
};
//= nothing is undefined
//: expect {"logs":["~INFO\tundefined"]}
exports.handler = async () => { console.log(); };
//= a line of several lines stays one entry
//: expect {"logs":["~INFO\ta\nb"]}
exports.handler = async () => { console.log('a\nb'); };
//= during load the id is undefined
//: expect {"logs":["~\tundefined\tINFO\tloading","~\tINFO\tcalled"]}
console.log('loading');
exports.handler = async () => { console.log('called'); };
//= the other methods of console
//: expect {"logs":["~INFO\tdefault: 1","~INFO\tdefault: 2","~INFO\tkites: 1","~INFO\tgroup","~INFO\tinside","~WARN\tAssertion failed","~WARN\tAssertion failed: bad 3","{ a: { b: { c: [Object] } } }","~┌─────────┬───┬─────┐\n│ (index) │ a │ b   │\n├─────────┼───┼─────┤\n│ 0       │ 1 │     │\n│ 1       │   │ 'x' │\n└─────────┴───┴─────┘"]}
exports.handler = async () => {
  console.count(); console.count(); console.count('kites'); console.group('group'); console.log('inside'); console.groupEnd();
  console.assert(true, 'fine'); console.assert(false); console.assert(false, 'bad %d', 3);
  console.dir({ a: { b: { c: { d: 1 } } } }); console.table([{ a: 1 }, { b: 'x' }]);
};
//= a table of plain values, of columns, of a map
//: expect {"logs":["~┌─────────┬────────┐\n│ (index) │ Values │\n├─────────┼────────┤\n│ 0       │ 1      │\n│ 1       │ 'two'  │\n└─────────┴────────┘","~┌─────────┬───┐\n│ (index) │ b │\n├─────────┼───┤\n│ x       │ 2 │\n└─────────┴───┘","~┌───────────────────┬─────┬────────┐\n│ (iteration index) │ Key │ Values │\n├───────────────────┼─────┼────────┤\n│ 0                 │ 'a' │ 1      │\n└───────────────────┴─────┴────────┘","~INFO\t5"]}
exports.handler = async () => {
  console.table([1, 'two']); console.table({ x: { a: 1, b: 2 } }, ['b']); console.table(new Map([['a', 1]])); console.table(5);
};
//= a level silences those below
//: document {"settings":{"env":{"AWS_LAMBDA_LOG_LEVEL":"warn"}},"invocations":[{"event":1}]}
//: expect {"logs":["~WARN\tw","~ERROR\te","~FATAL\tf"]}
exports.handler = async () => { console.log('l'); console.debug('d'); console.warn('w'); console.error('e'); console.fatal('f'); };
//= logs in JSON
//: document {"settings":{"env":{"AWS_LAMBDA_LOG_FORMAT":"JSON"}},"invocations":[{"event":1}]}
//: expect {"logs":["~\",\"level\":\"INFO\",\"message\":\"loading\"}","~\"level\":\"INFO\",\"requestId\":\"","~,\"message\":{\"a\":1}}","~,\"message\":\"two 2\"}","~\"level\":\"ERROR\"","~\"message\":\"with Error: no\\n    at "]}
console.log('loading');
exports.handler = async () => { console.log('plain'); console.log({ a: 1 }); console.log('two', 2); console.error(new TypeError('bad')); console.warn('with', new Error('no')); };
//= an error in JSON
//: document {"settings":{"env":{"AWS_LAMBDA_LOG_FORMAT":"JSON"}},"invocations":[{"event":1}]}
//: expect {"outcome":"error","error":{"errorType":"Error","errorMessage":"no"},"logs":["~\"message\":{\"errorType\":\"Mine\",\"errorMessage\":\"no\",\"stackTrace\":[\"Error: no\",\"    at "]}
class Mine extends Error {}
exports.handler = async () => { throw new Mine('no'); };
//= a thrown string in the log
//: expect {"logs":["~ERROR\tInvoke Error \t{\"errorType\":\"Error\",\"errorMessage\":\"plain\",\"stack\":[\"Error: plain\""]}
exports.handler = async () => { throw 'plain'; };
//= errors within an error are shown with their members
//: expect {"logs":["~\"inner\":{\"errorType\":\"TypeError\",\"errorMessage\":\"in\",\"stack\":[\"TypeError: in\""]}
exports.handler = async () => { const error = new Error('out'); error.inner = new TypeError('in'); throw error; };
