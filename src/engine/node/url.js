// URL and URLSearchParams, as the URL standard defines them, over a native parser.

const { inspect, custom } = load('internal:inspect');
const { invalidType } = load('internal:errors');
const PARTS = ['href', 'origin', 'protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname', 'search', 'hash'];
const wellFormed = (value) => `${value}`.toWellFormed();

function missing(names) {
  const list = names.map((name) => `"${name}"`).join(names.length > 2 ? ', ' : ' and ');
  const error = new TypeError(`The ${list} argument${names.length > 1 ? 's' : ''} must be specified`);
  return Object.assign(error, { code: 'ERR_MISSING_ARGS' });
}

const iteratorPrototype = Object.create(Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]())), {
  [Symbol.toStringTag]: { value: 'URLSearchParams Iterator', configurable: true },
});
const positions = new WeakMap();
Object.defineProperty(iteratorPrototype, 'next', {
  configurable: true,
  writable: true,
  enumerable: true,
  value: function next() {
    const state = positions.get(this);
    if (state.at >= state.pairs().length) return { value: undefined, done: true };
    return { value: state.pick(state.pairs()[state.at++]), done: false };
  },
});
function iterator(pairs, pick) {
  const made = Object.create(iteratorPrototype);
  positions.set(made, { pairs, pick, at: 0 });
  return made;
}

let bind;

class URLSearchParams {
  #pairs = [];
  #changed = () => {};
  static {
    bind = (params, query, changed) => {
      params.#pairs = native.pairsOf(query);
      if (changed) params.#changed = changed;
    };
  }
  constructor(init) {
    if (init == null) return;
    if (typeof init === 'object' || typeof init === 'function') {
      const iterate = init[Symbol.iterator];
      if (iterate === this[Symbol.iterator] && init instanceof URLSearchParams) {
        this.#pairs = init.#pairs.map((pair) => [...pair]);
      } else if (iterate != null) {
        if (typeof iterate !== 'function') throw Object.assign(new TypeError('Query pairs must be iterable'), { code: 'ERR_ARG_NOT_ITERABLE' });
        for (const pair of init) {
          const entry = pair != null && (typeof pair === 'object' || typeof pair === 'function') && typeof pair[Symbol.iterator] === 'function' ? [...pair] : undefined;
          if (entry?.length !== 2) {
            throw Object.assign(new TypeError('Each query pair must be an iterable [name, value] tuple'), { code: 'ERR_INVALID_TUPLE' });
          }
          this.#pairs.push(entry.map(wellFormed));
        }
      } else {
        const members = new Map();
        for (const key of Reflect.ownKeys(init)) {
          if (Reflect.getOwnPropertyDescriptor(init, key)?.enumerable) members.set(wellFormed(key), wellFormed(init[key]));
        }
        this.#pairs = [...members];
      }
      return;
    }
    const text = wellFormed(init);
    this.#pairs = native.pairsOf(text.startsWith('?') ? text.slice(1) : text);
  }
  get size() { return this.#pairs.length; }
  append(name, value) {
    if (arguments.length < 2) throw missing(['name', 'value']);
    this.#pairs.push([wellFormed(name), wellFormed(value)]);
    this.#changed(this);
  }
  delete(name, value) {
    if (arguments.length < 1) throw missing(['name']);
    const key = wellFormed(name);
    const text = value === undefined ? undefined : wellFormed(value);
    this.#pairs = this.#pairs.filter(([one, other]) => one !== key || (text !== undefined && other !== text));
    this.#changed(this);
  }
  get(name) {
    if (arguments.length < 1) throw missing(['name']);
    const key = wellFormed(name);
    return this.#pairs.find(([one]) => one === key)?.[1] ?? null;
  }
  getAll(name) {
    if (arguments.length < 1) throw missing(['name']);
    const key = wellFormed(name);
    return this.#pairs.filter(([one]) => one === key).map(([, value]) => value);
  }
  has(name, value) {
    if (arguments.length < 1) throw missing(['name']);
    const key = wellFormed(name);
    return this.#pairs.some(([one, other]) => one === key && (value === undefined || other === wellFormed(value)));
  }
  set(name, value) {
    if (arguments.length < 2) throw missing(['name', 'value']);
    const [key, text] = [wellFormed(name), wellFormed(value)];
    const at = this.#pairs.findIndex(([one]) => one === key);
    if (at < 0) this.#pairs.push([key, text]);
    else {
      this.#pairs[at][1] = text;
      this.#pairs = this.#pairs.filter(([one], index) => one !== key || index === at);
    }
    this.#changed(this);
  }
  sort() {
    this.#pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    this.#changed(this);
  }
  forEach(callback, self) {
    if (typeof callback !== 'function') throw invalidType('"callback" argument must be of type function', callback);
    for (let at = 0; at < this.#pairs.length; at += 1) {
      const [name, value] = this.#pairs[at];
      callback.call(self, value, name, this);
    }
  }
  entries() { return iterator(() => this.#pairs, ([name, value]) => [name, value]); }
  keys() { return iterator(() => this.#pairs, ([name]) => name); }
  values() { return iterator(() => this.#pairs, ([, value]) => value); }
  toString() { return this.#pairs.map((pair) => pair.map(native.encode).join('=')).join('&'); }
  [custom](depth, options) {
    if (typeof depth === 'number' && depth < 0) return '[Object]';
    const pairs = this.#pairs.map((pair) => pair.map((part) => inspect(part, options)).join(' => '));
    return pairs.length ? `URLSearchParams { ${pairs.join(', ')} }` : 'URLSearchParams {}';
  }
  get [Symbol.toStringTag]() { return 'URLSearchParams'; }
}
Object.defineProperty(URLSearchParams.prototype, Symbol.iterator, {
  value: URLSearchParams.prototype.entries, writable: true, configurable: true,
});
for (const name of ['append', 'delete', 'get', 'getAll', 'has', 'set', 'sort', 'forEach', 'entries', 'keys', 'values', 'toString', 'size']) {
  Object.defineProperty(URLSearchParams.prototype, name, { enumerable: true });
}

class URL {
  #parts;
  #params;
  constructor(input, base) {
    if (arguments.length === 0) throw missing(['url']);
    const text = wellFormed(input);
    const from = base === undefined ? undefined : wellFormed(base);
    this.#parts = native.parse(text, from);
    if (!this.#parts) {
      const error = Object.assign(new TypeError('Invalid URL'), { code: 'ERR_INVALID_URL', input: text });
      if (from !== undefined) error.base = from;
      throw error;
    }
  }
  static canParse(input, base) {
    if (arguments.length === 0) throw missing(['url']);
    return native.parse(wellFormed(input), base === undefined ? undefined : wellFormed(base)) !== undefined;
  }
  static parse(input, base) { return URL.canParse(input, base) ? new URL(input, base) : null; }
  static {
    for (const [at, name] of PARTS.entries()) {
      const property = { configurable: true, enumerable: true, get() { return this.#parts[at]; } };
      if (name === 'href') {
        property.set = function (value) {
          const parts = native.parse(wellFormed(value));
          if (!parts) throw Object.assign(new TypeError('Invalid URL'), { code: 'ERR_INVALID_URL', input: wellFormed(value) });
          this.#change(parts);
        };
      } else if (name !== 'origin') {
        property.set = function (value) { this.#change(native.set(this.#parts[0], name, wellFormed(value))); };
      }
      Object.defineProperty(this.prototype, name, property);
    }
  }
  #change(parts) {
    this.#parts = parts;
    if (this.#params) bind(this.#params, parts[9].slice(1));
  }
  get searchParams() {
    if (!this.#params) {
      this.#params = new URLSearchParams();
      bind(this.#params, this.#parts[9].slice(1), (params) => {
        this.#parts = native.set(this.#parts[0], 'search', params.toString());
      });
    }
    return this.#params;
  }
  toString() { return this.#parts[0]; }
  toJSON() { return this.#parts[0]; }
  [custom](depth, options) {
    if (typeof depth === 'number' && depth < 0) return this;
    const shown = {};
    for (const name of PARTS) {
      if (name === 'hash') shown.searchParams = this.searchParams;
      shown[name] = this[name];
    }
    return `${this.constructor.name} ${inspect(shown, options)}`;
  }
  get [Symbol.toStringTag]() { return 'URL'; }
}
for (const name of ['searchParams', 'toString', 'toJSON']) Object.defineProperty(URL.prototype, name, { enumerable: true });

Object.assign(exports, { URL, URLSearchParams, parse: native.parse });
