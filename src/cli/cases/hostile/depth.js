// Depth: in calls, in values, in sources and in what natives go through.
//: settings {"timeoutMs":3000}

//# recursion -> overflow
exports.handler = () => { const f = () => f(); return f(); };
//# recursion-with-work -> overflow
exports.handler = () => { const f = (n) => 1 + f(n + 1); return f(0); };
//# recursion-mutual -> overflow
exports.handler = () => { const f = () => g(), g = () => f(); return f(); };
//# recursion-in-getter -> overflow
exports.handler = () => { const o = { get x() { return this.x; } }; return o.x; };
//# recursion-in-setter -> overflow
exports.handler = () => { const o = { set x(v) { this.x = v; } }; o.x = 1; };
//# recursion-in-to-string -> overflow|error|success
exports.handler = () => { const o = { toString() { return `${o}`; } }; return `${o}`; };
//# recursion-in-value-of -> overflow|error|success
exports.handler = () => { const o = { valueOf() { return +o; } }; return +o; };
//# recursion-in-to-primitive -> overflow|error|success
exports.handler = () => { const o = { [Symbol.toPrimitive]() { return +o; } }; return +o; };
//# recursion-in-proxy -> overflow
exports.handler = () => { const p = new Proxy({}, { get: (t, k, r) => r[k] }); return p.x; };
//# recursion-in-proxy-has -> overflow
exports.handler = () => { const p = new Proxy({}, { has: (t, k) => k in p }); return 'x' in p; };
//# recursion-in-proxy-prototype -> overflow|error|success
exports.handler = async () => { const p = new Proxy({}, {}); Object.setPrototypeOf(p, p); return p.x; };
//# proxy-prototype-circle -> overflow|error|success
exports.handler = async () => { const a = {}; const p = new Proxy(a, {}); Object.setPrototypeOf(a, p); return a.missing; };
//# recursion-in-constructor -> overflow
exports.handler = () => { class A { constructor() { new A(); } } return new A(); };
//# recursion-in-field -> overflow
exports.handler = () => { class A { a = new A(); } return new A(); };
//# recursion-in-generator -> overflow
exports.handler = () => { function* g() { yield* g(); } return [...g()]; };
//# recursion-in-async -> overflow|memory|timeout
exports.handler = async () => { const f = async () => { await f(); }; await f(); };
//# recursion-in-async-after-await -> memory|timeout|overflow
exports.handler = async () => { const f = async () => { await null; await f(); }; await f(); };
//# recursion-in-map -> overflow
exports.handler = () => { const f = () => [1].map(f); return f(); };
//# recursion-in-for-each -> overflow
exports.handler = () => { const f = () => [1].forEach(f); return f(); };
//# recursion-in-sort -> overflow
exports.handler = () => { const f = () => [1, 2].sort(f); return f(); };
//# recursion-in-replace -> overflow
exports.handler = () => { const f = () => 'a'.replace(/a/, f); return f(); };
//# recursion-in-replace-all -> overflow
exports.handler = () => { const f = () => 'a'.replaceAll('a', f); return f(); };
//# recursion-in-json -> overflow
exports.handler = () => { const o = { toJSON() { return JSON.stringify(o); } }; return JSON.stringify(o); };
//# recursion-in-reviver -> overflow
exports.handler = () => { const f = () => JSON.parse('[1]', f); return f(); };
//# recursion-in-apply -> overflow
exports.handler = () => { const f = () => f.apply(null, []); return f(); };
//# recursion-in-call -> overflow
exports.handler = () => { const f = () => f.call(); return f(); };
//# recursion-in-reflect -> overflow
exports.handler = () => { const f = () => Reflect.apply(f, null, []); return f(); };
//# recursion-in-bind -> overflow
exports.handler = () => { let f = () => g(); const g = f.bind(null); return f(); };
//# recursion-in-eval -> overflow|timeout
exports.handler = () => { const f = () => eval('f()'); return f(); };
//# recursion-in-new-function -> overflow|timeout
exports.handler = () => { globalThis.f = () => new Function('return f()')(); return f(); };
//# recursion-in-tag -> overflow
exports.handler = () => { const f = () => f``; return f(); };
//# recursion-in-species -> overflow|error
exports.handler = () => { class A extends Array { static get [Symbol.species]() { return new A(1).map((x) => x).constructor; } } return new A(1).map((x) => x); };
//# recursion-in-has-instance -> overflow
exports.handler = () => { const C = { [Symbol.hasInstance]: () => 1 instanceof C }; return 1 instanceof C; };
//# recursion-in-iterator -> overflow
exports.handler = () => { const o = { [Symbol.iterator]: () => [...o] }; return [...o]; };
//# recursion-in-array-from -> overflow
exports.handler = () => { const f = () => Array.from([1], f); return f(); };
//# recursion-in-promise-executor -> overflow|error|timeout
exports.handler = async () => { const f = () => new Promise(f); return f(); };
//# recursion-in-define-property -> overflow
exports.handler = () => { const p = new Proxy({}, { defineProperty: (t, k, d) => Reflect.defineProperty(p, k, d) }); p.x = 1; };
//# recursion-in-default-parameter -> overflow
exports.handler = () => { const f = (x = f()) => x; return f(); };
//# recursion-in-computed-key -> overflow
exports.handler = () => { const f = () => ({ [f()]: 1 }); return f(); };
//# recursion-in-spread -> overflow
exports.handler = () => { const f = () => [...f()]; return f(); };
//# recursion-in-destructuring -> overflow
exports.handler = () => { const o = { get x() { const { x } = o; return x; } }; return o.x; };
//# recursion-in-super -> overflow
exports.handler = () => { class A { m() { return new B().m(); } } class B extends A { m() { return super.m(); } } return new B().m(); };
//# recursion-in-delete -> overflow
exports.handler = () => { const p = new Proxy({}, { deleteProperty: () => delete p.x }); delete p.x; };
//# recursion-in-own-keys -> overflow
exports.handler = () => { const p = new Proxy({}, { ownKeys: () => Object.keys(p) }); return Object.keys(p); };
//# recursion-in-instanceof -> overflow|error
exports.handler = () => { const p = new Proxy({}, { getPrototypeOf: () => Object.getPrototypeOf(p) }); return p instanceof Object; };
//# recursion-caught -> overflow|success
exports.handler = async () => { const f = () => f(); try { f(); } catch (e) { return e.message; } };
//# recursion-caught-for-ever -> overflow|timeout
exports.handler = () => { const f = () => { try { f(); } catch (e) { f(); } }; f(); };
//# recursion-with-finally -> overflow|timeout
exports.handler = () => { const f = () => { try { f(); } finally { f(); } }; f(); };
//# deep-array-stringify -> overflow|error
exports.handler = () => { let a = []; for (let i = 0; i < 1e5; i++) a = [a]; return JSON.stringify(a).length; };
//# deep-object-stringify -> overflow|error
exports.handler = () => { let a = {}; for (let i = 0; i < 1e5; i++) a = { a }; return JSON.stringify(a).length; };
//# deep-stringify-caught -> success
exports.handler = async () => { let a = []; for (let i = 0; i < 1e5; i++) a = [a]; try { return JSON.stringify(a); } catch (e) { return e.message; } };
//# deep-by-getter-stringify -> overflow|memory|timeout
exports.handler = () => { const deep = () => ({ get a() { return deep(); } }); return JSON.stringify(deep()); };
//# deep-by-to-json -> overflow|memory|timeout
exports.handler = () => { const deep = () => ({ toJSON() { return { a: deep() }; } }); return JSON.stringify(deep()); };
//# deep-by-replacer -> overflow|memory|timeout
exports.handler = () => JSON.stringify({}, () => ({ a: 1 }));
//# deep-by-proxy-stringify -> overflow|memory|timeout
exports.handler = () => { const deep = () => new Proxy({ a: 1 }, { get: (t, k) => (k === 'toJSON' ? undefined : deep()) }); return JSON.stringify(deep()); };
//# deep-reviver -> success|overflow|memory|timeout|error
exports.handler = () => JSON.parse('{"a":1}', function (k, v) { if (k === 'a') this.b = { a: 1, b: 2 }; return v; });
//# deep-result -> overflow|error
exports.handler = async () => { let a = []; for (let i = 0; i < 1e5; i++) a = [a]; return a; };
//# deep-result-callback -> overflow|error
exports.handler = (event, context, callback) => { let a = {}; for (let i = 0; i < 1e5; i++) a = { a }; callback(null, a); };
//# deep-error -> error
exports.handler = () => { let a = {}; for (let i = 0; i < 1e5; i++) a = { a }; throw a; };
//# deep-log -> success
exports.handler = async () => { let a = {}; for (let i = 0; i < 1e5; i++) a = { a }; console.log(a); console.log('%o', a); console.log('%O', a); };
//# deep-log-json -> overflow|error|success
exports.handler = async () => { let a = {}; for (let i = 0; i < 1e5; i++) a = { a }; console.log('%j', a); };
//# deep-string -> overflow|error
exports.handler = () => { let a = []; for (let i = 0; i < 1e5; i++) a = [a]; return String(a).length; };
//# deep-join -> overflow|error
exports.handler = () => { let a = []; for (let i = 0; i < 1e5; i++) a = [a]; return a.join(); };
//# deep-to-locale-string -> overflow|error
exports.handler = () => { let a = []; for (let i = 0; i < 1e5; i++) a = [a]; return a.toLocaleString(); };
//# deep-flat -> overflow|error
exports.handler = () => { let a = []; for (let i = 0; i < 1e5; i++) a = [a]; return a.flat(Infinity).length; };
//# circular-flat -> overflow|error
exports.handler = () => { const a = []; a.push(a); return a.flat(Infinity).length; };
//# circular-flat-by-proxy -> overflow|error|memory|timeout
exports.handler = () => { const a = []; a.push(new Proxy(a, {})); return a.flat(Infinity).length; };
//# circular-join -> success
exports.handler = async () => { const a = []; a.push(a); return a.join(); };
//# flat-explodes -> timeout|memory
exports.handler = () => { let a = [1]; for (let i = 0; i < 40; i++) a = [a, a]; return a.flat(Infinity).length; };
//# deep-parse -> success|error|overflow
exports.handler = async () => { let n = 0; for (let v = JSON.parse('['.repeat(1e5) + ']'.repeat(1e5)); v.length; v = v[0]) n++; return n; };
//# deep-parse-objects -> success|error|overflow
exports.handler = async () => typeof JSON.parse('{"a":'.repeat(1e5) + '1' + '}'.repeat(1e5));
//# deep-eval-arrays -> error|timeout
exports.handler = () => eval('['.repeat(1e5) + ']'.repeat(1e5));
//# deep-eval-calls -> error|timeout
exports.handler = () => eval('f('.repeat(1e5) + ')'.repeat(1e5));
//# deep-eval-functions -> error|timeout
exports.handler = () => eval('(function(){'.repeat(5000) + '})()'.repeat(5000));
//# deep-eval-templates -> error|timeout
exports.handler = () => eval('`${'.repeat(5000) + '1' + '}`'.repeat(5000));
//# deep-eval-not -> error|overflow|success|timeout
exports.handler = () => eval('!'.repeat(1e5) + '1');
//# deep-eval-minus -> error|overflow|success|timeout
exports.handler = () => eval('- '.repeat(1e5) + '1');
//# deep-eval-sum -> error|overflow|success|timeout
exports.handler = () => eval('1+'.repeat(1e5) + '1');
//# deep-eval-power -> error|overflow|success|timeout
exports.handler = () => eval('1**'.repeat(1e5) + '1');
//# deep-eval-ternary -> error|overflow|success|timeout
exports.handler = () => eval('0?1:'.repeat(1e5) + '1');
//# deep-eval-arrows -> error|overflow|success|timeout
exports.handler = () => eval('a=>'.repeat(1e5) + '1');
//# deep-eval-assignments -> error|overflow|success|timeout
exports.handler = () => eval('a='.repeat(1e5) + '1');
//# deep-eval-new -> error|overflow|success|timeout
exports.handler = () => eval('new '.repeat(1e5) + 'Date');
//# deep-eval-typeof -> error|overflow|success|timeout
exports.handler = () => eval('typeof '.repeat(1e5) + '1');
//# deep-eval-members -> error|overflow|success|timeout
exports.handler = () => eval('a' + '.a'.repeat(1e5));
//# deep-eval-calls-in-a-row -> error|overflow|success|timeout
exports.handler = () => eval('a' + '()'.repeat(1e5));
//# deep-eval-optional-chain -> error|overflow|success|timeout
exports.handler = () => eval('undefined' + '?.a'.repeat(1e5));
//# deep-eval-else-if -> error|overflow|success|timeout
exports.handler = () => eval('if(0){}else '.repeat(2e4) + '{}');
//# deep-eval-if -> error|overflow|success|timeout
exports.handler = () => eval('if(1)'.repeat(1e5) + '1');
//# deep-eval-for -> error|overflow|success|timeout
exports.handler = () => eval('for(;0;)'.repeat(1e5) + '1');
//# deep-eval-labels -> error|overflow|success|timeout
exports.handler = () => { let s = ''; for (let i = 0; i < 2e4; i++) s += 'a' + i + ':'; return eval(s + '1'); };
//# deep-eval-comma -> error|overflow|success|timeout
exports.handler = () => eval('1,'.repeat(1e5) + '1');
//# deep-eval-or -> error|overflow|success|timeout
exports.handler = () => eval('0||'.repeat(1e5) + '1');
//# deep-eval-nullish -> error|overflow|success|timeout
exports.handler = () => eval('null??'.repeat(1e5) + '1');
//# deep-eval-await -> error|overflow|success|timeout
exports.handler = async () => eval('(async()=>{' + 'await '.repeat(1e5) + '1})()');
//# deep-eval-classes -> success|error|overflow|timeout
exports.handler = () => eval('class A extends '.repeat(3000) + 'Object' + '{}'.repeat(3000));
//# deep-eval-destructuring -> error|overflow|timeout
exports.handler = () => eval('let ' + '['.repeat(5000) + 'a' + ']'.repeat(5000) + '=[]');
//# deep-eval-regexp -> error|overflow|timeout
exports.handler = () => eval('/' + '('.repeat(5e4) + ')'.repeat(5e4) + '/');
//# deep-eval-blocks -> error|overflow|timeout
exports.handler = () => eval('{'.repeat(1e5) + '}'.repeat(1e5));
//# deep-eval-strings -> success|timeout
exports.handler = async () => eval('"' + '('.repeat(1e5) + '".length');
//# wide-eval -> success|timeout|memory
exports.handler = async () => eval('1;'.repeat(5e4));
//# wide-array-literal -> success|timeout|memory
exports.handler = async () => eval('[' + '1,'.repeat(1e5) + ']').length;
//# many-parameters -> success|timeout|memory|error
exports.handler = async () => new Function(...Array.from({ length: 5000 }, (_, i) => 'a' + i), 'return 1')();
//# many-variables -> success|timeout|memory|error
exports.handler = async () => { let s = ''; for (let i = 0; i < 5000; i++) s += 'var v' + i + '=' + i + ';'; return eval(s + 'v10'); };
//# deep-linked-list -> success|timeout
exports.handler = async () => { let list = null; for (let i = 0; i < 1e5; i++) list = { list }; return 1; };
//# deep-promise-chain -> success|timeout
exports.handler = async () => { let p = Promise.resolve(0); for (let i = 0; i < 3e4; i++) p = p.then((x) => x + 1); return p; };
//# deep-promise-nesting -> success|timeout|memory
exports.handler = async () => { let p = Promise.resolve(0); for (let i = 0; i < 3e4; i++) { const q = p; p = new Promise((r) => r(q)); } return p; };
//# deep-closures -> success|timeout
exports.handler = async () => { let f = () => 0; for (let i = 0; i < 1e5; i++) { const g = f; f = () => g; } return 1; };
//# deep-error-cause-logged -> success|overflow|error
exports.handler = async () => { let e = new Error('x'); for (let i = 0; i < 1e4; i++) e = new Error('x', { cause: e }); console.log(e); };
//# deep-bound-function -> memory|overflow|error|success
exports.handler = () => { let f = () => 1; for (let i = 0; i < 1e5; i++) f = f.bind(null); return f(); };
//# deep-proxy -> overflow|error|success|timeout
exports.handler = () => { let p = () => 1; for (let i = 0; i < 1e5; i++) p = new Proxy(p, {}); return p(); };
//# deep-generator-delegation -> overflow|error|success
exports.handler = () => { function* a() { yield 1; } let g = a; for (let i = 0; i < 5000; i++) { const h = g; g = function* () { yield* h(); }; } return [...g()].length; };
//# deep-class-chain -> overflow|error|success
exports.handler = () => { let C = class {}; for (let i = 0; i < 5000; i++) C = class extends C {}; return new C() instanceof Object; };
//# deep-iterator-helpers -> overflow|error|success
exports.handler = () => { let i = [1].values(); for (let n = 0; n < 5000; n++) i = i.map((x) => x); return i.next().value; };
