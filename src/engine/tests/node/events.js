// events: EventEmitter and the functions around it.
const EventEmitter = require('events');
const { once, on } = EventEmitter;
const show = (name, work) => {
  try {
    console.log(name, JSON.stringify(work()));
  } catch (error) {
    console.log(name, 'throws', error.name, error.code, error.message);
  }
};
show('module', () => [EventEmitter.EventEmitter === EventEmitter, require('node:events') === EventEmitter, EventEmitter.defaultMaxListeners, EventEmitter.name, typeof EventEmitter.once]);
show('order', () => {
  const emitter = new EventEmitter();
  const seen = [];
  emitter.on('a', (...args) => seen.push(['first', ...args]));
  emitter.once('a', (...args) => seen.push(['once', ...args]));
  emitter.prependListener('a', () => seen.push('before'));
  emitter.prependOnceListener('a', () => seen.push('before once'));
  const results = [emitter.emit('a', 1, 2), emitter.emit('a'), emitter.emit('b')];
  return [seen, results, emitter.listenerCount('a'), emitter.eventNames()];
});
show('this', () => { const emitter = new EventEmitter(); let self; emitter.on('x', function () { self = this; }); emitter.emit('x'); return self === emitter; });
show('remove', () => {
  const emitter = new EventEmitter();
  const seen = [];
  const a = () => seen.push('a');
  emitter.on('x', a).on('x', a).addListener('x', () => seen.push('b'));
  emitter.off('x', a);
  emitter.emit('x');
  emitter.removeListener('x', () => {});
  emitter.removeAllListeners('x');
  return [seen, emitter.emit('x'), emitter.eventNames()];
});
show('once is removed by its function', () => { const emitter = new EventEmitter(); const f = () => {}; emitter.once('x', f); const before = [emitter.listeners('x')[0] === f, emitter.rawListeners('x')[0].listener === f]; emitter.off('x', f); return [before, emitter.listenerCount('x')]; });
show('added and removed', () => {
  const emitter = new EventEmitter();
  const seen = [];
  emitter.on('newListener', (name) => seen.push(['new', name]));
  emitter.on('removeListener', (name) => seen.push(['gone', name]));
  const f = () => {};
  emitter.on('x', f);
  emitter.off('x', f);
  emitter.once('y', f);
  emitter.emit('y');
  return seen;
});
show('removal while emitting', () => { const emitter = new EventEmitter(); const seen = []; const b = () => seen.push('b'); emitter.on('x', () => { seen.push('a'); emitter.off('x', b); }); emitter.on('x', b); emitter.emit('x'); emitter.emit('x'); return seen; });
show('subclass', () => { class Kite extends EventEmitter { constructor() { super(); this.name = 'kite'; } } const kite = new Kite(); let heard; kite.on('fly', (h) => { heard = h; }); kite.emit('fly', 9); return [heard, kite instanceof EventEmitter, Object.keys(kite)]; });
show('inherits', () => { function Old() { EventEmitter.call(this); } require('util').inherits(Old, EventEmitter); const old = new Old(); let heard = 0; old.on('x', () => { heard += 1; }); old.emit('x'); return [heard, Old.super_ === EventEmitter]; });
show('mixed in', () => { const object = Object.assign({}, EventEmitter.prototype); let heard = 0; object.on('x', () => { heard += 1; }); object.emit('x'); return heard; });
show('symbols', () => { const emitter = new EventEmitter(); const key = Symbol('s'); emitter.on(key, () => {}); return [emitter.eventNames().length, emitter.listenerCount(key)]; });
show('limits', () => { const emitter = new EventEmitter(); return [emitter.getMaxListeners(), emitter.setMaxListeners(3) === emitter, emitter.getMaxListeners()]; });
for (const [name, wrong] of Object.entries({
  error: () => new EventEmitter().emit('error', new RangeError('boom')), text: () => new EventEmitter().emit('error', 'boom'), nothing: () => new EventEmitter().emit('error'), object: () => new EventEmitter().emit('error', { a: 1 }),
  listener: () => new EventEmitter().on('x', 5), none: () => new EventEmitter().once('x'), count: () => new EventEmitter().setMaxListeners(-1), off: () => new EventEmitter().off('x', 'y'),
})) show(`wrong ${name}`, wrong);
show('monitor', () => { const emitter = new EventEmitter(); const seen = []; emitter.on(EventEmitter.errorMonitor, (e) => seen.push(e.message)); try { emitter.emit('error', new Error('m')); } catch (e) { seen.push('thrown'); } return seen; });
(async () => {
  const emitter = new EventEmitter();
  setTimeout(() => emitter.emit('ready', 1, 2), 5);
  console.log('once', JSON.stringify(await once(emitter, 'ready')));
  setTimeout(() => emitter.emit('error', new Error('bad')), 5);
  try {
    await once(emitter, 'ready');
  } catch (error) {
    console.log('once failed', error.message, emitter.listenerCount('ready'), emitter.listenerCount('error'));
  }
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 5);
  try {
    await once(emitter, 'ready', { signal: controller.signal });
  } catch (error) {
    console.log('aborted', error.name, error.code, error.message);
  }
  setTimeout(() => { emitter.emit('n', 1); emitter.emit('n', 2); }, 5);
  for await (const [n] of on(emitter, 'n')) {
    console.log('on', n);
    if (n === 2) break;
  }
  console.log('left', emitter.listenerCount('n'));
})();
