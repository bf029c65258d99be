// Deep equality, strict and loose, as util and assert need it.

const { kindOf } = native;

function enumerableKeys(object) {
  const symbols = Object.getOwnPropertySymbols(object).filter((key) => Object.prototype.propertyIsEnumerable.call(object, key));
  return [...Object.keys(object), ...symbols];
}

function areEqual(a, b, strict, seen = new Map()) {
  if (a === b) return a !== 0 || !strict || Object.is(a, b);
  const objects = typeof a === 'object' && typeof b === 'object' && a !== null && b !== null;
  if (!objects) {
    if (strict) return Object.is(a, b);
    if (typeof a === 'object' && a !== null || typeof b === 'object' && b !== null) return false;
    // eslint-disable-next-line eqeqeq
    return a == b || (a !== a && b !== b);
  }
  if (strict && Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  const kind = kindOf(a);
  if (kind !== kindOf(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  if (strict && Object.prototype.toString.call(a) !== Object.prototype.toString.call(b)) return false;
  if (!haveEqualContent(kind, a, b, strict)) return false;
  if (seen.get(a) === b) return true;
  seen.set(a, b);
  if (Array.isArray(a) && a.length !== b.length) return false;
  const same = haveEqualMembers(a, b, strict, seen) && haveEqualEntries(kind, a, b, strict, seen);
  seen.delete(a);
  return same;
}

function haveEqualContent(kind, a, b, strict) {
  switch (kind) {
    case 'Date': return Object.is(Date.prototype.getTime.call(a), Date.prototype.getTime.call(b));
    case 'RegExp': return a.source === b.source && a.flags === b.flags && a.lastIndex === b.lastIndex;
    case 'Error': return a.message === b.message && a.name === b.name;
    case 'Number': case 'String': case 'Boolean': case 'Symbol': case 'BigInt': return Object.is(a.valueOf(), b.valueOf());
    case 'TypedArray': return a.length === b.length && a.every((value, at) => (strict ? Object.is(value, b[at]) : value === b[at]));
    case 'ArrayBuffer': return areEqual(new Uint8Array(a), new Uint8Array(b), strict);
    case 'Map': case 'Set': return a.size === b.size;
    case 'Promise': case 'WeakMap': case 'WeakSet': return false;
    default: return true;
  }
}

function haveEqualMembers(a, b, strict, seen) {
  if (kindOf(a) === 'TypedArray') return true;
  const [first, second] = strict ? [enumerableKeys(a), enumerableKeys(b)] : [Object.keys(a), Object.keys(b)];
  return first.length === second.length && first.every((key) => Object.hasOwn(b, key) && areEqual(a[key], b[key], strict, seen));
}

function haveEqualEntries(kind, a, b, strict, seen) {
  if (kind === 'Set') {
    const left = new Set(b);
    for (const value of a) {
      if (left.delete(value)) continue;
      const found = [...left].find((other) => areEqual(value, other, strict, seen));
      if (found === undefined) return false;
      left.delete(found);
    }
  } else if (kind === 'Map') {
    for (const [key, value] of a) {
      const match = b.has(key) ? key : [...b.keys()].find((other) => areEqual(key, other, strict, seen));
      if (!b.has(match) || !areEqual(value, b.get(match), strict, seen)) return false;
    }
  }
  return true;
}

exports.areEqual = areEqual;
