// Much native work that few instructions start.

//# repeat-2-28 -> memory|error
exports.handler = () => 'x'.repeat(2 ** 28).length;
//# repeat-2-29 -> error RangeError
exports.handler = () => 'x'.repeat(2 ** 29).length;
//# repeat-2-40 -> error RangeError
exports.handler = () => 'x'.repeat(2 ** 40).length;
//# repeat-infinity -> error RangeError
exports.handler = () => 'x'.repeat(Infinity).length;
//# repeat-caught -> success
exports.handler = async () => { try { 'x'.repeat(2 ** 40); } catch (e) { return e.message; } };
//# repeat-by-object -> memory|error
exports.handler = () => String.prototype.repeat.call({ toString: () => 'x'.repeat(1e6) }, { valueOf: () => 1e6 });
//# pad-end-2-28 -> memory|error
exports.handler = () => 'x'.padEnd(2 ** 28).length;
//# pad-start-2-30 -> error RangeError
exports.handler = () => 'x'.padStart(2 ** 30, 'abc').length;
//# join-huge -> error RangeError|timeout
exports.handler = () => new Array(1e9).join('x').length;
//# join-big-strings -> memory|error
exports.handler = () => new Array(1000).fill('x'.repeat(1e6)).join('').length;
//# array-to-string-huge -> error|timeout
exports.handler = () => String(new Array(4294967295));
//# concat-strings -> memory|error|timeout
exports.handler = () => { let s = 'x'.repeat(1e6); for (let i = 0; i < 1e3; i++) s = s.concat(s); return s.length; };
//# string-doubling -> memory|error
exports.handler = () => { let s = 'x'; for (;;) s += s; };
//# template-doubling -> memory|error
exports.handler = () => { let s = 'x'; for (;;) s = `${s}${s}`; };
//# string-growth -> timeout|memory
exports.handler = () => { let s = ''; for (;;) s += 'ab'; };
//# string-growth-large -> timeout|memory
exports.handler = () => { let s = ''; const t = 'x'.repeat(1000); for (;;) s += t; };
//# string-growth-at-the-front -> timeout|memory
exports.handler = () => { let s = ''; for (;;) s = 'ab' + s; };
//# split-join -> timeout|memory
exports.handler = () => { let s = 'ab'; for (;;) s = s.split('').join('ab'); };
//# replace-all-growth -> memory|error|timeout
exports.handler = () => { let s = 'a'; for (;;) s = s.replaceAll('a', 'aaaa'); };
//# replace-dollar-growth -> memory|error|timeout
exports.handler = () => 'x'.repeat(1e6).replace(/x/g, "$'");
//# replace-dollar-growth-string -> memory|error|timeout
exports.handler = () => 'x'.repeat(1e6).replaceAll('x', "$`$'");
//# replace-regex-long -> timeout
exports.handler = () => 'a'.repeat(3e5).replace(/a/g, 'b').length;
//# replace-all-long -> timeout
exports.handler = () => 'a'.repeat(1e6).replaceAll('a', 'b').length;
//# match-all-long -> timeout
exports.handler = () => [...'a'.repeat(3e5).matchAll(/a/g)].length;
//# split-regex-long -> timeout
exports.handler = () => 'a'.repeat(1e6).split(/(?:)/).length;
//# index-of-quadratic -> timeout
exports.handler = () => { const s = 'a'.repeat(1e6); const n = 'a'.repeat(5e5) + 'b'; for (;;) s.indexOf(n); };
//# includes-loop -> timeout
exports.handler = () => { const s = 'a'.repeat(1e7); for (;;) s.includes('b'); };
//# last-index-of-loop -> timeout
exports.handler = () => { const s = 'a'.repeat(1e7); for (;;) s.lastIndexOf('ba'); };
//# normalize -> timeout|memory
exports.handler = () => { const s = '\u1e9b\u0323'.repeat(1e6); for (;;) s.normalize('NFKD'); };
//# upper-case -> timeout|memory
exports.handler = () => { const s = '\u00df'.repeat(1e6); for (;;) s.toUpperCase(); };
//# locale-compare -> timeout|memory
exports.handler = () => { const s = 'a'.repeat(1e7); for (;;) s.localeCompare(s + 'b'); };
//# compare-long-strings -> timeout|memory
exports.handler = () => { const a = 'a'.repeat(1e7), b = 'a'.repeat(1e7); for (;;) a === b; };
//# slice-long-strings -> timeout|memory
exports.handler = () => { const a = 'a'.repeat(1e7); for (let i = 0; ; i++) a.slice(i % 10).charCodeAt(5); };
//# fill-1e7 -> timeout|memory
exports.handler = () => { const a = new Array(1e7).fill(0); return a.length; };
//# fill-4e9 -> timeout
exports.handler = () => new Array(4294967295).fill(0).length;
//# sort-1e6 -> timeout|success
exports.handler = async () => { const a = []; for (let i = 0; i < 2e5; i++) a.push((i * 7919) % 1000003); a.sort(); return a.length; };
//# sort-sparse -> timeout
exports.handler = () => new Array(4294967295).sort();
//# index-of-sparse -> timeout
exports.handler = () => new Array(4294967295).indexOf(1);
//# includes-sparse -> timeout
exports.handler = () => new Array(4294967295).includes(1);
//# reverse-sparse -> timeout
exports.handler = () => { const a = new Array(4294967295); a[5] = 1; return a.reverse().length; };
//# for-each-sparse -> timeout
exports.handler = () => new Array(4294967295).forEach(() => {});
//# reduce-sparse -> timeout
exports.handler = () => new Array(4294967295).reduce((a) => a, 0);
//# shift-sparse -> timeout
exports.handler = () => { const a = []; a[4e9] = 1; return a.shift(); };
//# unshift-sparse -> timeout
exports.handler = () => { const a = []; a[4e9] = 1; return a.unshift(1); };
//# splice-sparse -> timeout
exports.handler = () => { const a = []; a[4e9] = 1; return a.splice(0, 1); };
//# slice-sparse -> timeout
exports.handler = () => { const a = []; a[4e9] = 1; return a.slice(1).length; };
//# concat-sparse -> timeout
exports.handler = () => { const a = []; a[4e9] = 1; return [].concat(a).length; };
//# copy-within-sparse -> timeout
exports.handler = () => { const a = []; a[4e9] = 1; return a.copyWithin(0, 1).length; };
//# flat-sparse -> timeout
exports.handler = () => { const a = []; a[4e9] = 1; return a.flat().length; };
//# to-sorted-sparse -> timeout|error|memory
exports.handler = () => new Array(4294967295).toSorted();
//# array-like-index-of -> timeout
exports.handler = () => Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1);
//# array-like-getter-length -> timeout
exports.handler = () => Array.prototype.includes.call({ get length() { return 2 ** 53 - 1; } }, 1);
//# array-like-liar -> success|timeout
exports.handler = () => { let n = 0; return Array.prototype.lastIndexOf.call({ get length() { return n++ ? 2 ** 53 - 1 : 1; } }, 1); };
//# array-like-inherited-length -> timeout
exports.handler = () => Array.prototype.reverse.call(Object.create({ length: 2 ** 53 - 1 }));
//# array-like-proxy -> timeout
exports.handler = () => Array.prototype.indexOf.call(new Proxy({ length: 2 ** 53 - 1 }, {}), 1);
//# array-like-proxy-of-array -> timeout
exports.handler = () => new Proxy(new Array(4294967295), {}).forEach(() => {});
//# array-like-length-by-value-of -> timeout
exports.handler = () => Array.prototype.some.call({ length: { valueOf: () => 2 ** 53 - 1 } }, () => false);
//# array-like-length-string -> timeout
exports.handler = () => Array.prototype.some.call({ length: '9007199254740991' }, () => false);
//# array-from-length -> timeout|memory|error
exports.handler = () => Array.from({ length: 1e9 }).length;
//# array-from-proxy -> timeout|memory|error
exports.handler = () => Array.from(new Proxy({ length: 2 ** 32 - 1 }, {})).length;
//# array-from-with-callback -> timeout
exports.handler = () => Array.from({ length: 4294967295 }, () => 0).length;
//# apply-length -> error RangeError
exports.handler = () => Math.max.apply(null, { length: 2 ** 32 - 1 });
//# apply-proxy-length -> error|timeout|memory
exports.handler = () => Math.max.apply(null, new Proxy({}, { get: (t, k) => (k === 'length' ? 2 ** 32 - 1 : 1) }));
//# reflect-apply-length -> error RangeError
exports.handler = () => Reflect.apply(Math.max, null, { length: 1e9 });
//# reflect-construct-length -> error RangeError
exports.handler = () => Reflect.construct(Array, { length: 1e9 });
//# spread-sparse -> timeout|memory|error
exports.handler = () => [...new Array(4294967295)].length;
//# spread-sparse-call -> timeout|memory|error
exports.handler = () => Math.max(...new Array(4294967295));
//# set-of-sparse -> timeout
exports.handler = () => new Set(new Array(4294967295)).size;
//# iterator-drop-sparse -> timeout
exports.handler = () => new Array(4294967295).values().drop(2 ** 40).next();
//# array-buffer-2-30 -> error RangeError
exports.handler = () => new ArrayBuffer(2 ** 30).byteLength;
//# uint8-array-2-30 -> error RangeError
exports.handler = () => new Uint8Array(2 ** 30).length;
//# many-buffers -> memory|error|timeout
exports.handler = () => { const a = []; for (;;) a.push(new Uint8Array(1e7)); };
//# many-buffers-dropped -> timeout
exports.handler = () => { for (;;) new Uint8Array(1e7); };
//# typed-sort -> timeout
exports.handler = () => { const a = new Float64Array(1e7); for (;;) a.sort(); };
//# typed-fill-loop -> timeout
exports.handler = () => { const a = new Uint8Array(1e8); for (;;) a.fill(1); };
//# typed-join -> timeout|memory|error
exports.handler = () => new Uint8Array(1e8).join('xxxxx').length;
//# typed-index-of-loop -> timeout
exports.handler = () => { const a = new Uint8Array(1e8); for (;;) a.indexOf(1); };
//# typed-set-loop -> timeout
exports.handler = () => { const a = new Uint8Array(5e7), b = new Float32Array(5e6); for (;;) a.set(b); };
//# object-keys-of-typed-array -> timeout|memory|error
exports.handler = () => Object.keys(new Uint8Array(1e8)).length;
//# object-keys-of-string -> timeout|memory|error
exports.handler = () => Object.keys('x'.repeat(1e8)).length;
//# object-assign-loop -> timeout
exports.handler = () => { const o = {}; for (let i = 0; i < 1e4; i++) o['k' + i] = i; for (;;) Object.assign({}, o); };
//# object-spread-loop -> timeout|memory
exports.handler = () => { const o = {}; for (let i = 0; i < 1e4; i++) o['k' + i] = i; for (;;) ({ ...o }); };
//# array-spread-loop -> timeout
exports.handler = () => { const a = new Array(1e5).fill(1); for (;;) [...a]; };
//# for-in-break-loop -> timeout
exports.handler = () => { const o = {}; for (let i = 0; i < 1e4; i++) o['k' + i] = i; for (;;) for (const k in o) break; };
//# stringify-sparse -> timeout|memory|error
exports.handler = () => JSON.stringify(new Array(1e7)).length;
//# stringify-4e9 -> timeout|memory|error
exports.handler = () => JSON.stringify(new Array(4294967295)).length;
//# stringify-loop -> timeout
exports.handler = () => { const o = new Array(1000).fill({ a: 1, b: 'text' }); for (;;) JSON.stringify(o); };
//# stringify-shared -> timeout|memory
exports.handler = () => { let o = { a: 1 }; for (let i = 0; i < 40; i++) o = { a: o, b: o }; return JSON.stringify(o).length; };
//# result-shared -> timeout|memory|error
exports.handler = async () => { let o = { a: 1 }; for (let i = 0; i < 40; i++) o = { a: o, b: o }; return o; };
//# log-shared -> timeout|memory|success
exports.handler = async () => { let o = { a: 1 }; for (let i = 0; i < 40; i++) o = { a: o, b: o }; console.log(o); };
//# parse-loop -> timeout
exports.handler = () => { const t = JSON.stringify(new Array(1000).fill({ a: 1 })); for (;;) JSON.parse(t); };
//# parse-large -> timeout|memory|error
exports.handler = () => JSON.parse('[' + '1,'.repeat(1e7) + '1]').length;
//# bigint-power -> success
exports.handler = () => (2n ** 100000000n > 0n);
//# bigint-power-huge -> timeout|memory|error
exports.handler = () => (3n ** (2n ** 64n) > 0n);
//# bigint-squaring -> timeout|memory|error
exports.handler = () => { let n = 3n; for (let i = 0; i < 40; i++) n = n * n; return n > 0n; };
//# bigint-shift -> timeout|memory|error
exports.handler = () => (1n << (2n ** 40n)) > 0n;
//# bigint-shift-loop -> timeout|memory|error
exports.handler = () => { let n = 1n; for (;;) n = n << 1000000n; };
//# bigint-to-string -> timeout|memory|error
exports.handler = () => (2n ** 5000000n).toString().length;
//# bigint-from-string -> timeout|memory|error
exports.handler = () => BigInt('9'.repeat(3e6)) > 0n;
//# bigint-factorial -> timeout|memory|error
exports.handler = () => { let n = 1n; for (let i = 1n; ; i++) n *= i; };
//# bigint-as-int-n -> timeout|memory|error|success
exports.handler = async () => String(BigInt.asIntN(2 ** 53 - 1, -1n)).length > 0;
//# backtracking-classic -> timeout
exports.handler = () => /^(a+)+$/.test('a'.repeat(40) + 'b');
//# backtracking-alternation -> timeout
exports.handler = () => /^(a|a)*$/.test('a'.repeat(40) + 'b');
//# backtracking-email -> timeout
exports.handler = () => /^([a-zA-Z0-9])(([-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3})|([a-z]{2,3}[.]{1}[a-z]{2,3}))$/.test('a'.repeat(60) + '!');
//# backtracking-split -> timeout
exports.handler = () => ('x' + 'a'.repeat(40) + 'b').split(/(?:(a+)+)$/);
//# backtracking-replace -> timeout
exports.handler = () => ('a'.repeat(40) + 'b').replace(/(a*)*$/, '').length;
//# backtracking-match -> timeout
exports.handler = () => ('a'.repeat(40) + 'b').match(/(a*)*c/);
//# backtracking-polynomial -> timeout
exports.handler = () => /\s*\s*\s*\s*\s*x/.test(' '.repeat(3000));
//# backtracking-lookahead -> timeout
exports.handler = () => /(?=(a+)+$)b/.test('a'.repeat(40) + 'b');
//# backtracking-back-reference -> timeout
exports.handler = () => /^(a+)\1*(a+)+$/.test('a'.repeat(40) + 'b');
//# backtracking-lazy -> timeout
exports.handler = () => /^(a+?)+?$/.test('a'.repeat(40) + 'b');
//# backtracking-by-constructor -> timeout
exports.handler = () => new RegExp('^(\\w+\\s?)*$').test('word '.repeat(12) + '!');
//# pattern-repeats -> timeout|memory|error|success
exports.handler = () => new RegExp('(?:(?:(?:a{1000}){1000}){1000}){1000}').test('a');
//# pattern-nested-groups -> error SyntaxError
exports.handler = () => new RegExp('('.repeat(50000) + ')'.repeat(50000)).test('a');
//# pattern-long -> timeout|memory|error|success
exports.handler = async () => new RegExp('a?'.repeat(1e5) + 'a'.repeat(1e5)).test('a'.repeat(1e5));
//# date-parse-long -> timeout|success
exports.handler = async () => { const s = '1'.repeat(1e6); for (let i = 0; i < 1e4; i++) Date.parse(s); return 1; };
//# uri-loop -> timeout|memory
exports.handler = () => { const s = '\u00e4'.repeat(1e6); for (;;) encodeURIComponent(s); };
//# escape-loop -> timeout|memory
exports.handler = () => { const s = '\u00e4'.repeat(1e6); for (;;) escape(s); };
//# parse-float-loop -> timeout|memory
exports.handler = () => { const s = '1'.repeat(1e6); for (;;) parseFloat(s); };
//# number-of-long-text -> timeout|memory
exports.handler = () => { const s = '1'.repeat(1e6); for (;;) Number(s); };
//# parse-int-loop -> timeout|memory
exports.handler = () => { const s = '1'.repeat(1e6); for (;;) parseInt(s, 36); };
//# function-to-string-loop -> timeout|memory
exports.handler = () => { const f = new Function('return "' + 'x'.repeat(1e5) + '"'); for (;;) f.toString(); };
//# symbol-for-loop -> timeout|memory
exports.handler = () => { for (let i = 0; ; i++) Symbol.for('k' + i); };
//# property-names-for-ever -> timeout|memory
exports.handler = () => { const o = {}; for (let i = 0; ; i++) o['k' + i] = i; };
//# bind-chain -> timeout|memory|error
exports.handler = () => { let f = () => 1; for (let i = 0; i < 1e5; i++) f = f.bind(null, i); return f(); };
//# prototype-chain-long -> timeout|memory|overflow|success
exports.handler = async () => { let o = {}; for (let i = 0; i < 1e5; i++) o = Object.create(o); for (let i = 0; i < 1e5; i++) o.missing; return 1; };
//# proxy-chain-long -> timeout|memory|error|success
exports.handler = () => { let p = {}; for (let i = 0; i < 1e5; i++) p = new Proxy(p, {}); return p.x; };
