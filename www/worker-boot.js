// The first script of every worker: takes the engine that the page has compiled already and starts it. A file of its
// own, because a worker can be started only from a script's address, and what has to be started is not a script.
// A classic script, because only that works from another origin and in a sandboxed frame as well.

/* global wasm_bindgen -- brought by the glue script */

self.onmessage = async ({ data: { glue, module } }) => {
  // From here on the engine speaks for itself: its `main` puts its own handler here and says when it is ready.
  self.onmessage = null;
  try {
    importScripts(glue);
    await wasm_bindgen({ module_or_path: module });
    const answer = self.onmessage;
    self.onmessage = (event) => {
      try {
        answer(event);
      } catch (error) {
        postTrap(error);
      }
    };
  } catch (error) {
    postFault(error);
  }
};

// The program cannot speak any more, but what it remembers can still be asked for.
function postTrap(error) {
  let overworked = false;
  try {
    overworked = wasm_bindgen.isOverworked();
  } catch { /* no stack is left even for that */ }
  const message = `${error?.name}: ${error?.message ?? error}`;
  self.postMessage({ broke: { message, verdict: overworked ? 'timedOut' : null } });
}

// A trap in code that runs later ends here; the page would wait for an answer for ever.
self.addEventListener('unhandledrejection', (event) => postFault(event.reason));

function postFault(error) {
  self.postMessage({ fault: { message: String(error?.message ?? error) } });
}

// The page waits for this before it hands the engine over: where workers are forbidden it never comes.
self.postMessage({ booted: {} });
