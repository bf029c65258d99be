// crypto: hashes, keyed hashes, keys from passwords, and what can be said of random values.
const crypto = require('crypto');
const show = (name, work) => {
  try {
    console.log(name, JSON.stringify(work()));
  } catch (error) {
    console.log(name, 'throws', error.name, error.code, error.message);
  }
};
const long = 'x'.repeat(1000);
for (const hash of ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'SHA256', 'RSA-SHA256', 'sha512-256', 'SHA-1']) {
  show(`hash ${hash}`, () => [crypto.createHash(hash).update('').digest('hex'), crypto.createHash(hash).update('abc').update(Buffer.from('déf')).update(long).digest('base64')]);
  show(`hmac ${hash}`, () => [crypto.createHmac(hash, 'key').update('abc').digest('hex'), crypto.createHmac(hash, Buffer.alloc(300, 7)).update(long).digest('base64url')]);
}
show('buffer', () => [Buffer.isBuffer(crypto.createHash('md5').update('a').digest()), crypto.createHash('md5').update('a').digest().length]);
show('encodings', () => [crypto.createHash('md5').update('aGk=', 'base64').digest('latin1').length, crypto.createHash('md5').update('6869', 'hex').digest('hex'), crypto.createHash('md5').update('hi').digest('hex'), crypto.createHash('md5').update('ä', 'latin1').digest('hex')]);
show('typed arrays', () => [crypto.createHash('md5').update(new Uint16Array([1, 2])).digest('hex'), crypto.createHash('md5').update(new DataView(new ArrayBuffer(2))).digest('hex')]);
show('copy', () => { const first = crypto.createHash('sha1').update('a'); const second = first.copy(); first.update('b'); return [first.digest('hex'), second.digest('hex')]; });
show('key object', () => crypto.createHmac('sha256', crypto.createSecretKey(Buffer.from('key'))).update('abc').digest('hex'));
show('hmac again', () => { const hmac = crypto.createHmac('md5', 'k'); hmac.digest(); return hmac.digest('hex'); });
show('write and read', () => { const hash = crypto.createHash('md5'); hash.write('a'); hash.end(); return hash.read().toString('hex'); });
show('class', () => [crypto.createHash('md5').constructor.name, crypto.createHmac('md5', 'k') instanceof crypto.Hmac, crypto.createHash('md5') instanceof crypto.Hash]);
show('hashes', () => ['sha256', 'md5', 'sha1', 'sha512'].map((name) => crypto.getHashes().includes(name)));
show('timingSafeEqual', () => [crypto.timingSafeEqual(Buffer.from('ab'), Buffer.from('ab')), crypto.timingSafeEqual(Buffer.from('ab'), new Uint8Array([1, 2]))]);
show('randomBytes', () => [crypto.randomBytes(5).length, Buffer.isBuffer(crypto.randomBytes(0)), crypto.randomBytes(16).toString('hex').length, crypto.randomBytes(16).equals(crypto.randomBytes(16))]);
show('randomUUID', () => [/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(crypto.randomUUID()), crypto.randomUUID() === crypto.randomUUID(), typeof globalThis.crypto.randomUUID()]);
show('randomInt', () => { const drawn = Array.from({ length: 200 }, () => crypto.randomInt(3)); return [drawn.every((n) => [0, 1, 2].includes(n)), new Set(drawn).size, crypto.randomInt(5, 6)]; });
show('getRandomValues', () => { const array = new Uint32Array(4); return [globalThis.crypto.getRandomValues(array) === array, array.some((n) => n > 0), array.length]; });
show('randomFill', () => crypto.randomFillSync(Buffer.alloc(8), 4).subarray(0, 4).toString('hex'));
show('pbkdf2', () => [crypto.pbkdf2Sync('password', 'salt', 1, 20, 'sha1').toString('hex'), crypto.pbkdf2Sync('password', 'salt', 1000, 64, 'sha512').toString('hex'), crypto.pbkdf2Sync(Buffer.from('p'), Buffer.from('s'), 5, 40, 'sha256').toString('base64')]);
show('scrypt', () => [crypto.scryptSync('', '', 64, { N: 16 , r: 1, p: 1 }).toString('hex'), crypto.scryptSync('password', 'NaCl', 64, { N: 1024, r: 8, p: 16 }).toString('hex')]);
for (const [name, wrong] of Object.entries({
  hash: () => crypto.createHash('nope'), data: () => crypto.createHash('md5').update(5), late: () => { const hash = crypto.createHash('md5'); hash.digest(); hash.update('a'); },
  twice: () => { const hash = crypto.createHash('md5'); hash.digest(); hash.digest(); }, none: () => crypto.createHash(), hmac: () => crypto.createHmac('nope', 'k'), key: () => crypto.createHmac('md5'),
  lengths: () => crypto.timingSafeEqual(Buffer.alloc(1), Buffer.alloc(2)), text: () => crypto.timingSafeEqual('a', Buffer.alloc(2)), bytes: () => crypto.randomBytes('x'), negative: () => crypto.randomBytes(-1),
  zero: () => crypto.randomInt(0), order: () => crypto.randomInt(5, 2), integer: () => crypto.randomInt('a'), rounds: () => crypto.pbkdf2Sync('a', 'b', 0, 1, 'sha1'), digest: () => crypto.pbkdf2Sync('a', 'b', 1, 1, 'nope'),
  values: () => globalThis.crypto.getRandomValues([1]), copied: () => { const hash = crypto.createHash('md5'); hash.digest(); hash.copy(); }, password: () => crypto.scryptSync(5, 'x', 1),
})) show(`wrong ${name}`, wrong);
crypto.randomBytes(3, (error, bytes) => {
  console.log('later', error, bytes.length);
  crypto.pbkdf2('a', 'b', 2, 8, 'sha256', (error, key) => {
    console.log('key', error, key.toString('hex'));
    crypto.scrypt('a', 'b', 8, (error, key) => console.log('scrypt', error, key.toString('hex')));
  });
});
globalThis.crypto.subtle.digest('SHA-256', new TextEncoder().encode('abc')).then((bytes) => setTimeout(() => {
  console.log('subtle', bytes instanceof ArrayBuffer, Buffer.from(bytes).toString('hex'));
}, 500));
console.log(require('node:crypto') === crypto, crypto.webcrypto === globalThis.crypto);
