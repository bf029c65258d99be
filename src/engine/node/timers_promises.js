// timers/promises: timers that are awaited.

const timers = load('timers');

function waiting(start, stop, value, options) {
  const { ref = true, signal } = options ?? {};
  const aborted = () => {
    const error = new Error('The operation was aborted', { cause: signal.reason });
    return Object.assign(error, { code: 'ABORT_ERR', name: 'AbortError' });
  };
  if (signal?.aborted) return Promise.reject(aborted());
  return new Promise((resolve, reject) => {
    const timer = start(() => {
      signal?.removeEventListener('abort', give);
      resolve(value);
    });
    const give = () => {
      stop(timer);
      reject(aborted());
    };
    if (!ref) timer.unref();
    signal?.addEventListener('abort', give, { once: true });
  });
}

exports.setTimeout = (delay, value, options) =>
  waiting((done) => timers.setTimeout(done, delay), timers.clearTimeout, value, options);
exports.setImmediate = (value, options) => waiting(timers.setImmediate, timers.clearImmediate, value, options);
exports.setInterval = async function* (delay, value, options) {
  for (;;) yield await exports.setTimeout(delay, value, options);
};
exports.scheduler = { wait: (delay, options) => exports.setTimeout(delay, undefined, options), yield: () => exports.setImmediate() };
