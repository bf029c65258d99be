// querystring: parse and stringify, with escapes that never fail.

const { unescapeBytes, pairsOf } = native;

function escape(text) {
  if (typeof text !== 'string') text = typeof text === 'object' ? String(text) : text + '';
  try {
    return encodeURIComponent(text);
  } catch {
    throw Object.assign(new URIError('URI malformed'), { code: 'ERR_INVALID_URI' });
  }
}

function unescape(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return unescapeBytes(text);
  }
}

function textOf(value) {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  return '';
}

function stringify(object, separator, equals, options) {
  separator ||= '&';
  equals ||= '=';
  if (object === null || typeof object !== 'object') return '';
  const encode = typeof options?.encodeURIComponent === 'function' ? options.encodeURIComponent : exports.escape;
  const parts = [];
  for (const key of Object.keys(object)) {
    const values = Array.isArray(object[key]) ? object[key] : [object[key]];
    for (const value of values) parts.push(encode(textOf(key)) + equals + encode(textOf(value)));
  }
  return parts.join(separator);
}

function parse(text, separator, equals, options) {
  const result = Object.create(null);
  if (typeof text !== 'string' || text.length === 0) return result;
  const most = typeof options?.maxKeys === 'number' ? options.maxKeys : 1000;
  const custom = options?.decodeURIComponent;
  const isOwn = typeof custom !== 'function' && exports.unescape === unescape;
  const decode = (part) => {
    if (isOwn) return part;
    try {
      return (typeof custom === 'function' ? custom : exports.unescape)(part);
    } catch {
      return exports.unescape(part);
    }
  };
  for (const [rawKey, rawValue] of pairsOf(text, separator ? String(separator) : '&', equals ? String(equals) : '=', most, isOwn)) {
    const key = decode(rawKey);
    const value = decode(rawValue);
    if (!(key in result)) result[key] = value;
    else if (Array.isArray(result[key])) result[key].push(value);
    else result[key] = [result[key], value];
  }
  return result;
}

Object.assign(exports, {
  stringify, parse, escape, unescape, encode: stringify, decode: parse,
  unescapeBuffer: (text) => load('buffer').Buffer.from(unescapeBytes(String(text))),
});
