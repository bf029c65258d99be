// In which order ticks, microtasks, immediates and timers come.
const { nextTick } = process;
setTimeout(() => {
  setTimeout(() => console.log('timer'), 15);
  setImmediate(() => {
    console.log('immediate 1');
    nextTick(() => console.log('tick in immediate 1'));
    Promise.resolve().then(() => console.log('promise in immediate 1'));
    setImmediate(() => console.log('immediate 3'));
  });
  setImmediate(() => console.log('immediate 2'));
  nextTick(() => {
    console.log('tick 1');
    Promise.resolve().then(() => {
      console.log('promise in tick 1');
      nextTick(() => console.log('tick in promise'));
    });
    nextTick(() => console.log('tick in tick'));
  });
  Promise.resolve().then(() => console.log('promise 1')).then(() => console.log('promise 2'));
  queueMicrotask(() => console.log('microtask'));
  nextTick((a, b) => console.log('tick 2', a, b), 1, 2);
  console.log('synchronous');
}, 1);
setTimeout(() => {
  setTimeout((...given) => console.log('20', ...given), 20, 'a', 'b');
  setTimeout(() => console.log('10 first'), 10);
  setTimeout(() => console.log('10 second'), 10);
  const cleared = setTimeout(() => console.log('never'), 10);
  clearTimeout(cleared);
  const byNumber = setTimeout(() => console.log('never'), 10);
  clearTimeout(+byNumber);
  const immediate = setImmediate(() => console.log('never'));
  clearImmediate(immediate);
  let rounds = 0;
  const interval = setInterval(() => {
    rounds += 1;
    console.log('interval', rounds);
    if (rounds === 3) clearInterval(interval);
  }, 100);
}, 30);
setTimeout(() => {
  const timer = setTimeout(() => console.log('refreshed'), 5);
  console.log(timer.hasRef(), timer.unref() === timer, timer.hasRef(), timer.ref() === timer, timer.refresh() === timer);
  console.log(typeof timer[Symbol.toPrimitive](), timer.constructor.name, setImmediate(() => {}).constructor.name);
  console.log(timer.close === undefined, typeof timer.close);
  const self = setTimeout(function () { console.log('this is the timer', this === self); }, 1);
}, 600);
setTimeout(() => {
  console.log('last one that is waited for');
  setTimeout(() => console.log('never'), 10).unref();
  setInterval(() => console.log('never'), 10).unref();
}, 1000);
for (const wrong of [() => setTimeout('x'), () => setImmediate(5), () => nextTick(), () => queueMicrotask(null)]) {
  try {
    wrong();
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
