// util: helpers around functions, printing and types.

const { inspect, format, formatWithOptions } = load('internal:inspect');
const { areEqual } = load('internal:equality');
const { invalidType } = load('internal:errors');
const { kindOf } = native;
const promisified = Symbol.for('nodejs.util.promisify.custom');

function checkFunction(value, name) {
  if (typeof value !== 'function') throw invalidType(`"${name}" argument must be of type function`, value);
}

// What setTimeout and setImmediate become where promises are asked for.
const timers = load('timers');
const waits = new Map([
  [timers.setTimeout, (delay, value) => load('timers/promises').setTimeout(delay, value)],
  [timers.setImmediate, (value) => load('timers/promises').setImmediate(value)],
]);

function promisify(original) {
  checkFunction(original, 'original');
  const own = original[promisified] ?? waits.get(original) ?? (original === globalThis.setTimeout ? waits.get(timers.setTimeout) : undefined);
  if (own) {
    checkFunction(own, 'util.promisify.custom');
    return Object.defineProperty(own, promisified, { value: own, configurable: true });
  }
  function promising(...args) {
    return new Promise((resolve, reject) => {
      Reflect.apply(original, this, [...args, (error, ...values) => (error ? reject(error) : resolve(values[0]))]);
    });
  }
  Object.setPrototypeOf(promising, Object.getPrototypeOf(original));
  Object.defineProperty(promising, promisified, { value: promising, configurable: true });
  return Object.defineProperties(promising, Object.getOwnPropertyDescriptors(original));
}
promisify.custom = promisified;

function callbackify(original) {
  checkFunction(original, 'original');
  function calling(...args) {
    const callback = args.pop();
    checkFunction(callback, 'last argument');
    Reflect.apply(original, this, args).then(
      (value) => process.nextTick(callback, null, value),
      (reason) => {
        let error = reason;
        if (!reason) {
          error = Object.assign(new Error('Promise was rejected with falsy value'), { code: 'ERR_FALSY_VALUE_REJECTION', reason });
        }
        process.nextTick(callback, error);
      },
    );
  }
  const properties = Object.getOwnPropertyDescriptors(original);
  if (typeof properties.length?.value === 'number') properties.length.value += 1;
  if (typeof properties.name?.value === 'string') properties.name.value += 'Callbackified';
  return Object.defineProperties(calling, properties);
}

function inherits(constructor, parent) {
  if (constructor == null) checkFunction(constructor, 'ctor');
  if (parent == null) checkFunction(parent, 'superCtor');
  if (parent.prototype === undefined) {
    throw invalidType('"superCtor.prototype" property must be of type object', parent.prototype);
  }
  Object.defineProperty(constructor, 'super_', { value: parent, writable: true, configurable: true });
  Object.setPrototypeOf(constructor.prototype, parent.prototype);
}

const warned = new Set();
function deprecate(original, message, code) {
  let told = false;
  function deprecated(...args) {
    if (!told) {
      told = true;
      if (code === undefined || !warned.has(code)) process.emitWarning(message, 'DeprecationWarning', code);
      if (code !== undefined) warned.add(code);
    }
    return new.target ? Reflect.construct(original, args, new.target) : Reflect.apply(original, this, args);
  }
  Object.setPrototypeOf(deprecated, original);
  if (original.prototype) deprecated.prototype = original.prototype;
  return deprecated;
}

function debuglog(section) {
  const names = String(process.env.NODE_DEBUG ?? '').toUpperCase().split(',');
  const enabled = names.includes(String(section).toUpperCase());
  const log = (...args) => { if (enabled) process.stderr.write(`${String(section).toUpperCase()} ${process.pid}: ${format(...args)}\n`); };
  return Object.defineProperty(log, 'enabled', { value: enabled });
}

const classOf = (work) => Object.getPrototypeOf(work);
const [asyncFunction, generatorFunction, asyncGeneratorFunction] = [async () => {}, function* () {}, async function* () {}].map(classOf);
const inherit = (value, ...prototypes) => {
  for (let next = value; next; next = Object.getPrototypeOf(next)) if (prototypes.includes(next)) return true;
  return false;
};
const isKind = (...kinds) => (value) => kinds.includes(kindOf(value));
const isArray = (name) => (value) => kindOf(value) === 'TypedArray' && tagOf(value) === name;
const tagOf = Function.prototype.call.bind(Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag).get);
const types = {
  isArgumentsObject: (value) => typeof value === 'object' && Object.prototype.toString.call(value) === '[object Arguments]',
  isAnyArrayBuffer: isKind('ArrayBuffer', 'SharedArrayBuffer'),
  isArrayBuffer: isKind('ArrayBuffer'),
  isArrayBufferView: (value) => ArrayBuffer.isView(value),
  isAsyncFunction: (value) => typeof value === 'function' && inherit(value, asyncFunction, asyncGeneratorFunction),
  isBigIntObject: isKind('BigInt'),
  isBooleanObject: isKind('Boolean'),
  isBoxedPrimitive: isKind('Number', 'String', 'Boolean', 'BigInt', 'Symbol'),
  isDataView: isKind('DataView'),
  isDate: isKind('Date'),
  isExternal: () => false,
  isGeneratorFunction: (value) => typeof value === 'function' && inherit(value, generatorFunction, asyncGeneratorFunction),
  isGeneratorObject: isKind('Generator'),
  isMap: isKind('Map'),
  isMapIterator: isKind('MapIterator'),
  isModuleNamespaceObject: (value) => typeof value === 'object' && Object.prototype.toString.call(value) === '[object Module]',
  isNativeError: isKind('Error'),
  isNumberObject: isKind('Number'),
  isPromise: isKind('Promise'),
  isProxy: isKind('Proxy'),
  isRegExp: isKind('RegExp'),
  isSet: isKind('Set'),
  isSetIterator: isKind('SetIterator'),
  isSharedArrayBuffer: isKind('SharedArrayBuffer'),
  isStringObject: isKind('String'),
  isSymbolObject: isKind('Symbol'),
  isTypedArray: isKind('TypedArray'),
  isWeakMap: isKind('WeakMap'),
  isWeakSet: isKind('WeakSet'),
  isKeyObject: () => false,
  isCryptoKey: () => false,
};
for (const name of ['Uint8Array', 'Uint8ClampedArray', 'Uint16Array', 'Uint32Array', 'Int8Array', 'Int16Array', 'Int32Array', 'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array']) {
  types[`is${name}`] = isArray(name);
}

const STYLES = {
  reset: [0, 0], bold: [1, 22], dim: [2, 22], italic: [3, 23], underline: [4, 24], inverse: [7, 27], black: [30, 39],
  red: [31, 39], green: [32, 39], yellow: [33, 39], blue: [34, 39], magenta: [35, 39], cyan: [36, 39], white: [37, 39], gray: [90, 39],
};

Object.assign(exports, {
  promisify, callbackify, inherits, deprecate, debuglog, debug: debuglog, inspect, format, formatWithOptions, types,
  isDeepStrictEqual: (a, b) => areEqual(a, b, true),
  isArray: Array.isArray,
  stripVTControlCharacters: (text) => String(text).replace(/[\u001b\u009b][[\]()#;?]*(?:(?:\d{1,4}(?:;\d{0,4})*)?[\dA-PR-TZcf-ntqry=><~])/g, ''),
  styleText: (style, text) => [style].flat().reduceRight((inner, name) => `\u001b[${STYLES[name][0]}m${inner}\u001b[${STYLES[name][1]}m`, text),
  toUSVString: (text) => String(text).toWellFormed(),
  ...load('internal:text'),
});
