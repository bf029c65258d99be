// Built-ins and prototypes replaced, and results and errors that attack whoever reads them.

//# object-prototype-to-json -> timeout
Object.prototype.toJSON = () => { for (;;); }; exports.handler = async () => ({ a: 1 });
//# object-prototype-then -> timeout
Object.prototype.then = () => { for (;;); }; exports.handler = async () => ({ a: 1 });
//# object-prototype-getter -> success|error|timeout
Object.defineProperty(Object.prototype, 'statusCode', { get() { for (;;); } }); exports.handler = async () => ({ a: 1 });
//# object-prototype-setter -> success|error|timeout
Object.defineProperty(Object.prototype, 'body', { set() { for (;;); } }); exports.handler = async () => ({ a: 1 });
//# object-prototype-event-keys -> success|error|timeout
Object.defineProperty(Object.prototype, 'fine', { set() { for (;;); }, get() {} , configurable: true }); exports.handler = async () => ({ a: 1 });
//# object-prototype-get-value -> success|error
Object.prototype.get = () => 1; Object.prototype.value = 1; exports.handler = async () => { Object.defineProperty({}, 'a', {}); return 1; };
//# array-prototype-index -> success|error|timeout
Object.defineProperty(Array.prototype, 0, { get() { for (;;); }, set() { for (;;); } }); exports.handler = async () => [1, , 2].length;
//# array-prototype-methods -> success|error|timeout
for (const k of Object.getOwnPropertyNames(Array.prototype)) if (k !== 'length') Array.prototype[k] = () => { for (;;); }; exports.handler = async () => { console.log([1]); return { a: [1, 2] }; };
//# array-iterator -> success|error|timeout
Array.prototype[Symbol.iterator] = function* () { for (;;) yield 1; }; exports.handler = async () => { console.log([1, 2]); return [...[1]].length; };
//# array-iterator-next -> timeout|memory
Object.getPrototypeOf([][Symbol.iterator]()).next = () => ({ value: 1, done: false }); exports.handler = async () => [...[1]].length;
//# string-prototype -> success|error|timeout
for (const k of ['split', 'replace', 'toString', 'valueOf']) String.prototype[k] = () => { for (;;); }; exports.handler = async () => `${'a'}` + new String('b').length;
//# function-prototype-call -> success|error|timeout
Function.prototype.call = Function.prototype.apply = Function.prototype.bind = () => { for (;;); }; exports.handler = async () => 1;
//# function-prototype-to-string -> success|error|timeout
Function.prototype.toString = () => { for (;;); }; exports.handler = async () => { console.log(() => {}); return 1; };
//# function-has-instance -> success|error|timeout
exports.handler = async () => { class A { static [Symbol.hasInstance]() { for (;;); } } return Promise.resolve(new A()) instanceof Promise; };
//# promise-then -> timeout|success|error
Promise.prototype.then = () => { for (;;); }; exports.handler = async () => 1;
//# promise-then-ignored -> timeout|success|error
Promise.prototype.then = () => {}; exports.handler = async () => 1;
//# promise-then-throws -> timeout|success|error
Promise.prototype.then = () => { throw new Error('no'); }; exports.handler = async () => 1;
//# promise-constructor -> timeout|success|error
globalThis.Promise = function () { for (;;); }; exports.handler = async () => 1;
//# promise-species -> timeout|success|error
Object.defineProperty(Promise, Symbol.species, { get() { for (;;); } }); exports.handler = async () => Promise.resolve(1).then((x) => x);
//# promise-resolve -> timeout|success|error
Promise.resolve = () => { for (;;); }; exports.handler = async () => { await null; return 1; };
//# json-stringify -> success
JSON.stringify = () => { for (;;); }; exports.handler = async () => ({ a: 1 });
//# json-stringify-after-load -> success
exports.handler = async () => { JSON.stringify = () => { for (;;); }; delete globalThis.JSON; return { a: 1 }; };
//# json-frozen -> success
Object.freeze(JSON); exports.handler = async () => ({ a: 1 });
//# global-setters -> success|error|timeout
for (const k of ['JSON', 'console', 'Date', 'Promise', 'process']) Object.defineProperty(globalThis, k, { get() { for (;;); }, configurable: true }); exports.handler = async () => 1;
//# global-deleted -> success|error, then any
for (const k of Object.getOwnPropertyNames(globalThis)) try { delete globalThis[k]; } catch {} exports.handler = async () => 1;
//# global-prototype -> success|error|timeout, then any
try { Object.setPrototypeOf(globalThis, new Proxy({}, { has() { for (;;); }, get() { for (;;); } })); } catch {} exports.handler = async () => 1;
//# global-frozen -> success|error
Object.freeze(globalThis); exports.handler = async () => 1;
//# everything-frozen -> success|error|timeout
for (const k of Object.getOwnPropertyNames(globalThis)) { const v = globalThis[k]; if (v) { try { Object.freeze(v); Object.freeze(v.prototype); } catch {} } } exports.handler = async () => 1;
//# date-replaced -> success|error|timeout
globalThis.Date = class { constructor() { for (;;); } static now() { for (;;); } }; exports.handler = async (e, c) => { console.log('x'); return c.getRemainingTimeInMillis() > 0; };
//# date-now-replaced -> success|error|timeout
Date.now = () => { for (;;); }; exports.handler = async () => { console.log('x'); return 1; };
//# math-replaced -> success|error|timeout
globalThis.Math = null; exports.handler = async () => 1;
//# symbol-iterator-gone -> success|error|timeout
globalThis.Symbol = null; exports.handler = async () => { for (const x of [1]); return 1; };
//# prepare-stack-trace -> error|timeout
Error.prepareStackTrace = () => { for (;;); }; exports.handler = async () => { throw new Error('x'); };
//# stack-trace-limit -> error
Error.stackTraceLimit = Infinity; exports.handler = async () => { const f = (n) => { if (n) f(n - 1); else throw new Error('x'); }; f(200); };
//# error-prototype-getters -> error|timeout
for (const k of ['name', 'message', 'stack']) Object.defineProperty(Error.prototype, k, { get() { for (;;); } }); exports.handler = async () => { throw new Error(); };
//# error-to-string -> error|timeout
Error.prototype.toString = () => { for (;;); }; exports.handler = async () => { throw new Error('x'); };
//# constructor-property -> success|error|timeout
Object.defineProperty(Object.prototype, 'constructor', { get() { for (;;); } }); exports.handler = async () => { console.log({ a: 1 }); return 1; };
//# to-string-tag -> success|error|timeout
exports.handler = async () => { console.log({ get [Symbol.toStringTag]() { for (;;); } }); return 1; };
//# exports-getter -> timeout, then any
Object.defineProperty(exports, 'handler', { get() { for (;;); } });
//# exports-proxy -> timeout, then any
module.exports = new Proxy({}, { get() { for (;;); } });
//# exports-getter-throws -> error, then any
Object.defineProperty(exports, 'handler', { get() { throw new Error('no'); } });
//# handler-proxy -> timeout
exports.handler = new Proxy(() => {}, { apply() { for (;;); } });
//# handler-class -> error
exports.handler = class { };
//# handler-bound -> success
exports.handler = (async function () { return 1; }).bind(null);
//# handler-generator -> success|error
exports.handler = function* () { for (;;) yield 1; };
//# handler-async-generator -> success|error
exports.handler = async function* () { for (;;) yield 1; };
//# handler-length-getter -> success|timeout|error
exports.handler = async () => 1; Object.defineProperty(exports.handler, 'length', { get() { for (;;); } });
//# event-tampered -> success
exports.handler = async (event) => { Object.defineProperty(event, 'x', { get() { for (;;); } }); return 1; };
//# context-tampered -> success|error|timeout
exports.handler = (event, context) => { Object.defineProperty(context, 'callbackWaitsForEmptyEventLoop', { get() { for (;;); } }); context.succeed(1); };
//# callback-waits-hostile -> success|error|timeout
exports.handler = (event, context, callback) => { context.callbackWaitsForEmptyEventLoop = { valueOf() { for (;;); } }; callback(null, 1); };
//# throw-getter -> error|timeout
exports.handler = () => { throw { get name() { for (;;); }, get message() { for (;;); }, get stack() { for (;;); } }; };
//# throw-proxy -> error|timeout
exports.handler = () => { throw new Proxy({}, { get() { for (;;); } }); };
//# throw-proxy-of-error -> error|timeout
exports.handler = () => { throw new Proxy(new Error('x'), { get() { for (;;); }, getOwnPropertyDescriptor() { for (;;); } }); };
//# throw-revoked-proxy -> error
exports.handler = () => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); throw proxy; };
//# throw-to-string -> error|timeout
exports.handler = () => { throw { toString() { for (;;); } }; };
//# throw-symbol -> error
exports.handler = () => { throw Symbol('x'); };
//# throw-null -> error
exports.handler = () => { throw null; };
//# throw-undefined -> error
exports.handler = () => { throw undefined; };
//# throw-function -> error
exports.handler = () => { throw () => {}; };
//# throw-bigint -> error
exports.handler = () => { throw 10n; };
//# throw-null-prototype -> error
exports.handler = () => { throw Object.create(null); };
//# throw-name-object -> error|timeout
exports.handler = () => { const e = new Error('x'); e.name = { toString() { for (;;); } }; e.stack = { toString() { for (;;); } }; throw e; };
//# throw-thrower -> error
exports.handler = () => { throw { get message() { throw new Error('again'); } }; };
//# reject-getter -> error|timeout
exports.handler = async () => Promise.reject({ get name() { for (;;); }, get message() { for (;;); } });
//# reject-proxy -> error|timeout
exports.handler = () => Promise.reject(new Proxy({}, { get() { for (;;); } }));
//# reject-circular -> error|timeout
exports.handler = () => { const e = new Error('x'); e.cause = e; e.self = e; return Promise.reject(e); };
//# aggregate-circular -> error
exports.handler = () => { const e = new AggregateError([], 'x'); e.errors.push(e); return Promise.reject(e); };
//# callback-error-getter -> error|timeout
exports.handler = (event, context, callback) => callback({ get name() { for (;;); } });
//# callback-error-proxy -> error|timeout
exports.handler = (event, context, callback) => callback(new Proxy(new Error('x'), { get() { for (;;); } }));
//# fail-proxy -> error|timeout
exports.handler = (event, context) => context.fail(new Proxy({}, { get() { for (;;); } }));
//# unhandled-rejection-getter -> error|timeout
exports.handler = async () => { Promise.reject({ get message() { for (;;); }, toString() { for (;;); } }); await new Promise((r) => setTimeout(r, 10)); };
//# uncaught-in-timer-getter -> error|timeout
exports.handler = async () => { setTimeout(() => { throw { get message() { for (;;); }, toString() { for (;;); } }; }, 1); await new Promise((r) => setTimeout(r, 10)); };
//# result-circular -> error
exports.handler = async () => { const o = {}; o.o = o; return o; };
//# result-bigint -> error
exports.handler = async () => 10n;
//# result-symbol -> success
exports.handler = async () => Symbol('x');
//# result-function -> success
exports.handler = async () => () => {};
//# result-revoked-proxy -> error
exports.handler = async () => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return { proxy }; };
//# result-to-json-grows -> error|overflow|memory|timeout|success
exports.handler = async () => ({ toJSON() { return { toJSON: this.toJSON, a: { toJSON: this.toJSON } }; } });
//# result-to-json-throws -> error
exports.handler = async () => ({ toJSON() { throw new Error('no'); } });
//# result-proxy-endless-keys -> timeout|memory|error
exports.handler = async () => new Proxy({}, { ownKeys() { const k = []; for (let i = 0; ; i++) k.push('k' + i); } });
//# result-proxy-array -> timeout|memory|error|success
exports.handler = async () => new Proxy([], { get: (t, k) => (k === 'length' ? 4294967295 : 1) });
//# result-proxy-array-plain -> timeout|memory|error|success
exports.handler = async () => new Proxy(new Array(4294967295), {});
//# result-date-invalid -> success
exports.handler = async () => ({ at: new Date(NaN) });
//# result-thenable -> success
exports.handler = () => ({ then(resolve) { resolve({ then(r) { r({ then() { for (;;); } }); } }); } });
//# own-function-tampered -> success
exports.handler = async () => { const f = 'x'.repeat; return f.name + f.length + f.toString() + Object.getOwnPropertyNames(f) + (f === ''.repeat) + ('prototype' in f); };
//# other-realms-intrinsics -> timeout
exports.handler = () => { const repeat = Object.getOwnPropertyDescriptor(String.prototype, 'repeat').value; const index = Reflect.get(Array.prototype, 'indexOf'); return Reflect.apply(index, new Array(4294967295), [1]); };
//# module-loop -> timeout, then any
for (;;);
//# module-recursion -> error|overflow, then any
(function f() { f(); })();
//# module-memory -> error|memory|timeout, then any
const a = []; for (;;) a.push('x'.repeat(1e6) + a.length);
//# module-repeat -> error|memory, then any
'x'.repeat(2e8);
//# module-backtracking -> timeout, then any
/^(a+)+$/.test('a'.repeat(40) + 'b');
//# module-exit -> error, then any
process.exit(1);
//# module-throws-proxy -> error|timeout, then any
throw new Proxy({}, { get() { for (;;); } });
//# module-microtask-loop -> timeout, then any
Promise.resolve().then(() => { for (;;); }); exports.handler = async () => 1;
//# module-timer-flood -> timeout|success|memory|error, then any
for (let i = 0; i < 1e5; i++) setTimeout(() => { for (;;); }, 1); exports.handler = async () => { await new Promise((r) => setTimeout(r, 5)); };
//# module-interval -> success, then any
setInterval(() => {}, 1); exports.handler = async () => 1;
//# module-rejects -> error, then any
Promise.reject(new Error('x')); exports.handler = async () => 1;
//# module-closes-wrapper -> error, then any
}); for (;;); (function () {
//# module-return -> error, then any
return; exports.handler = () => 1;
//# module-deep-source -> error, then any
[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
//# module-empty -> error, then any
