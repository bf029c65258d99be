//: expect {"logs":["~\tINFO\tundefined","~\tINFO\tsum 3 { a: 1, 'b-c': [ 1, 'x' ] }","~\tWARN\t5 42% {\"a\":1} rest","~\tERROR\t[Function: f] [class K] Map(1) { 'k' => Set(1) { 1 } }","~\tDEBUG\t{ a: { b: { c: {} } } } -0 null undefined 1n Symbol(s)","~\tINFO\t<ref *1> { me: [Circular *1], get: [Getter] }"]}
class K {}
exports.handler = async () => {
  console.log();
  console.log('sum', 1 + 2, { a: 1, 'b-c': [1, 'x'] });
  console.warn('%d %i%% %j', 5, 42.9, { a: 1 }, 'rest');
  console.error(function f() {}, K, new Map([['k', new Set([1])]]));
  console.debug({ a: { b: { c: {} } } }, -0, null, undefined, 1n, Symbol('s'));
  const me = { get get() { throw 1; } };
  console.log(Object.assign(Object.defineProperty({}, 'x', { value: 1 }), { a: 1 }) && (() => { const o = { me: null }; o.me = o; Object.defineProperty(o, 'get', Object.getOwnPropertyDescriptor(me, 'get')); return o; })());
};
