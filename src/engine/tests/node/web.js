// Globals of the web: text codecs, structuredClone, events, abort signals, performance.
const show = (name, work) => {
  try {
    console.log(name, JSON.stringify(work()));
  } catch (error) {
    console.log(name, 'throws', error.name, error.code, error.message);
  }
};
const hex = (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
show('encode', () => [hex(new TextEncoder().encode('aä€😀')), hex(new TextEncoder().encode()), hex(new TextEncoder().encode('\ud800x')), new TextEncoder().encode('a').constructor.name, new TextEncoder().encoding]);
show('encodeInto', () => { const into = new Uint8Array(5); return [new TextEncoder().encodeInto('aä€', into), hex(into)]; });
const bytes = (...list) => new Uint8Array(list);
show('decode', () => [new TextDecoder().decode(bytes(0x61, 0xc3, 0xa4)), new TextDecoder().decode(bytes(0xef, 0xbb, 0xbf, 0x61)), new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes(0xef, 0xbb, 0xbf, 0x61)), new TextDecoder().decode(bytes(0xff, 0x61)), new TextDecoder().decode(), new TextDecoder('utf-16le').decode(bytes(0x61, 0, 0x3d, 0xd8, 0, 0xde)), new TextDecoder('latin1').decode(bytes(0xe4, 0x61)), new TextDecoder().decode(new Uint16Array([0x6161]).buffer)]);
show('stream', () => { const decoder = new TextDecoder(); return [decoder.decode(bytes(0xe2, 0x82), { stream: true }), decoder.decode(bytes(0xac, 0x61), { stream: true }), decoder.decode(bytes(0xe2), { stream: true }), decoder.decode()]; });
show('members', () => [new TextDecoder('UTF8').encoding, new TextDecoder('latin1').encoding, new TextDecoder('utf-8', { fatal: true }).fatal]);
show('fatal', () => new TextDecoder('utf-8', { fatal: true }).decode(bytes(0xff)));
show('unknown', () => new TextDecoder('nope'));
show('no bytes', () => new TextDecoder().decode('x'));
show('clone', () => structuredClone({ a: [1, { b: 2 }], d: new Date(5), n: null, u: undefined, s: 'x', big: 1 }));
show('clone kinds', () => {
  const original = { m: new Map([[{ k: 1 }, new Set([1, 2])]]), r: /x/gi, e: new RangeError('bad'), b: Buffer.from('ab'), t: new Uint16Array([1, 2]), d: new Date(7), n: new Number(5) };
  const copy = structuredClone(original);
  return [[...copy.m][0][0].k, [...[...copy.m][0][1]], String(copy.r), copy.e instanceof RangeError, copy.e.message, copy.b.constructor.name, [...copy.b], [...copy.t], copy.t.buffer !== original.t.buffer, copy.d.getTime(), copy.n.valueOf()];
});
show('clone cycle', () => { const a = { list: [] }; a.self = a; a.list.push(a); const copy = structuredClone(a); return [copy !== a, copy.self === copy, copy.list[0] === copy]; });
show('clone shared', () => { const shared = { x: 1 }; const copy = structuredClone([shared, shared]); return [copy[0] === copy[1], copy[0] !== shared]; });
show('clone class', () => { class K { constructor() { this.a = 1; } get b() { return 2; } } const copy = structuredClone(new K()); return [copy.constructor.name, copy]; });
show('clone holes', () => { const copy = structuredClone([1, , 3]); return [copy.length, 1 in copy]; });
show('clone deep', () => { let deep = {}; for (let n = 0; n < 500; n += 1) deep = { deep }; let copy = structuredClone(deep); let depth = 0; while (copy.deep) { copy = copy.deep; depth += 1; } return depth; });
for (const [name, wrong] of Object.entries({ function: () => structuredClone(() => {}), symbol: () => structuredClone(Symbol('x')), inside: () => structuredClone({ a: { b() {} } }), weak: () => structuredClone(new WeakMap()), promise: () => structuredClone(Promise.resolve()), nothing: () => structuredClone() })) show(`clone wrong ${name}`, wrong);
show('event target', () => {
  const target = new EventTarget();
  const seen = [];
  const listener = (event) => seen.push([event.type, event.target === target]);
  target.addEventListener('a', listener);
  target.addEventListener('a', listener);
  target.addEventListener('a', () => seen.push('once'), { once: true });
  target.addEventListener('a', { handleEvent: () => seen.push('object') });
  const results = [target.dispatchEvent(new Event('a')), target.dispatchEvent(new Event('a', { cancelable: true }))];
  target.removeEventListener('a', listener);
  target.addEventListener('a', (event) => { event.preventDefault(); event.stopImmediatePropagation(); });
  target.addEventListener('a', () => seen.push('never'));
  results.push(target.dispatchEvent(new Event('a', { cancelable: true })), target.dispatchEvent(new CustomEvent('b', { detail: 5 })));
  return [seen, results, new CustomEvent('x', { detail: 5 }).detail];
});
show('abort', () => {
  const controller = new AbortController();
  const { signal } = controller;
  const seen = [signal.aborted];
  signal.addEventListener('abort', (event) => seen.push(event.type, signal.reason.name, signal.reason.message, signal.reason.code));
  signal.onabort = () => seen.push('on');
  controller.abort();
  controller.abort('again');
  seen.push(signal.aborted, AbortSignal.abort('why').reason);
  try { signal.throwIfAborted(); } catch (error) { seen.push(error.name, error instanceof DOMException, error instanceof Error, String(error)); }
  const any = AbortSignal.any([new AbortController().signal, signal]);
  seen.push(any.aborted, any.reason === signal.reason);
  const own = new AbortController();
  const later = AbortSignal.any([own.signal]);
  own.abort('mine');
  seen.push(later.aborted, later.reason);
  return seen;
});
show('exception', () => { const error = new DOMException('m', 'NotFoundError'); return [error.name, error.code, error.message, error instanceof Error, Object.prototype.toString.call(error)]; });
show('illegal', () => new AbortSignal());
show('performance', () => { const start = performance.now(); const mark = performance.mark('a'); performance.mark('b'); const measure = performance.measure('m', 'a', 'b'); return [typeof start, performance.now() >= start, mark.name, mark.entryType, measure.duration >= 0, performance.getEntriesByName('m').length, performance.getEntriesByType('mark').length, Math.abs(performance.timeOrigin + performance.now() - Date.now()) < 100, require('perf_hooks').performance === performance]; });
show('measure wrong', () => performance.measure('x', 'nope'));
show('process', () => { const start = process.hrtime(); const big = process.hrtime.bigint(); return [start.length, process.hrtime(start)[0], typeof big, process.hrtime.bigint() >= big, typeof process.uptime(), Object.keys(process.memoryUsage()), typeof process.memoryUsage.rss(), process.platform, Array.isArray(process.argv), typeof process.pid, typeof process.version, typeof process.versions.node, process.release.name, process.exitCode === undefined, Object.prototype.toString.call(process), typeof process.cwd()]; });
show('environment', () => { process.env.A_NUMBER = 5; process.env.NOTHING = undefined; const seen = [process.env.A_NUMBER, process.env.NOTHING, process.env.NOPE === undefined, 'A_NUMBER' in process.env, delete process.env.A_NUMBER, process.env.A_NUMBER === undefined]; return seen; });
show('process events', () => { let heard; process.once('own', (x) => { heard = x; }); return [process.emit('own', 3), heard, process.emit('own'), process.listenerCount('own')]; });
for (const [name, wrong] of Object.entries({ hrtime: () => process.hrtime(5), exit: () => process.exit('x'), symbol: () => { process.env.X = Symbol('x'); } })) show(`process wrong ${name}`, wrong);
show('typeof', () => ['Buffer', 'URL', 'URLSearchParams', 'TextEncoder', 'TextDecoder', 'structuredClone', 'AbortController', 'Event', 'EventTarget', 'performance', 'atob', 'btoa', 'crypto', 'fetch', 'process', 'queueMicrotask', 'setTimeout', 'clearImmediate', 'DOMException'].map((name) => typeof globalThis[name]));
show('shadowing', () => { const before = typeof undeclared; globalThis.undeclared = 1; const URL = 5; return [before, typeof undeclared, URL, 'Buffer' in globalThis, global === globalThis, typeof nothing]; });
setTimeout(() => {
  const signal = AbortSignal.timeout(5);
  setTimeout(() => console.log('timeout', signal.aborted, signal.reason?.name, signal.reason?.message), 50);
}, 1);
