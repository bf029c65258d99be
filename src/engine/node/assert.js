// assert: checks that throw, with messages that show both sides.

const { inspect } = load('internal:inspect');
const { areEqual } = load('internal:equality');
const { invalidType } = load('internal:errors');

const HEADS = {
  strictEqual: 'Expected values to be strictly equal:',
  deepStrictEqual: 'Expected values to be strictly deep-equal:',
  deepEqual: 'Expected values to be loosely deep-equal:',
  notStrictEqual: 'Expected "actual" to be strictly unequal to:',
  notStrictEqualObject: 'Expected "actual" not to be reference-equal to "expected":',
  notDeepStrictEqual: 'Expected "actual" not to be strictly deep-equal to:',
  notDeepEqual: 'Expected "actual" not to be loosely deep-equal to:',
};
// Two short primitives are shown on one line up to this many letters.
const SHORT = 12;
// Lines that agree are shown around a difference.
const CONTEXT = 2;

// A value with every member on a line of its own.
const SPREAD = {
  compact: false, customInspect: false, depth: 1000, maxArrayLength: Infinity, sorted: true, breakLength: Infinity,
};
const linesOf = (value) => inspect(value, SPREAD).split('\n');

// The longest common lines, then what was added and removed between them. A comma more is no difference.
function differences(actual, expected) {
  const same = (a, b) => a === b || a === `${b},` || `${a},` === b;
  const [rows, columns] = [actual.length, expected.length];
  const lengths = Array.from({ length: rows + 1 }, () => new Array(columns + 1).fill(0));
  for (let a = rows - 1; a >= 0; a -= 1) {
    for (let b = columns - 1; b >= 0; b -= 1) {
      lengths[a][b] = same(actual[a], expected[b]) ? lengths[a + 1][b + 1] + 1 : Math.max(lengths[a + 1][b], lengths[a][b + 1]);
    }
  }
  const result = [];
  let [a, b] = [0, 0];
  while (a < rows || b < columns) {
    if (a < rows && b < columns && same(actual[a], expected[b])) {
      const [one, other] = [actual[a++], expected[b++]];
      result.push([' ', one.length > other.length ? one : other]);
    } else if (a < rows && (b === columns || lengths[a + 1][b] >= lengths[a][b + 1])) result.push(['+', actual[a++]]);
    else result.push(['-', expected[b++]]);
  }
  return result;
}

// Where two texts on a line each first differ, if they agree for a while.
function pointer(actual, expected) {
  let at = 0;
  while (actual[at] === expected[at] && at < actual.length) at += 1;
  return at > 2 ? `\n  ${' '.repeat(at)}^` : '';
}

function compare(actual, expected, operator, head = HEADS[operator]) {
  const [first, second] = [linesOf(actual), linesOf(expected)];
  const isValue = (value) => typeof value !== 'object' || value === null;
  if (first.length === 1 && second.length === 1 && first[0] !== second[0]) {
    const length = first[0].length + second[0].length;
    if (isValue(actual) && isValue(expected) && length <= SHORT && (actual !== 0 || expected !== 0)) {
      return `${head}\n\n${first[0]} !== ${second[0]}\n`;
    }
    const mark = length < 80 ? pointer(first[0], second[0]) : '';
    return `${head}\n+ actual - expected\n\n+ ${first[0]}\n- ${second[0]}${mark}`;
  }
  if (operator === 'strictEqual' && first.join('\n') === second.join('\n')) {
    return `Values have same structure but are not reference-equal:\n\n${first.join('\n')}\n`;
  }
  const rows = differences(first.slice(0, 500), second.slice(0, 500));
  const near = (at) => rows.some(([mark], other) => mark !== ' ' && Math.abs(other - at) <= CONTEXT);
  const shown = [];
  let [skipped, isSkipping] = [false, false];
  for (const [at, [mark, line]] of rows.entries()) {
    if (near(at) || at < CONTEXT || (at === CONTEXT && near(at + 1)) || at >= rows.length - 1) {
      shown.push(`${mark} ${line}`);
      isSkipping = false;
    } else if (!isSkipping) {
      [skipped, isSkipping] = [true, true];
      shown.push('...');
    }
  }
  return `${head}\n+ actual - expected${skipped ? ' ... Lines skipped' : ''}\n\n${shown.join('\n')}`;
}

function messageFor({ actual, expected, operator, message }) {
  if (operator === 'deepStrictEqual' || operator === 'strictEqual') return compare(actual, expected, operator, message);
  if (operator === 'notDeepStrictEqual' || operator === 'notStrictEqual') {
    const isObject = typeof actual === 'object' && actual !== null;
    const head = operator === 'notStrictEqual' && isObject ? HEADS.notStrictEqualObject : HEADS[operator];
    const lines = linesOf(actual);
    return lines.length === 1 ? `${head}${lines[0].length > 5 ? '\n\n' : ' '}${lines[0]}` : `${head}\n\n${lines.join('\n')}\n`;
  }
  if (operator === 'deepEqual') {
    return `${HEADS.deepEqual}\n\n${linesOf(actual).join('\n')}\n\nshould loosely deep-equal\n\n${linesOf(expected).join('\n')}`;
  }
  if (operator === 'notDeepEqual') return `${HEADS.notDeepEqual}\n\n${linesOf(actual).join('\n')}`;
  return `${inspect(actual)} ${operator} ${inspect(expected)}`;
}

class AssertionError extends Error {
  constructor(options) {
    if (typeof options !== 'object' || options === null) throw invalidType('"options" argument must be of type object', options);
    const { message, actual, expected, operator } = options;
    const isShown = message === undefined || operator === 'strictEqual' || operator === 'deepStrictEqual';
    super(message === undefined || (isShown && options.withValues) ? messageFor(options) : String(message));
    this.generatedMessage = !message;
    Object.defineProperty(this, 'name', { value: 'AssertionError', writable: true, configurable: true });
    this.code = 'ERR_ASSERTION';
    this.actual = actual;
    this.expected = expected;
    this.operator = operator;
  }
  toString() { return `${this.name} [${this.code}]: ${this.message}`; }
}

function fail(actual, expected, message, operator, options = {}) {
  if (message instanceof Error) throw message;
  const error = new AssertionError({ actual, expected, operator, message, withValues: true });
  if (options.generated) error.generatedMessage = true;
  throw error;
}

function refuse(message, generated, operator, actual, expected) {
  const error = new AssertionError({ message, operator, actual, expected });
  error.generatedMessage = generated;
  throw error;
}

// The text of the reader's call, from the place that the stack names to the parenthesis that closes it.
function callText() {
  const place = /(\/var\/task\/index\.m?js):(\d+):(\d+)/.exec(new Error().stack ?? '');
  if (!place) return undefined;
  const [, file, row, column] = place;
  const lines = load('fs').readFileSync(file, 'utf8').split('\n').slice(row - 1);
  const text = lines.join('\n');
  const start = /[\w$.]*$/.exec(text.slice(0, column - 1)).index;
  let depth = 0;
  for (let at = text.indexOf('(', start); at >= 0 && at < text.length; at += 1) {
    if ('([{'.includes(text[at])) depth += 1;
    else if (')]}'.includes(text[at])) depth -= 1;
    if (depth === 0) return text.slice(start, at + 1);
  }
  return undefined;
}

function ok(...args) {
  const [value, message] = args;
  if (value) return;
  if (message instanceof Error) throw message;
  if (args.length === 0) refuse('No value argument passed to `assert.ok()`', true, '==', value, true);
  if (message != null) refuse(message, false, '==', value, true);
  refuse(`The expression evaluated to a falsy value:\n\n  ${callText() ?? 'assert(…)'}\n`, true, '==', value, true);
}
const assert = function ok_(...args) { ok(...args); };
Object.defineProperty(assert, 'name', { value: 'ok' });

// eslint-disable-next-line eqeqeq
const looselyEqual = (a, b) => a == b || (a !== a && b !== b);
const loose = {
  equal(actual, expected, message) { if (!looselyEqual(actual, expected)) fail(actual, expected, message, '=='); },
  notEqual(actual, expected, message) { if (looselyEqual(actual, expected)) fail(actual, expected, message, '!='); },
  deepEqual(actual, expected, message) { if (!areEqual(actual, expected, false)) fail(actual, expected, message, 'deepEqual'); },
  notDeepEqual(actual, expected, message) { if (areEqual(actual, expected, false)) fail(actual, expected, message, 'notDeepEqual'); },
};
const strict = {
  strictEqual(actual, expected, message) { if (!Object.is(actual, expected)) fail(actual, expected, message, 'strictEqual'); },
  notStrictEqual(actual, expected, message) { if (Object.is(actual, expected)) fail(actual, expected, message, 'notStrictEqual'); },
  deepStrictEqual(actual, expected, message) { if (!areEqual(actual, expected, true)) fail(actual, expected, message, 'deepStrictEqual'); },
  notDeepStrictEqual(actual, expected, message) { if (areEqual(actual, expected, true)) fail(actual, expected, message, 'notDeepStrictEqual'); },
};

// What throws() and rejects() make of an error: nothing if it is the expected one.
function checkError(error, expected, message, operator) {
  if (expected === undefined) return;
  if (typeof expected === 'function') {
    if (expected.prototype !== undefined && error instanceof expected) return;
    if (Object.prototype.isPrototypeOf.call(Error, expected)) {
      if (message !== undefined) fail(error, expected, message, operator);
      const name = error?.constructor?.name ?? inspect(error);
      const more = error?.message ? `\n\nError message:\n\n${error.message}` : '';
      refuse(`The error is expected to be an instance of "${expected.name}". Received "${name}"${more}`, true, operator, error, expected);
    }
    const result = Reflect.apply(expected, {}, [error]);
    if (result === true) return;
    if (message !== undefined) fail(error, expected, message, operator);
    const name = expected.name ? `"${expected.name}" ` : '';
    refuse(`The ${name}validation function is expected to return "true". Received ${inspect(result)}` +
      (error instanceof Error ? `\n\nCaught error:\n\n${error}` : ''), true, operator, error, expected);
  }
  if (expected instanceof RegExp) {
    if (expected.test(String(error))) return;
    if (message !== undefined) fail(error, expected, message, operator);
    refuse(`The input did not match the regular expression ${inspect(expected)}. Input:\n\n${inspect(String(error))}\n`, true, operator, error, expected);
  }
  const keys = [...Object.keys(expected), ...(expected instanceof Error ? ['name', 'message'] : [])];
  const matches = (key) => key in Object(error) && (areEqual(error[key], expected[key], true) ||
    (expected[key] instanceof RegExp && typeof error[key] === 'string' && expected[key].test(error[key])));
  if (keys.every(matches)) return;
  if (message !== undefined) fail(error, expected, message, operator);
  class Comparison {
    constructor(from) {
      for (const key of keys) if (key in Object(from)) this[key] = from[key];
    }
  }
  refuse(compare(new Comparison(error), new Comparison(expected), 'deepStrictEqual'), true, operator, error, expected);
}

function expectsError(operator, [thrown, error], args) {
  let [expected, message] = args;
  if (typeof expected === 'string') [expected, message] = [undefined, expected];
  if (!thrown) {
    const what = operator === 'rejects' ? 'rejection' : 'exception';
    const name = expected?.name ? ` (${expected.name})` : '';
    refuse(`Missing expected ${what}${name}${message ? `: ${message}` : '.'}`, false, operator, undefined, expected);
  }
  checkError(error, expected, message, operator);
}

function expectsNoError(operator, [thrown, error], args) {
  if (!thrown) return;
  let [expected, message] = args;
  if (typeof expected === 'string') [expected, message] = [undefined, expected];
  if (expected && !(error instanceof expected)) throw error;
  const what = operator === 'doesNotReject' ? 'rejection' : 'exception';
  refuse(`Got unwanted ${what}${message ? `: ${message}` : '.'}\nActual message: "${error?.message}"`, false, operator, error, expected);
}

function outcome(work) {
  if (typeof work !== 'function') throw invalidType('"fn" argument must be of type function', work);
  try {
    work();
    return [false];
  } catch (error) {
    return [true, error];
  }
}

async function laterOutcome(work) {
  const promise = typeof work === 'function' ? work() : work;
  if (typeof promise?.then !== 'function') {
    if (typeof work === 'function') {
      const error = invalidType('"promiseFn" function to return an instance of Promise', promise);
      error.message = `Expected instance of Promise to be returned from the "promiseFn" function but got ${error.message.split('Received ')[1]}.`;
      throw Object.assign(error, { code: 'ERR_INVALID_RETURN_VALUE' });
    }
    throw invalidType('"promiseFn" argument must be of type function or an instance of Promise', work);
  }
  try {
    await promise;
    return [false];
  } catch (error) {
    return [true, error];
  }
}

function matching(wanted, operator, words) {
  return (text, pattern, message) => {
    if (!(pattern instanceof RegExp)) throw invalidType('"regexp" argument must be an instance of RegExp', pattern);
    if (typeof text === 'string' && pattern.test(text) === wanted) return;
    if (message instanceof Error) throw message;
    const reason = typeof text === 'string' ? `${words} the regular expression ${inspect(pattern)}. Input:\n\n${inspect(text)}\n`
      : invalidType('"string" argument must be of type string', text).message;
    refuse(message ?? reason, !message, operator, text, pattern);
  };
}

const others = {
  fail(message = 'Failed') {
    if (message instanceof Error) throw message;
    refuse(message, arguments.length === 0, 'fail');
  },
  AssertionError,
  ok,
  throws: (work, ...args) => expectsError('throws', outcome(work), args),
  rejects: async (work, ...args) => expectsError('rejects', await laterOutcome(work), args),
  doesNotThrow: (work, ...args) => expectsNoError('doesNotThrow', outcome(work), args),
  doesNotReject: async (work, ...args) => expectsNoError('doesNotReject', await laterOutcome(work), args),
  ifError(value) {
    if (value == null) return;
    const text = typeof value === 'object' && typeof value.message === 'string' ? value.message || value.constructor.name : inspect(value);
    refuse(`ifError got unwanted exception: ${text}`, false, 'ifError', value, null);
  },
  match: matching(true, 'match', 'The input did not match'),
  doesNotMatch: matching(false, 'doesNotMatch', 'The input was expected to not match'),
};

Object.assign(assert, others, loose, strict);
assert.strict = Object.assign(function strict_(...args) { ok(...args); }, others, strict, {
  equal: strict.strictEqual, notEqual: strict.notStrictEqual, deepEqual: strict.deepStrictEqual, notDeepEqual: strict.notDeepStrictEqual,
});
assert.strict.strict = assert.strict;
exports.assert = assert;
