// The JavaScript engine: compiled once for the whole page, then handed to a worker for each lab that asks. Compiling is
// the slow part; a worker that is given the compiled engine is there in some tens of milliseconds.

import { compileFile } from './compiling.js';
import { addressOf, files, once } from './files.js';
import { workerTrouble } from './trouble.js';

const compile = once(() => compileFile(files.workerWasm));

/** Gives a new worker which will say when the engine in it is ready. */
export async function startEngine() {
  const [module, worker] = await Promise.all([compile(), bootWorker()]);
  worker.postMessage({ glue: addressOf(files.worker), module });
  return worker;
}

/** Gives a worker whose first script runs: only that tells apart a worker that is slow and one that is forbidden. */
async function bootWorker() {
  let worker;
  try {
    worker = new Worker(bootAddress());
    await new Promise((resolve, reject) => {
      worker.onmessage = resolve;
      worker.onerror = (event) => {
        event.preventDefault();
        reject(new Error(event.message || 'it did not run'));
      };
    });
  } catch (error) {
    worker?.terminate();
    return workerTrouble(error);
  }
  worker.onmessage = null;
  worker.onerror = null;
  return worker;
}

// A worker's first script has to come from the page's own origin. On a foreign page, or in a sandboxed frame, which has
// none, it comes from a blob that names ours. Not always: our own policy allows workers from 'self' only.
let blobAddress = null;

function bootAddress() {
  const address = addressOf(files.workerBoot);
  if (new URL(address).origin === self.origin) return address;
  blobAddress ??= URL.createObjectURL(new Blob([`importScripts(${JSON.stringify(address)})`], { type: 'text/javascript' }));
  return blobAddress;
}

/** Downloads and compiles ahead, when nothing else is going on. Never fails: whoever needs the engine will hear of it. */
export async function prepareEngine() {
  if (navigator.connection?.saveData) return;
  await idle();
  await compile().catch(() => {});
}

function idle() {
  return new Promise((resolve) => {
    if (self.requestIdleCallback) self.requestIdleCallback(resolve, { timeout: 2000 });
    else setTimeout(resolve, 200);
  });
}
