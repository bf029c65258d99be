// Loops without an end, in every place where code can run.

//# while -> timeout
exports.handler = () => { while (true) {} };
//# for -> timeout
exports.handler = () => { for (;;); };
//# do-while -> timeout
exports.handler = () => { do { } while (1); };
//# labels -> timeout
exports.handler = () => { a: for (;;) { b: for (;;) { continue a; } } };
//# labelled-block-break -> timeout
exports.handler = () => { for (;;) { x: { y: { break x; } } } };
//# switch -> timeout
exports.handler = () => { for (let i = 0; ; i++) switch (i % 3) { case 0: continue; case 1: break; default: } };
//# for-in -> timeout
exports.handler = () => { for (;;) for (const k in { a: 1, b: 2 }) void k; };
//# for-of-endless-generator -> timeout
exports.handler = () => { function* g() { for (;;) yield 1; } for (const x of g()) void x; };
//# spread-endless-generator -> timeout|memory
exports.handler = () => { function* g() { for (;;) yield 1; } return [...g()].length; };
//# array-from-endless-generator -> timeout|memory
exports.handler = () => { function* g() { for (;;) yield 1; } return Array.from(g()).length; };
//# destructure-endless-generator -> timeout|memory
exports.handler = () => { function* g() { for (;;) yield 1; } const [a, ...rest] = g(); return rest.length; };
//# call-with-endless-generator -> timeout|memory
exports.handler = () => { function* g() { for (;;) yield 1; } return Math.max(...g()); };
//# new-set-endless-generator -> timeout|memory
exports.handler = () => { let n = 0; function* g() { for (;;) yield n++; } return new Set(g()).size; };
//# new-map-endless-generator -> timeout|memory
exports.handler = () => { let n = 0; function* g() { for (;;) yield [n++, 1]; } return new Map(g()).size; };
//# from-entries-endless-generator -> timeout|memory
exports.handler = () => { let n = 0; function* g() { for (;;) yield [n++, 1]; } return Object.fromEntries(g()); };
//# promise-all-endless-generator -> timeout|memory
exports.handler = async () => { function* g() { for (;;) yield 1; } return Promise.all(g()); };
//# typed-array-endless-generator -> timeout|memory
exports.handler = () => { function* g() { for (;;) yield 1; } return new Uint8Array(g()).length; };
//# iterator-helper-drop -> timeout
exports.handler = () => { function* g() { for (;;) yield 1; } return g().drop(Infinity).next(); };
//# iterator-helper-to-array -> timeout|memory
exports.handler = () => { function* g() { for (;;) yield 1; } return g().map((x) => x).toArray(); };
//# native-iterator-for-ever -> timeout|memory
exports.handler = () => { const endless = { [Symbol.iterator]() { return this; }, next() { return { value: 1, done: false }; } }; return [...endless]; };
//# iterator-return-loops -> timeout
exports.handler = () => { const it = { [Symbol.iterator]() { return this; }, next: () => ({ value: 1, done: false }), return() { for (;;); } }; for (const x of it) break; };
//# promise-then -> timeout
exports.handler = async () => { await Promise.resolve().then(() => { for (;;); }); };
//# async -> timeout
exports.handler = async () => { for (;;) await null; };
//# async-after-await -> timeout
exports.handler = async () => { await null; for (;;); };
//# async-iteration -> timeout
exports.handler = async () => { async function* g() { for (;;) yield 1; } for await (const x of g()) void x; };
//# async-generator-endless-await -> timeout
exports.handler = async () => { async function* g() { for (;;) { await null; } } for await (const x of g()) void x; };
//# promise-executor -> timeout
exports.handler = () => new Promise(() => { for (;;); });
//# thenable -> timeout
exports.handler = () => ({ then() { for (;;); } });
//# thenable-chain -> timeout
exports.handler = async () => { const t = { then(resolve) { resolve(t); } }; await t; };
//# promise-chain-for-ever -> timeout|memory
exports.handler = async () => { const f = () => Promise.resolve().then(f); await f(); };
//# microtasks-for-ever -> timeout
exports.handler = () => { const f = () => queueMicrotask(f); f(); return new Promise(() => {}); };
//# immediates-for-ever -> timeout
exports.handler = () => { const f = () => setImmediate(f); f(); return new Promise(() => {}); };
//# timers-for-ever -> timeout
exports.handler = () => { const f = () => setTimeout(f, 0); f(); return new Promise(() => {}); };
//# interval-for-ever -> timeout
exports.handler = (event, context, callback) => { setInterval(() => {}, 1); callback(null, 1); };
//# timer-callback-loops -> timeout
exports.handler = () => { setTimeout(() => { for (;;); }, 1); return new Promise(() => {}); };
//# getter -> timeout
exports.handler = () => { const o = { get x() { for (;;); } }; return o.x; };
//# setter -> timeout
exports.handler = () => { const o = { set x(v) { for (;;); } }; o.x = 1; };
//# to-json -> timeout
exports.handler = async () => ({ toJSON() { for (;;); } });
//# result-getter -> timeout
exports.handler = async () => ({ get x() { for (;;); } });
//# result-proxy -> timeout
exports.handler = async () => new Proxy({}, { ownKeys() { for (;;); } });
//# replacer -> timeout
exports.handler = () => JSON.stringify({ a: 1 }, () => { for (;;); });
//# reviver -> timeout
exports.handler = () => JSON.parse('{"a":1}', () => { for (;;); });
//# replace-callback -> timeout
exports.handler = () => 'aaa'.replace(/a/g, () => { for (;;); });
//# sort-comparator -> timeout
exports.handler = () => [3, 1, 2].sort(() => { for (;;); });
//# map-callback -> timeout
exports.handler = () => [1].map(() => { for (;;); });
//# reduce-callback -> timeout
exports.handler = () => [1, 2].reduce(() => { for (;;); });
//# proxy-get -> timeout
exports.handler = () => new Proxy({}, { get() { for (;;); } }).x;
//# proxy-has -> timeout
exports.handler = () => 'x' in new Proxy({}, { has() { for (;;); } });
//# proxy-apply -> timeout
exports.handler = () => new Proxy(() => {}, { apply() { for (;;); } })();
//# proxy-construct -> timeout
exports.handler = () => new (new Proxy(function () {}, { construct() { for (;;); } }))();
//# proxy-get-prototype -> timeout
exports.handler = () => new Proxy({}, { getPrototypeOf() { for (;;); } }) instanceof Object;
//# value-of -> timeout
exports.handler = () => ({ valueOf() { for (;;); } }) + 1;
//# to-string -> timeout
exports.handler = () => `${{ toString() { for (;;); } }}`;
//# to-primitive -> timeout
exports.handler = () => +{ [Symbol.toPrimitive]() { for (;;); } };
//# has-instance -> timeout
exports.handler = () => 1 instanceof { [Symbol.hasInstance]() { for (;;); } };
//# species -> timeout
exports.handler = () => { class A extends Array { static get [Symbol.species]() { for (;;); } } return new A(3).map((x) => x); };
//# static-block -> timeout
exports.handler = () => { class A { static { for (;;); } } return A; };
//# field-initialiser -> timeout
exports.handler = () => { class A { x = (() => { for (;;); })(); } return new A(); };
//# constructor -> timeout
exports.handler = () => { class A { constructor() { for (;;); } } class B extends A {} return new B(); };
//# default-parameter -> timeout
exports.handler = (event, context, callback, x = (() => { for (;;); })()) => x;
//# handler-default-parameter-of-event -> timeout
exports.handler = ({ a = (() => { for (;;); })() }) => a;
//# computed-key -> timeout
exports.handler = () => ({ [(() => { for (;;); })()]: 1 });
//# template-tag -> timeout
exports.handler = () => ((s) => { for (;;); })`x`;
//# generator-body -> timeout
exports.handler = () => { function* g() { for (;;); } g().next(); };
//# generator-return -> timeout
exports.handler = () => { function* g() { try { yield 1; } finally { for (;;); } } const i = g(); i.next(); i.return(1); };
//# yield-star -> timeout
exports.handler = () => { function* g() { yield* g2(); } function* g2() { for (;;) yield 1; } for (const x of g()); };
//# eval -> timeout
exports.handler = () => eval('for(;;);');
//# indirect-eval -> timeout
exports.handler = () => (0, eval)('for(;;);');
//# new-function -> timeout
exports.handler = () => new Function('for(;;);')();
//# new-function-in-a-loop -> timeout|memory
exports.handler = () => { for (let i = 0; ; i++) new Function('return ' + i)(); };
//# eval-in-a-loop -> timeout|memory
exports.handler = () => { for (let i = 0; ; i++) eval('var a' + i + ' = 1'); };
//# async-generator-function-constructor -> timeout
exports.handler = async () => { const F = Object.getPrototypeOf(async function* () {}).constructor; for await (const x of F('for(;;) yield 1')()); };
//# with -> timeout
exports.handler = () => new Function('o', 'with (o) { for (;;) x; }')({ x: 1 });
//# with-proxy -> timeout
exports.handler = () => new Function('o', 'with (o) { x; }')(new Proxy({}, { has() { for (;;); } }));
//# symbol-unscopables -> timeout
exports.handler = () => new Function('o', 'with (o) { x; }')({ x: 1, get [Symbol.unscopables]() { for (;;); } });
//# fibonacci -> timeout
exports.handler = () => { const fib = (n) => (n < 2 ? n : fib(n - 1) + fib(n - 2)); return fib(90); };
//# mutual-tail-calls -> timeout|overflow
exports.handler = () => { const even = (n) => odd(n + 1); const odd = (n) => even(n + 1); return even(0); };
//# busy-wait -> timeout
exports.handler = () => { const end = Date.now() + 1e9; while (Date.now() < end); };
//# collatz -> timeout
exports.handler = () => { for (let n = 1n; ; n++) { let m = n; while (m !== 1n) m = m % 2n ? 3n * m + 1n : m / 2n; } };
//# weak-refs -> timeout|memory
exports.handler = () => { const refs = []; for (;;) { refs.push(new WeakRef({})); if (refs.length > 1000) refs.length = 0; } };
//# finalisation-registry -> timeout|memory
exports.handler = () => { const r = new FinalizationRegistry(() => {}); for (;;) r.register({}, 1); };
//# try-finally-loop -> timeout
exports.handler = () => { for (;;) { try { continue; } finally { continue; } } };
//# throw-catch-loop -> timeout
exports.handler = () => { for (;;) { try { throw new Error('x'); } catch { } } };
//# throw-deep-stack-loop -> timeout|overflow
exports.handler = () => { const f = (n) => { if (n === 0) throw new Error('deep'); f(n - 1); }; for (;;) try { f(100); } catch (e) { e.stack; } };
//# array-grows-while-mapped -> timeout|memory
exports.handler = () => { const a = [1]; for (const x of a) a.push(x); };
//# map-grows-while-walked -> timeout|memory
exports.handler = () => { const m = new Map([[0, 0]]); let n = 0; for (const [k] of m) m.set(++n, k); };
//# set-grows-while-walked -> timeout|memory
exports.handler = () => { const s = new Set([0]); s.forEach((x) => { s.delete(x); s.add(x); }); };
//# map-for-each-grows -> timeout|memory
exports.handler = () => { const m = new Map([[0, 0]]); m.forEach((v, k) => m.set(k + 1, 0)); };
//# sleeping-handler -> timeout
exports.handler = async () => { await new Promise((r) => setTimeout(r, 1e9)); };
