// util, querystring, string_decoder, timers/promises, os and module.
const util = require('util');
const show = (name, work) => {
  try {
    console.log(name, JSON.stringify(work()));
  } catch (error) {
    console.log(name, 'throws', error.name, error.code, error.message);
  }
};
show('format', () => [util.format('%s %d %j', 'a', 5, { b: 1 }), util.format('a', 'b'), util.format(), util.format('%s'), util.format('%%'), util.format(5, 'x')]);
show('inspect', () => [util.inspect({ a: [1, 'b'] }), util.inspect('x'), typeof util.inspect.custom, util.inspect({ a: { b: { c: { d: 1 } } } }, { depth: 0 })]);
show('equal', () => [
  [1, 1], [1, '1'], [NaN, NaN], [0, -0], [{ a: 1 }, { a: 1 }], [{ a: 1 }, { a: '1' }], [[1, 2], [1, 2]], [[1], { 0: 1 }], [new Map([[{ a: 1 }, 2]]), new Map([[{ a: 1 }, 2]])], [new Set([[1]]), new Set([[1]])], [new Set([1]), new Set([2])],
  [new Date(1), new Date(1)], [new Date(1), new Date(2)], [/a/g, /a/g], [/a/, /b/], [new Error('a'), new Error('a')], [new Error('a'), new Error('b')], [null, undefined], [Object.create(null), {}], [new Uint8Array([1]), new Uint8Array([1])], [Buffer.from('a'), Buffer.from('a')],
  [new Number(1), new Number(1)], [new String('a'), 'a'], [[undefined], [,]], [{ a: undefined }, {}], [[1, 2, 3], [1, 3, 2]], [Symbol.iterator, Symbol.iterator],
].map(([a, b]) => util.isDeepStrictEqual(a, b)));
show('cycles', () => { const a = {}; a.a = a; const b = {}; b.a = b; return util.isDeepStrictEqual(a, b); });
const kinds = { date: new Date(), regexp: /x/, map: new Map(), set: new Set(), promise: Promise.resolve(), error: new Error('x'), fake: Object.create(Error.prototype), u8: new Uint8Array(1), buffer: Buffer.alloc(1), f64: new Float64Array(1), ab: new ArrayBuffer(1), dv: new DataView(new ArrayBuffer(1)), async: async () => {}, generator: function* () {}, running: (function* () {})(), proxy: new Proxy({}, {}), number: new Number(1), string: new String('a'), boolean: new Boolean(true), weak: new WeakMap(), weakSet: new WeakSet(), args: (function () { return arguments; })(), iterator: new Map().keys(), setIterator: new Set().values(), plain: {}, text: 'x', none: null, f: () => {}, symbol: Object(Symbol('x')), big: Object(1n) };
for (const name of ['isDate', 'isRegExp', 'isMap', 'isSet', 'isPromise', 'isNativeError', 'isTypedArray', 'isUint8Array', 'isFloat64Array', 'isArrayBuffer', 'isAnyArrayBuffer', 'isArrayBufferView', 'isDataView', 'isAsyncFunction', 'isGeneratorFunction', 'isGeneratorObject', 'isProxy', 'isNumberObject', 'isStringObject', 'isBooleanObject', 'isSymbolObject', 'isBigIntObject', 'isBoxedPrimitive', 'isWeakMap', 'isWeakSet', 'isArgumentsObject', 'isMapIterator', 'isSetIterator']) {
  show(name, () => Object.keys(kinds).filter((kind) => util.types[name](kinds[kind])));
}
show('inherits', () => { function A() {} function B() {} B.prototype.f = () => 1; util.inherits(A, B); return [new A().f(), A.super_ === B]; });
show('control characters', () => util.stripVTControlCharacters('\u001b[31mred\u001b[0m'));
show('promisify keeps', () => { const f = (a, b, cb) => cb(null, a + b); f.x = 1; const p = util.promisify(f); return [p.x, p.name, typeof p]; });
for (const [name, wrong] of Object.entries({ promisify: () => util.promisify(5), callbackify: () => util.callbackify('x'), superless: () => util.inherits(function () {}, null), formatWithOptions: () => util.formatWithOptions(5, 'x') })) show(`wrong ${name}`, wrong);
const deprecated = util.deprecate((x) => x + 1, 'old', 'DEP1');
show('deprecate', () => [typeof deprecated, deprecated.length]);
show('text', () => [util.TextEncoder === TextEncoder, util.TextDecoder === TextDecoder, util.isArray([])]);
const qs = require('querystring');
for (const text of ['a=1&b=2', 'a=1&a=2', '', 'a', '=b', 'a=b=c', 'a%20b=c+d', '%zz=%E4', '&&a=1&&', 'a=%C3%A4', 'a[]=1&a[]=2', '__proto__=1']) show(`query ${text}`, () => qs.parse(text));
show('query options', () => [qs.parse('a:1;b:2', ';', ':'), qs.parse('a=1&b=2&c=3', null, null, { maxKeys: 2 }), qs.parse('a=%41', null, null, { decodeURIComponent: (x) => x.toLowerCase() })]);
show('query text', () => [qs.stringify({ a: 1, b: [2, 'x'], c: '', d: null, e: undefined, f: true, g: NaN, h: 5n, i: {} }), qs.stringify({ a: 'ä &=' }), qs.stringify({ a: 1, b: 2 }, ';', ':'), qs.stringify('x'), qs.stringify(null), qs.stringify({ "!'()*~": "!'()*~" })]);
show('query escapes', () => [qs.escape('ä b'), qs.unescape('%C3%A4+b'), qs.unescape('%zz'), qs.decode === qs.parse, qs.encode === qs.stringify, Object.getPrototypeOf(qs.parse('a=1'))]);
const { StringDecoder } = require('string_decoder');
for (const encoding of ['utf8', 'utf16le', 'base64', 'hex', 'latin1']) {
  show(`decoder ${encoding}`, () => { const decoder = new StringDecoder(encoding); const bytes = Buffer.from('aä€😀z'); return [...[...bytes].map((byte) => decoder.write(Buffer.from([byte]))), decoder.end()]; });
}
show('decoder cut', () => { const decoder = new StringDecoder(); return [decoder.write(Buffer.from([0xe2, 0x82])), decoder.end(), decoder.end(Buffer.from('x')), decoder.encoding, new StringDecoder('UTF-8').encoding]; });
show('decoder wrong', () => new StringDecoder('nope'));
const os = require('os');
show('os', () => [os.EOL, os.platform(), os.type(), os.tmpdir(), os.endianness(), typeof os.cpus().length, typeof os.totalmem(), typeof os.uptime(), typeof os.hostname()]);
const Module = require('module');
show('module', () => [Module.builtinModules.includes('fs'), Module.isBuiltin('node:fs'), Module.isBuiltin('nope'), typeof Module.createRequire('/tmp/x.js')('fs').readFileSync]);
show('same module', () => [require('util') === require('node:util'), require('path') === require('node:path'), require('util/types') === util.types, require('timers').setTimeout === setTimeout, require('process') === process, require('assert/strict') === require('assert').strict]);
(async () => {
  const add = (a, b, callback) => setTimeout(() => (a < 0 ? callback(new Error('negative')) : callback(null, a + b)), 1);
  console.log(await util.promisify(add)(1, 2));
  await util.promisify(add)(-1, 2).catch((error) => console.log('rejected', error.message));
  console.log(await util.promisify(setTimeout)(1, 'slept'), util.promisify(util.promisify(add)) !== undefined);
  const own = Object.assign((callback) => callback(null, 'a'), { [util.promisify.custom]: async () => 'own' });
  console.log(await util.promisify(own)());
  util.callbackify(async (x) => x * 2)(4, (error, value) => console.log('callback', error, value));
  util.callbackify(async () => { throw new Error('no'); })((error, value) => console.log('callback', error.message, value));
  util.callbackify(() => Promise.reject(null))((error) => console.log('callback', error.code, error.reason));
  const { setTimeout: wait, setImmediate: soon, setInterval: every } = require('timers/promises');
  console.log(await wait(5, 'waited'), await soon('soon'));
  let rounds = 0;
  for await (const value of every(2, 'tick')) {
    rounds += 1;
    console.log(value, rounds);
    if (rounds === 2) break;
  }
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 1);
  await wait(1000, null, { signal: controller.signal }).catch((error) => console.log(error.name, error.code, error.message));
})();
