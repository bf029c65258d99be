// crypto: classes and checks over native hashes.

const { Buffer } = load('buffer');
const { setImmediate } = load('timers');
const { invalidType, outOfRange } = load('internal:errors');

const BINARY = 'string or an instance of Buffer, TypedArray, or DataView';

function bytesOf(data, encoding, name, wanted = BINARY) {
  if (typeof data === 'string') return Buffer.from(data, encoding === 'buffer' ? 'utf8' : encoding);
  if (ArrayBuffer.isView(data) || data instanceof ArrayBuffer) return data;
  throw invalidType(`"${name}" argument must be of type ${wanted}`, data);
}

function coded(error, code) { return Object.assign(error, { code }); }

function out(buffer, encoding) {
  return encoding && encoding !== 'buffer' ? buffer.toString(encoding) : buffer;
}

let stateOf;
class Running {
  #state;
  static { stateOf = (running) => running.#state; }
  constructor(state) { this.#state = state; }
  update(data, encoding) {
    if (typeof data !== 'string' && !ArrayBuffer.isView(data)) {
      throw invalidType(`"data" argument must be of type ${BINARY}`, data);
    }
    if (!native.update(this.#state, bytesOf(data, encoding, 'data'))) throw this.finished();
    return this;
  }
  digest(encoding) {
    const digest = native.digest(this.#state);
    if (digest === undefined) return this.again(encoding);
    return out(digest, encoding);
  }
  write(data, encoding) {
    this.update(data, encoding);
    return true;
  }
  end(data, encoding) {
    if (data !== undefined) this.update(data, encoding);
    this.ended = native.digest(this.#state);
    return this;
  }
  read() { return this.ended ?? null; }
  finished() { return coded(new Error('Digest already called'), 'ERR_CRYPTO_HASH_FINALIZED'); }
}
for (const name of ['write', 'end', 'read', 'finished']) Object.defineProperty(Running.prototype, name, { enumerable: false });

class Hash extends Running {
  again() { throw this.finished(); }
  copy() {
    const state = native.copy(stateOf(this));
    if (state === undefined) throw this.finished();
    return new Hash(state);
  }
}
class Hmac extends Running {
  again(encoding) { return out(Buffer.alloc(0), encoding); }
}

function createHash(algorithm) {
  if (typeof algorithm !== 'string') throw invalidType('"algorithm" argument must be of type string', algorithm);
  const state = native.hash(algorithm);
  if (state === undefined) throw new Error('Digest method not supported');
  return new Hash(state);
}

function createHmac(algorithm, key, options) {
  if (typeof algorithm !== 'string') throw invalidType('"hmac" argument must be of type string', algorithm);
  const secret = key instanceof KeyObject ? key.export() : bytesOf(key, options?.encoding, 'key',
    'string or an instance of ArrayBuffer, Buffer, TypedArray, DataView, KeyObject, or CryptoKey');
  const state = native.keyed(algorithm, secret);
  if (state === undefined) throw coded(new TypeError(`Invalid digest: ${algorithm}`), 'ERR_CRYPTO_INVALID_DIGEST');
  return new Hmac(state);
}

class KeyObject {
  #bytes;
  constructor(bytes) { this.#bytes = Buffer.from(bytes); }
  get type() { return 'secret'; }
  get symmetricKeySize() { return this.#bytes.length; }
  export(options) { return options?.format === 'jwk' ? { kty: 'oct', k: this.#bytes.toString('base64url') } : Buffer.from(this.#bytes); }
  equals(other) { return this.#bytes.equals(other.export()); }
}

function timingSafeEqual(first, second) {
  for (const [name, value] of [['buf1', first], ['buf2', second]]) {
    if (!ArrayBuffer.isView(value) && !(value instanceof ArrayBuffer)) {
      throw coded(new TypeError(`The "${name}" argument must be an instance of ArrayBuffer, Buffer, TypedArray, or DataView.`), 'ERR_INVALID_ARG_TYPE');
    }
  }
  if (first.byteLength !== second.byteLength) {
    throw coded(new RangeError('Input buffers must have the same byte length'), 'ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH');
  }
  return native.areEqual(first, second);
}

// Gives the result at once, or to a callback later.
function deliver(work, callback) {
  if (callback === undefined) return work();
  if (typeof callback !== 'function') throw invalidType('"callback" argument must be of type function', callback);
  setImmediate(() => {
    let result;
    try {
      result = work();
    } catch (error) {
      return void callback(error);
    }
    callback(null, result);
  });
  return undefined;
}

function checkNumber(value, name, lowest, highest) {
  if (typeof value !== 'number') throw invalidType(`"${name}" argument must be of type number`, value);
  if (!Number.isInteger(value) && lowest !== undefined) throw outOfRange(name, 'an integer', value);
  if (!(value >= lowest && value <= highest)) throw outOfRange(name, `>= ${lowest} && <= ${highest}`, value);
}

function randomBytes(size, callback) {
  if (typeof size !== 'number') throw invalidType('"size" argument must be of type number', size);
  if (!(size >= 0 && size <= 2147483647)) throw outOfRange('size', '>= 0 && <= 2147483647', size);
  return deliver(() => randomFillSync(Buffer.alloc(size)), callback);
}

function randomFillSync(buffer, offset = 0, size = buffer.byteLength - offset) {
  if (!ArrayBuffer.isView(buffer) && !(buffer instanceof ArrayBuffer)) {
    throw invalidType('"buf" argument must be an instance of ArrayBuffer, Buffer, TypedArray, or DataView', buffer);
  }
  const part = new Uint8Array(buffer.buffer ?? buffer, (buffer.byteOffset ?? 0) + offset, size);
  native.fillRandomly(part);
  return buffer;
}

function randomFill(buffer, ...args) {
  const callback = args.pop();
  deliver(() => randomFillSync(buffer, ...args), callback);
}

function randomInt(min, max, callback) {
  if (max === undefined || typeof max === 'function') [min, max, callback] = [0, min, max];
  if (!Number.isSafeInteger(min)) throw invalidType('"min" argument must be a safe integer', min);
  if (!Number.isSafeInteger(max)) throw invalidType('"max" argument must be a safe integer', max);
  if (max <= min) throw outOfRange('max', `greater than the value of "min" (${min})`, max);
  if (max - min > 2 ** 48 - 1) throw outOfRange('max - min', '<= 281474976710655', max - min);
  return deliver(() => min + native.randomInteger(max - min), callback);
}

const keyInput = (value, name) => bytesOf(value, 'utf8', name, 'string or an instance of ArrayBuffer, Buffer, TypedArray, or DataView');

function pbkdf2Of(password, salt, iterations, length, digest) {
  if (typeof digest !== 'string') throw invalidType('"digest" argument must be of type string', digest);
  const [secret, seasoning] = [keyInput(password, 'password'), keyInput(salt, 'salt')];
  checkNumber(iterations, 'iterations', 1, 2147483647);
  checkNumber(length, 'keylen', 0, 2147483647);
  if (native.hash(digest) === undefined) throw coded(new TypeError(`Invalid digest: ${digest}`), 'ERR_CRYPTO_INVALID_DIGEST');
  return () => native.pbkdf2(secret, seasoning, iterations, length, digest);
}

function scryptOf(password, salt, length, options = {}) {
  const [secret, seasoning] = [keyInput(password, 'password'), keyInput(salt, 'salt')];
  checkNumber(length, 'keylen', 0, 2147483647);
  const cost = options.N ?? options.cost ?? 16384;
  const block = options.r ?? options.blockSize ?? 8;
  const parallel = options.p ?? options.parallelization ?? 1;
  const most = options.maxmem ?? 32 * 1024 * 1024;
  if (128 * cost * block > most) {
    throw coded(new RangeError('Invalid scrypt params: memory limit exceeded'), 'ERR_CRYPTO_INVALID_SCRYPT_PARAMS');
  }
  return () => {
    const key = native.scrypt(secret, seasoning, length, cost, block, parallel);
    if (key === undefined) throw coded(new RangeError('Invalid scrypt params'), 'ERR_CRYPTO_INVALID_SCRYPT_PARAMS');
    return key;
  };
}

function unavailable(name) {
  return () => {
    throw coded(new TypeError(`${name} cannot work here: this simulation has hashes, keyed hashes and random numbers, but no ciphers, signatures or certificates.`),
      'ERR_FEATURE_UNAVAILABLE_ON_PLATFORM');
  };
}

const HASHES = { 'SHA-1': 'sha1', 'SHA-256': 'sha256', 'SHA-384': 'sha384', 'SHA-512': 'sha512' };
class SubtleCrypto {
  async digest(algorithm, data) {
    const name = String(typeof algorithm === 'object' && algorithm ? algorithm.name : algorithm).toUpperCase();
    const { DOMException } = load('internal:web_events');
    if (!HASHES[name]) throw new DOMException('Unrecognized algorithm name', 'NotSupportedError');
    const bytes = createHash(HASHES[name]).update(ArrayBuffer.isView(data) ? data : new Uint8Array(data)).digest();
    return bytes.buffer;
  }
  get [Symbol.toStringTag]() { return 'SubtleCrypto'; }
}
for (const name of ['encrypt', 'decrypt', 'sign', 'verify', 'generateKey', 'importKey', 'exportKey', 'deriveKey', 'deriveBits', 'wrapKey', 'unwrapKey']) {
  SubtleCrypto.prototype[name] = async () => unavailable(`crypto.subtle.${name}`)();
}

class Crypto {
  get subtle() { return subtle; }
  getRandomValues(array) {
    const { DOMException } = load('internal:web_events');
    if (!ArrayBuffer.isView(array) || array instanceof DataView || array instanceof Float32Array || array instanceof Float64Array) {
      throw new DOMException('The data argument must be an integer-type TypedArray', 'TypeMismatchError');
    }
    if (array.byteLength > 65536) {
      throw new DOMException(`The requested length exceeds 65,536 bytes`, 'QuotaExceededError');
    }
    native.fillRandomly(array);
    return array;
  }
  randomUUID() { return native.randomUUID(); }
  get [Symbol.toStringTag]() { return 'Crypto'; }
}
const subtle = new SubtleCrypto();
const webcrypto = new Crypto();

for (const name of ['createCipheriv', 'createDecipheriv', 'createSign', 'createVerify', 'sign', 'verify', 'generateKeyPair', 'generateKeyPairSync',
  'createPrivateKey', 'createPublicKey', 'publicEncrypt', 'privateDecrypt', 'createDiffieHellman', 'createECDH', 'X509Certificate']) {
  exports[name] = unavailable(`crypto.${name}`);
}
Object.assign(exports, {
  createHash, createHmac, Hash, Hmac, KeyObject, timingSafeEqual, randomBytes, pseudoRandomBytes: randomBytes, randomFillSync, randomFill, randomInt,
  randomUUID: () => native.randomUUID(),
  createSecretKey: (key, encoding) => new KeyObject(typeof key === 'string' ? Buffer.from(key, encoding) : key),
  hash: (algorithm, data, encoding = 'hex') => createHash(algorithm).update(data).digest(encoding),
  getHashes: () => [...native.names],
  getCiphers: () => [],
  getCurves: () => [],
  pbkdf2Sync: (...args) => pbkdf2Of(...args)(),
  pbkdf2: (password, salt, iterations, length, digest, callback) => deliver(pbkdf2Of(password, salt, iterations, length, digest), callback ?? null),
  scryptSync: (...args) => scryptOf(...args)(),
  scrypt: (password, salt, length, ...rest) => deliver(scryptOf(password, salt, length, rest.length > 1 ? rest[0] : undefined), rest.at(-1) ?? null),
  webcrypto, subtle, getRandomValues: (array) => webcrypto.getRandomValues(array), constants: {},
});
