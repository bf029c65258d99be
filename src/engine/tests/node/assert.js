// assert: what passes, and what the errors say.
const assert = require('assert');
const show = (work) => {
  try {
    console.log('passes', JSON.stringify(work()));
  } catch (error) {
    console.log(JSON.stringify([error.name, error.code, error.message, error.generatedMessage, error.operator, Object.keys(error)]));
  }
};
const object = { x: 1 };
for (const work of [
  () => assert(1), () => assert.ok('x'), () => assert.equal(1, '1'), () => assert.strictEqual('a', 'a'), () => assert.deepEqual({ a: [1] }, { a: ['1'] }), () => assert.deepStrictEqual([{ a: new Map([[1, 2]]) }], [{ a: new Map([[1, 2]]) }]),
  () => assert.throws(() => { throw new TypeError('bad'); }, TypeError), () => assert.throws(() => { throw new Error('bad'); }, /bad/), () => assert.throws(() => { throw new Error('bad'); }, { message: 'bad', name: 'Error' }), () => assert.throws(() => { throw new Error('bad'); }, (error) => error.message === 'bad'), () => assert.doesNotThrow(() => {}), () => assert.match('abc', /b/), () => assert.ifError(null), () => assert.notStrictEqual({}, {}), () => assert.notDeepStrictEqual({ a: 1 }, { a: '1' }), () => assert.throws(() => { throw new Error('bad'); }, { message: /^b/ }),
  () => assert.strictEqual(1, 2), () => assert.strictEqual('a', 'b'), () => assert.strictEqual('hello world', 'hello there'), () => assert.strictEqual({ a: 1 }, { a: 1 }), () => assert.strictEqual([1, 2], [1, 2]), () => assert.strictEqual(1, '1'), () => assert.strictEqual(1, 2, 'msg'), () => assert.strictEqual(1, 2, new TypeError('own')),
  () => assert.deepStrictEqual({ a: 1, b: [1, 2] }, { a: 1, b: [1, 3] }), () => assert.deepStrictEqual([1, 2, 3], [1, 2, 3, 4]), () => assert.deepEqual({ a: 1 }, { a: 2 }), () => assert.equal(1, 2), () => assert.notEqual(1, 1), () => assert.notStrictEqual(1, 1), () => assert.notStrictEqual(object, object), () => assert.notDeepStrictEqual({ a: 1 }, { a: 1 }), () => assert.notDeepEqual({ a: 1 }, { a: 1 }),
  () => assert.fail(), () => assert.fail('boom'), () => assert.throws(() => {}), () => assert.throws(() => {}, 'm'), () => assert.throws(() => {}, TypeError), () => assert.throws(() => {}, /x/, 'msg'), () => assert.throws(() => { throw new Error('abc'); }, /xyz/), () => assert.throws(() => { throw new Error('abc'); }, { message: 'xyz' }), () => assert.throws(() => { throw new Error('abc'); }, TypeError), () => assert.throws(() => { throw new Error('abc'); }, () => false), () => assert.doesNotThrow(() => { throw new Error('abc'); }), () => assert.doesNotThrow(() => { throw new Error('abc'); }, 'm'),
  () => assert.match('abc', /x/), () => assert.match(5, /x/), () => assert.doesNotMatch('abc', /a/), () => assert.ifError(new Error('e')), () => assert.ifError('x'), () => assert.ok(0, 'm'), () => assert(false, 'm2'), () => assert.ok(), () => assert.strict.equal(1, 2), () => assert.equal(true, false),
  () => assert.strictEqual(NaN, 0), () => assert.strictEqual('a\nb', 'a\nc'), () => assert.deepStrictEqual({ a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8 }, { a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 9 }), () => assert.deepStrictEqual(new Map([[1, 2]]), new Map([[1, 3]])), () => assert.deepStrictEqual(new Date(0), new Date(1)), () => assert.deepStrictEqual(1, 2), () => assert.deepStrictEqual([], {}), () => assert.strictEqual(undefined, null), () => assert.strictEqual(true, false), () => assert.strictEqual(null, { a: 1 }), () => assert.deepStrictEqual({ a: 1 }, undefined), () => assert.strictEqual(200, 404), () => assert.strictEqual('a long string of text here', 'another'), () => assert.deepStrictEqual({ a: { b: { c: 1 } } }, { a: { b: { c: 2 } } }),
  () => assert.throws('x'), () => assert.strict(0, 'message'), () => { throw new assert.AssertionError({ message: 'own', actual: 1, expected: 2, operator: 'x' }); },
]) show(work);
show(() => assert.ok(null));
show(() => assert(0 === 1));
show(() => assert(object.x > 5 && [1].includes(2)));
(async () => {
  for (const work of [() => assert.rejects(Promise.reject(new Error('q'))), () => assert.rejects(async () => { throw new TypeError('q'); }, TypeError), () => assert.doesNotReject(async () => {}), () => assert.rejects(Promise.resolve(1)), () => assert.rejects(async () => {}), () => assert.rejects(Promise.reject(new Error('q')), /z/), () => assert.doesNotReject(Promise.reject(new Error('q'))), () => assert.rejects(5), () => assert.rejects(() => 5)]) {
    try {
      console.log('passes', await work());
    } catch (error) {
      console.log(JSON.stringify([error.name, error.code, error.message]));
    }
  }
})();
