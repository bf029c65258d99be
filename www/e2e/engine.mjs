// The engine's worker as embed.js starts it, without a lab around it: for comparing what it answers, and for timing it.

/**
 * Starts a worker in the page.
 *
 * @returns a handle on `{ ask, compileMilliseconds, startMilliseconds, end }` for use inside `page.evaluate`: `ask` sends
 *   one message and gives its answer (progress is passed over, a fault throws), `end` ends the worker.
 */
export async function startEngine(page) {
  return page.evaluateHandle(async () => {
    // The names with hashes stand in embed.js, as one JSON object.
    const embed = await fetch('embed.js').then((response) => response.text());
    const files = JSON.parse(/\{[^{}]*"workerWasm"[^{}]*\}/.exec(embed)[0]);
    const address = (name) => new URL(name, document.baseURI).href;

    const compiling = performance.now();
    const module = await WebAssembly.compileStreaming(fetch(address(files.workerWasm)));
    const starting = performance.now();
    const worker = new Worker(address(files.workerBoot));
    const ask = (message) => new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => {
        if (data.fault) reject(new Error(data.fault.message));
        else if (data.broke) reject(new Error(data.broke.message));
        else if (!data.progress && !data.booted && !data.turn) resolve(data);
      };
      worker.onerror = (event) => reject(new Error(event.message));
      worker.postMessage(message);
    });
    await ask({ glue: address(files.worker), module });

    return {
      ask,
      compileMilliseconds: starting - compiling,
      startMilliseconds: performance.now() - starting,
      end: () => worker.terminate(),
    };
  });
}
