// Memory bombs, floods of log lines and results that are too large.

//# array-push -> memory|timeout
exports.handler = () => { const a = []; for (;;) a.push(a.length); };
//# array-of-objects -> memory|timeout
exports.handler = () => { const a = []; for (;;) a.push({ a: 1, b: [1, 2, 3] }); };
//# array-of-arrays -> memory|timeout
exports.handler = () => { const a = []; for (;;) a.push(new Array(1000).fill(1)); };
//# array-of-strings -> memory|timeout
exports.handler = () => { const a = []; for (let i = 0; ; i++) a.push('x'.repeat(1e5) + i); };
//# strings-in-garbage -> timeout
exports.handler = () => { for (let i = 0; ; i++) [('x'.repeat(1e6) + i)]; };
//# linked-list -> memory|timeout
exports.handler = () => { let list = null; for (;;) list = { list }; };
//# map-growth -> memory|timeout
exports.handler = () => { const m = new Map(); for (let i = 0; ; i++) m.set(i, { i }); };
//# set-growth -> memory|timeout
exports.handler = () => { const s = new Set(); for (let i = 0; ; i++) s.add('k' + i); };
//# weak-map-growth -> memory|timeout
exports.handler = () => { const m = new WeakMap(), keys = []; for (;;) { const k = {}; keys.push(k); m.set(k, [1]); } };
//# object-growth -> memory|timeout
exports.handler = () => { const o = {}; for (let i = 0; ; i++) o[i] = { i }; };
//# sparse-keys -> memory|timeout
exports.handler = () => { const a = []; for (let i = 0; ; i += 1000) a[i] = 1; };
//# closures -> memory|timeout
exports.handler = () => { const a = []; for (let i = 0; ; i++) a.push(() => i); };
//# closure-chain -> memory|timeout
exports.handler = () => { let f = () => 0; for (;;) { const g = f; f = () => g; } };
//# generators -> memory|timeout
exports.handler = () => { const a = []; function* g() { yield 1; } for (;;) { const i = g(); i.next(); a.push(i); } };
//# promises -> memory|timeout
exports.handler = () => { const a = []; for (;;) a.push(new Promise(() => {})); };
//# promise-reactions -> memory|timeout
exports.handler = () => { const p = new Promise(() => {}); for (;;) p.then(() => {}); };
//# microtasks-by-the-million -> memory|timeout
exports.handler = () => { for (;;) queueMicrotask(() => {}); };
//# timers-by-the-million -> memory|timeout
exports.handler = () => { for (;;) setTimeout(() => {}, 1000); };
//# timers-set-and-cleared -> memory|timeout
exports.handler = () => { const t = []; for (let i = 0; i < 20000; i++) t.push(setTimeout(() => {}, 1000)); for (;;) { clearTimeout(t[5]); t[5] = setTimeout(() => {}, 1); } };
//# immediates-by-the-million -> memory|timeout
exports.handler = () => { for (;;) setImmediate(() => {}); };
//# rejections-by-the-million -> memory|timeout
exports.handler = () => { for (;;) Promise.reject(new Error('x')); };
//# rejections-handled-late -> memory|timeout|success
exports.handler = async () => { const a = []; for (let i = 0; i < 50000; i++) a.push(Promise.reject(i)); for (const p of a) p.catch(() => {}); return a.length; };
//# errors-kept -> memory|timeout
exports.handler = () => { const a = []; for (;;) a.push(new Error('x'.repeat(1000))); };
//# error-causes -> memory|timeout|error
exports.handler = () => { let e = new Error('x'); for (let i = 0; i < 1e5; i++) e = new Error('x', { cause: e }); throw e; };
//# error-message-huge -> error|memory|timeout
exports.handler = () => { throw new Error('x'.repeat(5e7)); };
//# typed-arrays -> memory|timeout|error
exports.handler = () => { const a = []; for (;;) a.push(new Float64Array(1e6)); };
//# typed-arrays-in-garbage -> timeout
exports.handler = () => { for (;;) [new Float64Array(1e6)]; };
//# bigints -> memory|timeout
exports.handler = () => { const a = []; for (let n = 1n; ; n <<= 64n) a.push(n); };
//# regexps -> memory|timeout
exports.handler = () => { const a = []; for (let i = 0; ; i++) a.push(new RegExp('a' + i)); };
//# symbols -> memory|timeout
exports.handler = () => { const a = []; for (;;) a.push(Symbol('x')); };
//# proxies -> memory|timeout
exports.handler = () => { const a = []; for (;;) a.push(new Proxy({}, {})); };
//# functions-compiled -> memory|timeout
exports.handler = () => { const a = []; for (let i = 0; ; i++) a.push(new Function('return ' + i)); };
//# module-global-leak -> memory|timeout
globalThis.leak = []; exports.handler = () => { for (;;) leak.push({}); };
//# frozen-copies -> memory|timeout
exports.handler = () => { let o = {}; for (let i = 0; ; i++) { o = { ...o, ['k' + i]: i }; } };
//# string-table -> memory|timeout
exports.handler = () => { const o = {}; for (let i = 0; ; i++) o['key'.repeat(100) + i] = 'value'.repeat(100) + i; };
//# log-flood -> timeout|memory
exports.handler = () => { for (;;) console.log('line'); };
//# log-flood-long -> timeout|memory
exports.handler = () => { const s = 'x'.repeat(1e6); for (;;) console.log(s); };
//# log-flood-objects -> timeout|memory
exports.handler = () => { const o = new Array(100).fill({ a: 1, b: { c: 2 } }); for (;;) console.log(o); };
//# log-one-huge-line -> timeout|memory|success
exports.handler = async () => { console.log('x'.repeat(1e8)); };
//# log-flood-in-timers -> timeout|memory
exports.handler = () => { setInterval(() => { for (let i = 0; i < 1000; i++) console.error('x'.repeat(1000)); }, 1); return new Promise(() => {}); };
//# log-getter-loop -> timeout|success
exports.handler = async () => { console.log({ get x() { for (;;); } }); };
//# log-to-string-loop -> timeout|success
exports.handler = async () => { console.log('%s %d', { toString() { for (;;); } }, { valueOf() { for (;;); } }); };
//# log-custom-inspect-loop -> timeout|success
exports.handler = async () => { console.log({ [Symbol.for('nodejs.util.inspect.custom')]() { for (;;); } }); };
//# log-huge-map -> timeout|memory|success
exports.handler = async () => { const m = new Map(); for (let i = 0; i < 1e5; i++) m.set(i, i); console.log(m); };
//# log-huge-object -> timeout|memory|success
exports.handler = async () => { const o = {}; for (let i = 0; i < 1e5; i++) o['k' + i] = i; console.log(o); };
//# log-sparse-array -> timeout|memory|success
exports.handler = async () => { console.log(new Array(4294967295)); };
//# log-json-format -> timeout|memory|success
exports.handler = async () => { let o = {}; for (let i = 0; i < 30; i++) o = { a: o, b: o }; console.log('%j', o); };
//# result-huge-string -> success|memory|error|timeout
exports.handler = async () => 'x'.repeat(2e7);
//# result-huge-array -> success|memory|error|timeout
exports.handler = async () => new Array(1e6).fill('text');
//# result-sparse-array -> timeout|memory|error
exports.handler = async () => new Array(4294967295);
//# result-escapes -> success|memory|error|timeout
exports.handler = async () => '\u0000'.repeat(2e7);
//# result-doubling -> memory|error
exports.handler = async () => { let s = 'x'; for (;;) s += s; };
