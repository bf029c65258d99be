// wasm-bindgen gives each function that crosses between a script and its WebAssembly a name with a hash. Nobody reads those
// names, and hashes do not compress: in the page they were 5 kB of what travels. Here both sides get short ones.

import { transformSync } from 'esbuild';

// Names that wasm-bindgen makes up; what we export keeps its own.
const madeUp = /^(__wb|wasm_bindgen__|__externref)/;

// Sections of the format that hold names, and the kind of import that wasm-bindgen writes.
const IMPORTS = 2;
const EXPORTS = 7;
const FUNCTION = 0;

/**
 * @param {string} script what wasm-bindgen wrote around the program
 * @param {Uint8Array} wasm the program
 * @returns {{ script: string, wasm: Uint8Array }} the same two, smaller
 */
export function shortenNames(script, wasm) {
  const names = {};
  const short = (name) => (madeUp.test(name) ? (names[name] ??= `_${Object.keys(names).length.toString(36)}`) : name);
  const renamed = renameCrossings(wasm, short);
  const { code } = transformSync(script, { minify: true, mangleProps: madeUp, mangleCache: names });
  return { script: code, wasm: renamed };
}

function renameCrossings(wasm, short) {
  const reader = new Reader(wasm, 8);
  const parts = [wasm.subarray(0, 8)];
  while (!reader.isAtEnd()) {
    const section = reader.byte();
    const end = reader.number() + reader.at;
    const body = [];
    if (section === IMPORTS || section === EXPORTS) {
      const count = reader.number();
      body.push(number(count));
      for (let entry = 0; entry < count; entry += 1) {
        if (section === IMPORTS) body.push(text(reader.text()));
        body.push(text(short(reader.text())));
        const kind = reader.byte();
        if (section === IMPORTS && kind !== FUNCTION) throw new Error('only functions are imported');
        body.push([kind], number(reader.number()));
      }
    } else {
      body.push(wasm.subarray(reader.at, end));
    }
    reader.at = end;
    const bytes = Buffer.concat(body.map((part) => Buffer.from(part)));
    parts.push([section], number(bytes.length), bytes);
  }
  return Buffer.concat(parts.map((part) => Buffer.from(part)));
}

class Reader {
  constructor(bytes, at) {
    this.bytes = bytes;
    this.at = at;
  }

  isAtEnd() {
    return this.at >= this.bytes.length;
  }

  byte() {
    return this.bytes[this.at++];
  }

  // LEB128: seven bits a byte, the lowest first.
  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  }

  text() {
    const end = this.number() + this.at;
    const bytes = this.bytes.subarray(this.at, end);
    this.at = end;
    return new TextDecoder().decode(bytes);
  }
}

function number(value) {
  const bytes = [];
  do {
    const rest = Math.floor(value / 0x80);
    bytes.push((value % 0x80) + (rest > 0 ? 0x80 : 0));
    value = rest;
  } while (value > 0);
  return bytes;
}

function text(value) {
  const bytes = new TextEncoder().encode(value);
  return Buffer.from([...number(bytes.length), ...bytes]);
}
