// The engine's worker as embed.js starts it, without a lab around it: for comparing what it answers, and for timing it.

/**
 * Starts a worker in the page.
 *
 * @returns a handle on `{ ask, rows, compileMilliseconds, startMilliseconds, end }` for use inside `page.evaluate`: `ask`
 *   sends one message and gives its answer (progress is passed over, a fault throws), `rows` turns the columns of the answer
 *   `ran` into what the command line prints, `end` ends the worker.
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

    // As `domain::cloud::columns` orders them.
    const kinds = {
      startKind: ['cold', 'warm', 'none'],
      outcome: ['ok', 'error', 'timeout', 'initError', 'throttled', 'killed'],
      endReason: ['expired', 'replaced', 'lost', 'killed'],
      initAborted: [false, true],
    };
    const rows = ({ ran: { id, computingMicros, outOfMemory, httpStatus, ...columns } }) => {
      const value = (name, number) => (Number.isNaN(number) ? null : kinds[name] ? kinds[name][number] : number);
      const read = (name) => Array.from(columns[name], (number) => value(name, number));
      const of = (...names) => Object.fromEntries(names.map((name) => [name, read(name)]));
      const lives = of('createdAtMicros', 'initMicros', 'initAborted', 'deployment', 'endsAtMicros', 'endReason');
      const trace = {
        ...of('arrivesAtMicros', 'startedAtMicros', 'endedAtMicros', 'environment', 'startKind', 'outcome'),
        environments: lives.deployment.map((_, row) => Object.fromEntries(Object.entries(lives).map(([name, column]) => [name, column[row]]))),
      };
      return { ran: { id, run: { trace, httpStatus: Array.from(httpStatus, (status) => value('httpStatus', status)), computingMicros, outOfMemory } } };
    };

    return {
      ask,
      rows,
      compileMilliseconds: starting - compiling,
      startMilliseconds: performance.now() - starting,
      end: () => worker.terminate(),
    };
  });
}
