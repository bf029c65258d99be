// How objects of Node's own are printed.
const util = require('util');
console.log(Buffer.from('hi'), [Buffer.alloc(60)], { b: Buffer.alloc(0) });
console.log(new URL('https://u:p@example.com:8080/p?a=1&b=2#h'));
console.log(new URLSearchParams('a=1&b=it%27s'), new URLSearchParams(), { q: new URLSearchParams('x=y') });
console.log({ deep: { deeper: { deepest: new URL('https://a.b/c') } } });
console.log(util.inspect(new URL('a:b'), { depth: -1 }));
console.log(util.inspect({ a: { b: { c: { d: 1 } } } }, false, 0), util.inspect({ a: { b: { c: {} } } }, { depth: null }), util.inspect({ b: 1, a: [1, 2] }, { compact: false, sorted: true }));
class Custom { [util.inspect.custom](depth, options) { return `<custom ${depth}>`; } }
console.log(new Custom(), [new Custom()], util.inspect(new Custom(), { customInspect: false }));
console.log(new (require('events'))());
console.log(require('querystring').parse('a=1'), new Map([['k', Buffer.from('v')]]));
console.log(util.format('%s %o %O %j', new URL('a:b').href, [1], { a: 1 }, { b: 2 }));
console.log(new AbortController().signal.aborted, util.types.isDate(new Date()));
