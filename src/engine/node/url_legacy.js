// url: what the module has besides the URL standard: parse, format and resolve of old, and file paths.

const { URL, URLSearchParams } = native;
const { invalidType } = load('internal:errors');
const querystring = load('querystring');
const SLASHED = new Set(['http', 'https', 'ftp', 'gopher', 'file', 'ws', 'wss']);
const hasSlashes = (protocol) => SLASHED.has(protocol.replace(/:$/, ''));

function Url() {
  for (const name of ['protocol', 'slashes', 'auth', 'host', 'port', 'hostname', 'hash', 'search', 'query', 'pathname', 'path', 'href']) {
    this[name] = null;
  }
}

function parse(text, asObject = false, hostAlways = false) {
  if (text instanceof Url) return text;
  if (typeof text !== 'string') throw invalidType('"url" argument must be of type string', text);
  const url = new Url();
  let rest = text.trim();
  const cut = rest.search(/[?#]/);
  rest = (cut < 0 ? rest : rest.slice(0, cut)).replaceAll('\\', '/') + (cut < 0 ? '' : rest.slice(cut));
  const scheme = /^[a-z0-9.+-]+:/i.exec(rest)?.[0];
  if (scheme) {
    url.protocol = scheme.toLowerCase();
    rest = rest.slice(scheme.length);
  }
  const known = scheme && hasSlashes(url.protocol);
  if ((scheme || hostAlways || /^\/\/[^@/]+@[^@/]+/.test(rest)) && rest.startsWith('//') && url.protocol !== 'javascript:') {
    rest = rest.slice(2);
    url.slashes = true;
  }
  if (url.slashes || (scheme && !known && url.protocol !== 'javascript:')) {
    const end = rest.search(/[/?#]/);
    let authority = end < 0 ? rest : rest.slice(0, end);
    rest = end < 0 ? '' : rest.slice(end);
    const at = authority.lastIndexOf('@');
    if (at >= 0) {
      url.auth = decodeURIComponent(authority.slice(0, at));
      authority = authority.slice(at + 1);
    }
    const port = /:([0-9]*)$/.exec(authority);
    if (port) {
      if (port[1] !== '') url.port = port[1];
      authority = authority.slice(0, port.index);
    }
    url.hostname = authority.toLowerCase();
    url.host = url.hostname + (url.port ? `:${url.port}` : '');
    if (/^\[.*\]$/.test(url.hostname)) url.hostname = url.hostname.slice(1, -1);
  }
  if (url.protocol !== 'javascript:') rest = rest.replace(/[\t\n\r "'<>\\^`{|}]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
  const hash = rest.indexOf('#');
  if (hash >= 0) {
    url.hash = rest.slice(hash);
    rest = rest.slice(0, hash);
  }
  const question = rest.indexOf('?');
  if (question >= 0) {
    url.search = rest.slice(question);
    url.query = url.search.slice(1);
    if (asObject) url.query = querystring.parse(url.query);
    rest = rest.slice(0, question);
  } else if (asObject) {
    url.search = null;
    url.query = Object.create(null);
  }
  if (rest) url.pathname = rest;
  if (known && url.hostname && !url.pathname) url.pathname = '/';
  if (url.pathname || url.search) url.path = (url.pathname ?? '') + (url.search ?? '');
  url.href = url.format();
  return url;
}

Url.prototype.parse = function (text, asObject, hostAlways) { return Object.assign(this, parse(text, asObject, hostAlways)); };
Url.prototype.format = function () {
  const auth = this.auth ? `${encodeURIComponent(this.auth).replace(/%3A/i, ':')}@` : '';
  let protocol = this.protocol || '';
  if (protocol && !protocol.endsWith(':')) protocol += ':';
  let host = '';
  if (this.host) host = auth + this.host;
  else if (this.hostname) {
    host = auth + (this.hostname.includes(':') ? `[${this.hostname}]` : this.hostname) + (this.port ? `:${this.port}` : '');
  }
  const query = this.query !== null && typeof this.query === 'object' ? querystring.stringify(this.query) : '';
  let search = this.search || (query && `?${query}`) || '';
  let pathname = (this.pathname || '').replace(/[?#]/g, encodeURIComponent);
  if (this.slashes || hasSlashes(protocol)) {
    if (this.slashes || host) {
      if (pathname && !pathname.startsWith('/')) pathname = `/${pathname}`;
      host = `//${host}`;
    } else if (protocol === 'file:') {
      host = '//';
    }
  }
  let hash = this.hash || '';
  if (hash && !hash.startsWith('#')) hash = `#${hash}`;
  if (search && !search.startsWith('?')) search = `?${search}`;
  search = search.replaceAll('#', '%23');
  return protocol + host + pathname + search + hash;
};
Url.prototype.resolve = function (to) { return resolve(this.href, to); };

function format(url, options) {
  if (typeof url === 'string') url = parse(url);
  else if (typeof url !== 'object' || url === null) {
    throw invalidType('"urlObject" argument must be one of type object or string', url);
  }
  if (url instanceof URL) {
    const copy = new URL(url);
    if (options?.fragment === false) copy.hash = '';
    if (options?.search === false) copy.search = '';
    if (options?.auth === false) copy.username = copy.password = '';
    return copy.href;
  }
  return Url.prototype.format.call(url);
}

function resolve(from, to) {
  const base = new URL(from, 'resolve://-');
  const found = new URL(to, base);
  if (found.protocol !== 'resolve:') return found.href;
  const { pathname, search, hash } = found;
  const isRelative = !`${to}`.startsWith('/') && !`${from}`.startsWith('/');
  return (isRelative ? pathname.slice(1) : pathname) + search + hash;
}

function fileURLToPath(url) {
  if (typeof url === 'string') url = new URL(url);
  else if (typeof url?.href !== 'string') throw invalidType('"path" argument must be of type string or an instance of URL', url);
  if (url.protocol !== 'file:') {
    throw Object.assign(new TypeError('The URL must be of scheme file'), { code: 'ERR_INVALID_URL_SCHEME' });
  }
  if (url.hostname !== '') {
    throw Object.assign(new TypeError('File URL host must be "localhost" or empty on linux'), { code: 'ERR_INVALID_FILE_URL_HOST' });
  }
  if (/%2f/i.test(url.pathname)) {
    throw Object.assign(new TypeError('File URL path must not include encoded / characters'), { code: 'ERR_INVALID_FILE_URL_PATH' });
  }
  return decodeURIComponent(url.pathname);
}

function pathToFileURL(path) {
  if (typeof path !== 'string') throw invalidType('"path" argument must be of type string', path);
  const whole = load('path').resolve(path) + (path.endsWith('/') && path !== '/' ? '/' : '');
  const escapes = { '%': '%25', '\\': '%5C', '\n': '%0A', '\r': '%0D', '\t': '%09', '?': '%3F', '#': '%23' };
  return new URL(`file://${whole.replace(/[%\\\n\r\t?#]/g, (letter) => escapes[letter])}`);
}

function urlToHttpOptions(url) {
  const { protocol, hostname, hash, search, pathname, href, port, username, password } = url;
  const options = { __proto__: null, ...url, protocol, hostname: hostname.replace(/^\[|\]$/g, ''), hash, search, pathname, path: pathname + search, href };
  if (port !== '') options.port = Number(port);
  if (username || password) options.auth = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return options;
}

function hostOf(domain) {
  try {
    return new URL(`http://${domain}`).hostname;
  } catch {
    return '';
  }
}

Object.assign(exports, {
  Url, parse, resolve, resolveObject: (from, to) => parse(resolve(from, to)), format, URL, URLSearchParams,
  domainToASCII: hostOf, domainToUnicode: hostOf, pathToFileURL, fileURLToPath, urlToHttpOptions,
});
