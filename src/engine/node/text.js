// TextEncoder and TextDecoder.

const { encode, encodeInto, decode } = native;
const LABELS = {
  'utf-8': ['utf-8', 'utf8', 'unicode-1-1-utf-8', 'unicode11utf8', 'unicode20utf8', 'x-unicode20utf8'],
  'utf-16le': ['utf-16le', 'utf-16', 'ucs-2', 'iso-10646-ucs-2', 'csunicode', 'unicode', 'unicodefeff'],
  'windows-1252': ['latin1', 'ascii', 'us-ascii', 'iso-8859-1', 'iso8859-1', 'l1', 'windows-1252', 'cp1252', 'x-cp1252'],
};

class TextEncoder {
  get encoding() { return 'utf-8'; }
  encode(text = '') { return encode(`${text}`); }
  encodeInto(text, target) {
    const [read, written] = encodeInto(`${text}`, target);
    return { read, written };
  }
  get [Symbol.toStringTag]() { return 'TextEncoder'; }
}

class TextDecoder {
  #encoding; #fatal; #ignoreBOM; #rest = new Uint8Array(0); #started = false;
  constructor(label = 'utf-8', options = {}) {
    const name = String(label).trim().toLowerCase();
    this.#encoding = Object.keys(LABELS).find((encoding) => LABELS[encoding].includes(name));
    if (!this.#encoding) {
      const error = new RangeError(`The "${label}" encoding is not supported`);
      throw Object.assign(error, { code: 'ERR_ENCODING_NOT_SUPPORTED' });
    }
    this.#fatal = Boolean(options?.fatal);
    this.#ignoreBOM = Boolean(options?.ignoreBOM);
  }
  get encoding() { return this.#encoding; }
  get fatal() { return this.#fatal; }
  get ignoreBOM() { return this.#ignoreBOM; }
  decode(input = new Uint8Array(0), options = {}) {
    const stream = Boolean(options?.stream);
    const [text, rest] = decode(this.#rest, input, this.#encoding, this.#fatal, stream);
    let result = text;
    if (!this.#started && !this.#ignoreBOM && this.#encoding !== 'windows-1252' && result.startsWith('\ufeff')) {
      result = result.slice(1);
    }
    this.#started = stream && (this.#started || text.length > 0);
    this.#rest = rest;
    return result;
  }
  get [Symbol.toStringTag]() { return 'TextDecoder'; }
}

Object.assign(exports, { TextEncoder, TextDecoder });
