// events: EventEmitter.

const { invalidType, outOfRange } = load('internal:errors');
const { inspect } = load('internal:inspect');

const errorMonitor = Symbol('events.errorMonitor');
const captureRejectionSymbol = Symbol.for('nodejs.rejection');
const capture = Symbol('kCapture');
const shapeMode = Symbol('shapeMode');
let defaultMaxListeners = 10;

function EventEmitter(options) {
  EventEmitter.init.call(this, options);
}
Object.assign(EventEmitter, {
  EventEmitter, errorMonitor, captureRejectionSymbol, captureRejections: false, usingDomains: false,
});
Object.defineProperty(EventEmitter, 'defaultMaxListeners', {
  enumerable: true,
  get: () => defaultMaxListeners,
  set: (count) => { defaultMaxListeners = checkedCount(count, 'defaultMaxListeners'); },
});

EventEmitter.init = function init(options) {
  if (this._events === undefined || this._events === Object.getPrototypeOf(this)._events) {
    this[shapeMode] = false;
    this._events = Object.create(null);
    this._eventsCount = 0;
  } else {
    this[shapeMode] = true;
  }
  this._maxListeners = this._maxListeners || undefined;
  this[capture] = Boolean(options?.captureRejections);
};

const methods = {
  setMaxListeners(count) {
    this._maxListeners = checkedCount(count, 'setMaxListeners');
    return this;
  },
  getMaxListeners() { return this._maxListeners ?? defaultMaxListeners; },
  emit(type, ...args) {
    const events = this._events;
    if (type === 'error') {
      if (events?.[errorMonitor] !== undefined) this.emit(errorMonitor, ...args);
      if (events?.error === undefined) throw unhandled(args[0]);
    }
    const listener = events?.[type];
    if (listener === undefined) return false;
    const all = typeof listener === 'function' ? [listener] : [...listener];
    for (const one of all) {
      const result = Reflect.apply(one, this, args);
      if (this[capture] && typeof result?.then === 'function') {
        result.then(undefined, (error) => process.nextTick(rejected, this, error, type, args));
      }
    }
    return true;
  },
  addListener(type, listener) { return add(this, type, listener, false); },
  on(type, listener) { return add(this, type, listener, false); },
  prependListener(type, listener) { return add(this, type, listener, true); },
  once(type, listener) { return add(this, type, onceOnly(this, type, listener), false); },
  prependOnceListener(type, listener) { return add(this, type, onceOnly(this, type, listener), true); },
  removeListener(type, listener) {
    checkListener(listener);
    const list = this._events?.[type];
    if (list === undefined) return this;
    const all = typeof list === 'function' ? [list] : list;
    const at = all.findLastIndex((one) => one === listener || one.listener === listener);
    if (at < 0) return this;
    const original = all[at].listener ?? listener;
    const left = all.toSpliced(at, 1);
    if (left.length === 0) {
      delete this._events[type];
      this._eventsCount -= 1;
    } else {
      this._events[type] = left.length === 1 ? left[0] : left;
    }
    if (this._events.removeListener !== undefined) this.emit('removeListener', type, original);
    return this;
  },
  off(type, listener) { return this.removeListener(type, listener); },
  removeAllListeners(type) {
    const events = this._events;
    if (events === undefined) return this;
    if (arguments.length === 0) {
      if (events.removeListener !== undefined) {
        for (const key of Reflect.ownKeys(events)) if (key !== 'removeListener') this.removeAllListeners(key);
      }
      this._events = Object.create(null);
      this._eventsCount = 0;
    } else {
      for (const listener of this.rawListeners(type).reverse()) this.removeListener(type, listener);
    }
    return this;
  },
  listeners(type) { return this.rawListeners(type).map((listener) => listener.listener ?? listener); },
  rawListeners(type) {
    const list = this._events?.[type];
    if (list === undefined) return [];
    return typeof list === 'function' ? [list] : [...list];
  },
  listenerCount(type, listener) {
    const all = this.rawListeners(type);
    return listener == null ? all.length : all.filter((one) => one === listener || one.listener === listener).length;
  },
  eventNames() { return this._eventsCount > 0 ? Reflect.ownKeys(this._events) : []; },
};
Object.assign(EventEmitter.prototype, { _events: undefined, _eventsCount: 0, _maxListeners: undefined }, methods);

function checkedCount(count, name) {
  if (typeof count !== 'number') throw invalidType(`"${name}" argument must be of type number`, count);
  if (count < 0 || Number.isNaN(count)) throw outOfRange(name, '>= 0', count);
  return count;
}

function checkListener(listener) {
  if (typeof listener !== 'function') throw invalidType('"listener" argument must be of type function', listener);
}

function add(emitter, type, listener, first) {
  checkListener(listener);
  if (emitter._events === undefined) {
    emitter._events = Object.create(null);
    emitter._eventsCount = 0;
  } else if (emitter._events.newListener !== undefined) {
    emitter.emit('newListener', type, listener.listener ?? listener);
  }
  const known = emitter._events[type];
  if (known === undefined) {
    emitter._events[type] = listener;
    emitter._eventsCount += 1;
    return emitter;
  }
  const all = typeof known === 'function' ? [known] : known;
  const list = first ? [listener, ...all] : [...all, listener];
  emitter._events[type] = list;
  const most = emitter.getMaxListeners();
  if (most > 0 && list.length > most && !known.warned) {
    const name = emitter.constructor?.name ?? 'EventEmitter';
    process.emitWarning(`Possible EventEmitter memory leak detected. ${list.length} ${String(type)} listeners added to [${name}]. ` +
      `MaxListeners is ${most}. Use emitter.setMaxListeners() to increase limit`, 'MaxListenersExceededWarning');
    Object.defineProperty(list, 'warned', { value: true });
  } else if (known.warned) {
    Object.defineProperty(list, 'warned', { value: true });
  }
  return emitter;
}

function onceOnly(emitter, type, listener) {
  checkListener(listener);
  let fired = false;
  const wrapper = function (...args) {
    if (fired) return undefined;
    fired = true;
    emitter.removeListener(type, wrapper);
    return Reflect.apply(listener, emitter, args);
  };
  wrapper.listener = listener;
  return wrapper;
}

function unhandled(error) {
  if (error instanceof Error) return error;
  let text;
  try {
    text = inspect(error);
  } catch {
    text = String(error);
  }
  return Object.assign(new Error(`Unhandled error. (${text})`), { code: 'ERR_UNHANDLED_ERROR', context: error });
}

function rejected(emitter, error, type, args) {
  if (typeof emitter[captureRejectionSymbol] === 'function') emitter[captureRejectionSymbol](error, type, ...args);
  else emitter.emit('error', error);
}

function abortError(signal) {
  const error = new Error('The operation was aborted', { cause: signal.reason });
  return Object.assign(error, { code: 'ABORT_ERR', name: 'AbortError' });
}

const isTarget = (emitter) => typeof emitter?.addEventListener === 'function' && typeof emitter.on !== 'function';

async function once(emitter, name, { signal } = {}) {
  if (signal?.aborted) throw abortError(signal);
  return new Promise((resolve, reject) => {
    if (isTarget(emitter)) {
      emitter.addEventListener(name, (...args) => resolve(args), { once: true });
      return;
    }
    if (typeof emitter?.once !== 'function') throw invalidType('"emitter" argument must be an instance of EventEmitter', emitter);
    const settle = (act) => {
      emitter.removeListener(name, done);
      emitter.removeListener('error', fail);
      signal?.removeEventListener('abort', stop);
      act();
    };
    const done = (...args) => settle(() => resolve(args));
    const fail = (error) => settle(() => reject(error));
    const stop = () => settle(() => reject(abortError(signal)));
    emitter.once(name, done);
    if (name !== 'error') emitter.once('error', fail);
    signal?.addEventListener('abort', stop, { once: true });
  });
}

function on(emitter, name, { signal } = {}) {
  const ready = [];
  const waiting = [];
  let failure;
  let ended = false;
  const push = (...args) => (waiting.length ? waiting.shift().resolve({ value: args, done: false }) : ready.push(args));
  const fail = (error) => (waiting.length ? waiting.shift().reject(error) : (failure = { error }));
  const stop = () => fail(abortError(signal));
  const close = () => {
    ended = true;
    emitter.removeListener(name, push);
    emitter.removeListener('error', fail);
    signal?.removeEventListener('abort', stop);
    for (const one of waiting.splice(0)) one.resolve({ value: undefined, done: true });
  };
  if (signal?.aborted) throw abortError(signal);
  emitter.on(name, push);
  if (name !== 'error') emitter.on('error', fail);
  signal?.addEventListener('abort', stop, { once: true });
  return {
    next() {
      if (ready.length) return Promise.resolve({ value: ready.shift(), done: false });
      if (failure) {
        const { error } = failure;
        failure = undefined;
        close();
        return Promise.reject(error);
      }
      if (ended) return Promise.resolve({ value: undefined, done: true });
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    },
    return() {
      close();
      return Promise.resolve({ value: undefined, done: true });
    },
    throw(error) {
      close();
      return Promise.reject(error);
    },
    [Symbol.asyncIterator]() { return this; },
  };
}

Object.assign(EventEmitter, {
  once,
  on,
  listenerCount: (emitter, type) => emitter.listenerCount(type),
  getEventListeners: (emitter, type) => emitter.listeners(type),
  getMaxListeners: (emitter) => emitter.getMaxListeners(),
  setMaxListeners(count = defaultMaxListeners, ...emitters) {
    checkedCount(count, 'setMaxListeners');
    if (emitters.length === 0) defaultMaxListeners = count;
    for (const emitter of emitters) emitter.setMaxListeners?.(count);
  },
});
exports.EventEmitter = EventEmitter;
