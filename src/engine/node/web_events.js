// Event, EventTarget, AbortController, AbortSignal and DOMException, as the DOM standard defines them.

const { setTimeout } = load('timers');
const { performance } = load('perf_hooks');
const CODES = {
  IndexSizeError: 1, HierarchyRequestError: 3, InvalidCharacterError: 5, NotFoundError: 8, NotSupportedError: 9,
  InvalidStateError: 11, SyntaxError: 12, TypeMismatchError: 17, NetworkError: 19, AbortError: 20,
  QuotaExceededError: 22, TimeoutError: 23, DataCloneError: 25,
};

class DOMException extends Error {
  #name;
  constructor(message = '', options = 'Error') {
    super(message);
    const named = typeof options === 'object' && options !== null;
    this.#name = String(named ? options.name ?? 'Error' : options);
    if (named && 'cause' in options) {
      Object.defineProperty(this, 'cause', { value: options.cause, writable: true, configurable: true });
    }
  }
  get name() { return this.#name; }
  get code() { return CODES[this.#name] ?? 0; }
  get [Symbol.toStringTag]() { return 'DOMException'; }
}

let dispatch;

class Event {
  #type; #cancelable; #bubbles; #composed;
  #target = null; #prevented = false; #stopped = false; #time = performance.now();
  constructor(type, options = {}) {
    if (arguments.length === 0) {
      throw Object.assign(new TypeError('The "type" argument must be specified'), { code: 'ERR_MISSING_ARGS' });
    }
    this.#type = String(type);
    this.#cancelable = Boolean(options?.cancelable);
    this.#bubbles = Boolean(options?.bubbles);
    this.#composed = Boolean(options?.composed);
  }
  static {
    dispatch = (event, target, call) => {
      event.#target = target;
      event.#stopped = false;
      call(() => event.#stopped);
      return !event.#prevented;
    };
  }
  get type() { return this.#type; }
  get target() { return this.#target; }
  get currentTarget() { return this.#target; }
  get srcElement() { return this.#target; }
  get cancelable() { return this.#cancelable; }
  get bubbles() { return this.#bubbles; }
  get composed() { return this.#composed; }
  get defaultPrevented() { return this.#cancelable && this.#prevented; }
  get returnValue() { return !this.defaultPrevented; }
  get timeStamp() { return this.#time; }
  get eventPhase() { return this.#target ? 2 : 0; }
  get isTrusted() { return false; }
  composedPath() { return this.#target ? [this.#target] : []; }
  preventDefault() { if (this.#cancelable) this.#prevented = true; }
  stopPropagation() {}
  stopImmediatePropagation() { this.#stopped = true; }
  get [Symbol.toStringTag]() { return 'Event'; }
}

class CustomEvent extends Event {
  #detail;
  constructor(type, options) {
    super(type, options);
    this.#detail = options?.detail ?? null;
  }
  get detail() { return this.#detail; }
  get [Symbol.toStringTag]() { return 'CustomEvent'; }
}

class EventTarget {
  #listeners = new Map();
  addEventListener(type, listener, options) {
    if (listener == null) return;
    const { once = false, capture = false, signal } = typeof options === 'boolean' ? { capture: options } : options ?? {};
    if (signal?.aborted) return;
    const name = String(type);
    const known = this.#listeners.get(name) ?? [];
    if (known.some((other) => other.listener === listener && other.capture === capture)) return;
    this.#listeners.set(name, [...known, { listener, once, capture }]);
    signal?.addEventListener('abort', () => this.removeEventListener(name, listener, { capture }), { once: true });
  }
  removeEventListener(type, listener, options) {
    const capture = typeof options === 'boolean' ? options : Boolean(options?.capture);
    const name = String(type);
    const known = this.#listeners.get(name) ?? [];
    this.#listeners.set(name, known.filter((other) => other.listener !== listener || other.capture !== capture));
  }
  dispatchEvent(event) {
    if (!(event instanceof Event)) {
      const error = new TypeError('The "event" argument must be an instance of Event.');
      throw Object.assign(error, { code: 'ERR_INVALID_ARG_TYPE' });
    }
    return dispatch(event, this, (isStopped) => {
      for (const entry of this.#listeners.get(event.type) ?? []) {
        if (isStopped()) break;
        if (!(this.#listeners.get(event.type) ?? []).includes(entry)) continue;
        const { listener, once, capture } = entry;
        if (once) this.removeEventListener(event.type, listener, { capture });
        if (typeof listener === 'function') listener.call(this, event);
        else listener.handleEvent(event);
      }
    });
  }
  get [Symbol.toStringTag]() { return 'EventTarget'; }
}

const secret = Symbol('made by the platform');
let abort;

class AbortSignal extends EventTarget {
  #aborted = false; #reason; #handler = null; #dependents = [];
  constructor(key) {
    super();
    if (key !== secret) throw Object.assign(new TypeError('Illegal constructor'), { code: 'ERR_ILLEGAL_CONSTRUCTOR' });
  }
  get aborted() { return this.#aborted; }
  get reason() { return this.#reason; }
  get onabort() { return this.#handler; }
  set onabort(handler) {
    if (this.#handler) this.removeEventListener('abort', this.#handler);
    this.#handler = typeof handler === 'function' ? handler : null;
    if (this.#handler) this.addEventListener('abort', this.#handler);
  }
  throwIfAborted() { if (this.#aborted) throw this.#reason; }
  static {
    abort = (signal, reason = new DOMException('This operation was aborted', 'AbortError')) => {
      if (signal.#aborted) return;
      signal.#aborted = true;
      signal.#reason = reason;
      signal.dispatchEvent(new Event('abort'));
      for (const dependent of signal.#dependents) abort(dependent, reason);
    };
  }
  static abort(reason) {
    const signal = new AbortSignal(secret);
    abort(signal, reason);
    return signal;
  }
  static timeout(delay) {
    const signal = new AbortSignal(secret);
    const late = () => abort(signal, new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
    setTimeout(late, delay).unref();
    return signal;
  }
  static any(signals) {
    const signal = new AbortSignal(secret);
    for (const source of signals) {
      if (source.aborted) {
        abort(signal, source.reason);
        break;
      }
      source.#dependents.push(signal);
    }
    return signal;
  }
  get [Symbol.toStringTag]() { return 'AbortSignal'; }
}
class AbortController {
  #signal = new AbortSignal(secret);
  get signal() { return this.#signal; }
  abort(reason) { abort(this.#signal, reason); }
  get [Symbol.toStringTag]() { return 'AbortController'; }
}

Object.assign(exports, { AbortController, AbortSignal, CustomEvent, DOMException, Event, EventTarget });
