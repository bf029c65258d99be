// Buffer: making, text, numbers, searching, and its errors.
const show = (name, work) => {
  try {
    const value = work();
    console.log(name, typeof value === 'bigint' ? `${value}n` : JSON.stringify(value));
  } catch (error) {
    console.log(name, 'throws', error.name, error.code, error.message);
  }
};
const hex = (buffer) => buffer.toString('hex');
show('from text', () => hex(Buffer.from('héllo €')));
for (const encoding of ['utf8', 'utf-8', 'UTF8', 'hex', 'base64', 'base64url', 'latin1', 'binary', 'ascii', 'utf16le', 'ucs2']) {
  const buffer = Buffer.from([0x68, 0xe9, 0xff, 0x00, 0xfb, 0xf0, 0x9f, 0x98, 0x80, 0xc3]);
  show(`to ${encoding}`, () => buffer.toString(encoding));
  show(`back from ${encoding}`, () => hex(Buffer.from(buffer.toString(encoding), encoding)));
  show(`length in ${encoding}`, () => Buffer.byteLength('zß水🍌ab', encoding));
}
for (const text of ['YQ', 'YQ==', 'YWI', 'YWJj', 'Y W\nJ j', 'YQ==YQ==', '_-_-', '+/+/', '!!YQ', 'Y', '', 'YWJjZ', '====']) {
  show(`base64 ${JSON.stringify(text)}`, () => hex(Buffer.from(text, 'base64')));
  show(`base64url ${JSON.stringify(text)}`, () => hex(Buffer.from(text, 'base64url')));
}
for (const text of ['abc', 'abxxcd', 'zz', '0G', 'ABCDEF']) show(`hex ${text}`, () => hex(Buffer.from(text, 'hex')));
show('lone surrogate', () => hex(Buffer.from('\ud800x')));
show('emoji', () => Buffer.from('f09f9880', 'hex').toString());
show('cut utf8', () => Buffer.from('e282', 'hex').toString());
show('range of toString', () => Buffer.from('abcdef').toString('utf8', 1, 4));
show('odd ranges', () => ['x'].map(() => Buffer.from('abc').toString(undefined, -5, 99)));
show('array', () => hex(Buffer.from([1, 256, -1, 2.7, '3', 'x', true])));
show('array like', () => hex(Buffer.from({ length: 2, 0: 1, 1: 2 })));
show('json and back', () => hex(Buffer.from(JSON.parse(JSON.stringify(Buffer.from('ab'))))));
show('copy of a buffer', () => { const a = Buffer.from('ab'); const b = Buffer.from(a); a[0] = 0; return hex(b); });
show('memory of an array buffer', () => { const a = new Uint8Array([1, 2, 3, 4]); const b = Buffer.from(a.buffer, 1, 2); a[1] = 9; return hex(b); });
show('typed array', () => hex(Buffer.from(new Uint16Array([1, 0x1234]))));
show('valueOf', () => hex(Buffer.from(new String('ab'))));
show('toPrimitive', () => hex(Buffer.from({ [Symbol.toPrimitive]: () => 'ab' })));
show('alloc', () => [hex(Buffer.alloc(3)), hex(Buffer.alloc(5, 'ab')), hex(Buffer.alloc(3, 1)), hex(Buffer.alloc(4, 'YQ==', 'base64')), hex(Buffer.alloc(3, Buffer.from('xy')))]);
show('allocUnsafe', () => Buffer.allocUnsafe(4).length);
show('concat', () => [hex(Buffer.concat([Buffer.from('a'), new Uint8Array([1, 2])])), hex(Buffer.concat([Buffer.from('abc')], 2)), hex(Buffer.concat([Buffer.from('a')], 3)), Buffer.concat([]).length]);
show('isBuffer', () => [Buffer.isBuffer(Buffer.alloc(1)), Buffer.isBuffer(new Uint8Array(1)), Buffer.isBuffer('a'), Buffer.isBuffer(null)]);
show('isEncoding', () => ['utf8', 'HEX', 'nope', '', 5].map((name) => Buffer.isEncoding(name)));
show('class', () => { const b = Buffer.from('ab'); return [b instanceof Uint8Array, b instanceof Buffer, b.constructor.name, Buffer.name, Object.prototype.toString.call(b), Array.isArray(b), typeof Buffer, Buffer.poolSize]; });
show('spread', () => [...Buffer.from('ab')]);
show('entries', () => [...Buffer.from('ab').entries()]);
show('map makes buffers', () => Buffer.isBuffer(Buffer.from('ab').map((x) => x + 1)));
show('for in keys', () => Object.keys(Buffer.from('ab')));
show('compare', () => [Buffer.compare(Buffer.from('a'), Buffer.from('b')), Buffer.from('b').compare(Buffer.from('a')), Buffer.from('abc').compare(Buffer.from('xabcx'), 1, 4), Buffer.from('a').compare(Buffer.from('ab'))]);
show('sort', () => [Buffer.from('c'), Buffer.from('a')].sort(Buffer.compare).map(String));
show('equals', () => [Buffer.from('a').equals(Buffer.from('a')), Buffer.from('a').equals(new Uint8Array([97])), Buffer.from('a').equals(Buffer.from('b'))]);
const text = Buffer.from('this is a buffer, is it');
for (const args of [['is'], ['is', 3], ['is', -2], [Buffer.from('buffer')], [97], [355], ['nope'], [''], ['', 5], ['is', 'utf8'], ['73', 0, 'hex'], ['is', undefined], ['is', 1e9], ['is', -1e9]]) {
  show(`indexOf ${args}`, () => [text.indexOf(...args), text.lastIndexOf(...args), text.includes(...args)]);
}
show('slice shares', () => { const a = Buffer.from('abcd'); const b = a.slice(1, 3); b[0] = 0x78; return [a.toString(), b.toString(), a.subarray(-2).toString(), a.slice(2, 1).length, a.subarray().length]; });
show('copy', () => { const a = Buffer.alloc(5); return [Buffer.from('abcdef').copy(a, 1, 2, 4), hex(a), Buffer.from('abcdef').copy(a), hex(a), Buffer.from('a').copy(a, 9)]; });
show('copy over itself', () => { const a = Buffer.from('abcdef'); a.copy(a, 2, 0, 4); return a.toString(); });
show('fill', () => [Buffer.alloc(4).fill('ab').toString(), Buffer.alloc(4).fill('a', 1, 3).toString('latin1'), hex(Buffer.alloc(4).fill(257)), hex(Buffer.alloc(2).fill('')), hex(Buffer.alloc(3).fill('abcd', 'hex'))]);
show('write', () => { const a = Buffer.alloc(6); return [a.write('héé'), hex(a), a.write('€', 4), hex(a), a.write('ff', 1, 'hex'), hex(a), a.write('abc', 0, 2), hex(a), a.write('xyz', 5)]; });
show('toJSON', () => Buffer.from('ab').toJSON());
show('swap', () => [hex(Buffer.from('01020304', 'hex').swap16()), hex(Buffer.from('01020304', 'hex').swap32()), hex(Buffer.from('0102030405060708', 'hex').swap64())]);
const bytes = Buffer.from('fffe0102030405060708', 'hex');
for (const name of ['UInt8', 'Int8', 'UInt16LE', 'UInt16BE', 'Int16LE', 'Int16BE', 'UInt32LE', 'UInt32BE', 'Int32LE', 'Int32BE', 'FloatLE', 'FloatBE', 'DoubleLE', 'DoubleBE', 'BigInt64LE', 'BigInt64BE', 'BigUInt64LE', 'BigUInt64BE', 'Uint16BE', 'BigUint64LE']) {
  show(`read${name}`, () => bytes[`read${name}`]());
  show(`read${name} 1`, () => bytes[`read${name}`](1));
  show(`read${name} 10`, () => bytes[`read${name}`](10));
  show(`write${name}`, () => { const b = Buffer.alloc(9); const big = name.startsWith('Big'); const end = b[`write${name}`](big ? 5n : 5, 1); return [end, hex(b)]; });
  show(`write${name} too much`, () => Buffer.alloc(9)[`write${name}`](name.startsWith('Big') ? 2n ** 64n : 2 ** 40));
}
for (const size of [1, 3, 5, 6]) {
  show(`readUIntLE ${size}`, () => bytes.readUIntLE(0, size));
  show(`readIntBE ${size}`, () => bytes.readIntBE(0, size));
  show(`writeIntBE ${size}`, () => { const b = Buffer.alloc(6); return [b.writeIntBE(-2, 0, size), hex(b)]; });
  show(`writeUIntLE ${size} too much`, () => Buffer.alloc(8).writeUIntLE(2 ** 50, 0, size));
  show(`writeIntLE ${size} too much`, () => Buffer.alloc(8).writeIntLE(2 ** 50, 0, size));
}
show('negative', () => [Buffer.alloc(2).writeInt16BE(-5), Buffer.alloc(8).writeDoubleBE(1.5), hex(Buffer.alloc(1).fill(-1))]);
for (const [name, wrong] of Object.entries({
  number: () => Buffer.from(5), nothing: () => Buffer.from(null), encoding: () => Buffer.from('a', 'nope'), size: () => Buffer.alloc('5'),
  negative: () => Buffer.alloc(-1), huge: () => Buffer.alloc(2 ** 34), read: () => Buffer.from('abc').readUInt32LE(0), fraction: () => Buffer.from('abc').readUInt8(1.5),
  texted: () => Buffer.from('abc').readUInt8('1'), list: () => Buffer.concat(5), item: () => Buffer.concat([5]), compare: () => Buffer.compare(1, Buffer.alloc(1)),
  length: () => Buffer.byteLength(5), swap: () => Buffer.from('abc').swap16(), fill: () => Buffer.from('abc').fill('zz', 'hex'), equals: () => Buffer.from('abc').equals(5),
  index: () => Buffer.from('abc').indexOf({}), object: () => Buffer.from({}), toString: () => Buffer.from('abc').toString('nope'), bytes: () => Buffer.from('abc').readUIntLE(0, 7),
  target: () => Buffer.from('abc').copy(5), write: () => Buffer.from('abc').write(5), big: () => Buffer.alloc(11).writeBigInt64LE(5), callable: () => Buffer.from(() => {}),
  symbol: () => Buffer.from(Symbol('x')), long: () => Buffer.alloc('a text that is rather long for a message'), outside: () => Buffer.from(new ArrayBuffer(2), 5),
  room: () => Buffer.alloc(2).write('x', 3), source: () => Buffer.alloc(2).copy(Buffer.alloc(2), 0, -1),
})) show(`wrong ${name}`, wrong);
show('atob', () => [atob('aGk='), atob(' aG k '), btoa('hi'), btoa('\xff'), btoa('')]);
for (const wrong of [() => atob('a'), () => atob('*'), () => btoa('€')]) show('wrong', wrong);
console.log(Buffer.from('hi').inspect(), Buffer.alloc(60).inspect(), Buffer.alloc(0).inspect());
console.log(require('buffer').Buffer === Buffer, require('node:buffer').kMaxLength, new Buffer('ab').toString());
