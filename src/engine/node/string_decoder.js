// string_decoder: text from bytes that arrive in pieces, so that a character is never cut.

const { Buffer } = load('buffer');
const { invalidType } = load('internal:errors');

class StringDecoder {
  #rest = Buffer.alloc(0);
  constructor(encoding = 'utf8') {
    if (!Buffer.isEncoding(encoding)) {
      throw Object.assign(new TypeError(`Unknown encoding: ${encoding}`), { code: 'ERR_UNKNOWN_ENCODING' });
    }
    const name = String(encoding).toLowerCase();
    this.encoding = { 'utf-8': 'utf8', ucs2: 'utf16le', 'ucs-2': 'utf16le', 'utf-16le': 'utf16le', binary: 'latin1' }[name] ?? name;
  }
  write(bytes) {
    if (typeof bytes === 'string') return bytes;
    if (!ArrayBuffer.isView(bytes)) {
      throw invalidType('"buf" argument must be an instance of Buffer, TypedArray, or DataView', bytes);
    }
    const all = Buffer.concat([this.#rest, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)]);
    const end = all.length - this.#open(all);
    this.#rest = all.subarray(end);
    return all.toString(this.encoding, 0, end);
  }
  end(bytes) {
    const text = bytes === undefined ? '' : this.write(bytes);
    const rest = this.#rest;
    this.#rest = Buffer.alloc(0);
    return text + rest.toString(this.encoding);
  }
  get lastNeed() { return this.#rest.length; }
  // How many bytes at the end belong to a character that is not complete.
  #open(bytes) {
    if (this.encoding === 'base64' || this.encoding === 'base64url') return bytes.length % 3;
    if (this.encoding === 'utf16le') {
      const odd = bytes.length % 2;
      const last = bytes.length - odd >= 2 ? bytes.readUInt16LE(bytes.length - odd - 2) : 0;
      return last >= 0xd800 && last <= 0xdbff ? odd + 2 : odd;
    }
    if (this.encoding !== 'utf8') return 0;
    for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
      const byte = bytes[bytes.length - back];
      if ((byte & 0xc0) === 0x80) continue;
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
      return length > back ? back : 0;
    }
    return 0;
  }
}

exports.StringDecoder = StringDecoder;
