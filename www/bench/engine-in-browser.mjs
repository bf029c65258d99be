// The engine in a browser's worker: how long it takes to compile, to be ready, to answer bursts and sequences of requests
// to a 40-line handler, and how much memory a thousand live environments of it hold.

import { readFile } from 'node:fs/promises';
import { browserSession, open } from '../e2e/browser.mjs';
import { startEngine } from '../e2e/engine.mjs';
import { serve } from '../e2e/server.mjs';

const plan = JSON.parse(await readFile(new URL('../../src/cli/cases/run/first-visit.json', import.meta.url)));
const source = await readFile(new URL('handler.cjs', import.meta.url), 'utf8');

const [deploy, arrive] = plan.steps;
deploy.act.deploy = { ...deploy.act.deploy, source, handler: 'index.handler' };
arrive.act.arrive.trigger = { event: JSON.stringify({ queryStringParameters: { colour: 'red' } }) };
const burst = (count) => ({ ...plan, steps: [deploy, { ...arrive, act: { arrive: { ...arrive.act.arrive, count } } }] });
const sequence = (count) => ({
  ...plan,
  steps: [deploy, ...Array.from({ length: count }, (_, second) => ({ ...arrive, atMicros: second * 1e6 }))],
});
const runs = {
  'first request of all': burst(1),
  'another plan of one request': { ...burst(1), seed: 2 },
  '20 at once: 20 containers': burst(20),
  '100 at once: 100 containers': burst(100),
  '1,000 at once: 1,000 containers': burst(1000),
  '1,000 one after another: 1 container': sequence(1000),
};

const server = await serve();
console.log(`\n${'The engine in Chromium, a 40-line handler'.padEnd(44)}${'time'.padStart(11)}${'wasm memory'.padStart(14)}${'process'.padStart(11)}`);
// A page without a lab: another engine would share the processor and the process. It has no icon, which is a problem.
await open({ url: `${server.url}/licences.txt`, origins: [server.url], problemsExpected: true }, async ({ page }) => {
  const engine = await startEngine(page);
  const { compileMilliseconds, startMilliseconds } = await engine.jsonValue();
  const [worker] = page.workers();
  const print = async (what, milliseconds) => console.log([
    what.padEnd(44), `${milliseconds.toFixed(0)} ms`.padStart(11),
    megabytes(await worker.evaluate(wasmMemory)).padStart(14), megabytes(await processMemory()).padStart(11),
  ].join(''));
  await print('compile the engine', compileMilliseconds);
  await print('start the worker', startMilliseconds);
  for (const [what, plan] of Object.entries(runs)) {
    await print(what, await engine.evaluate(async ({ ask }, plan) => {
      const began = performance.now();
      await ask({ simulate: { id: 0, plan } });
      return performance.now() - began;
    }, plan));
  }
});
await server.close();
// The browser is shared by all visits and kept for the next one; here there is none.
process.exit();

function megabytes(bytes) {
  return bytes === null ? 'unknown' : `${(bytes / 1e6).toFixed(0)} MB`;
}

// Runs in the worker. The glue gives what it has started already.
async function wasmMemory() {
  /* global wasm_bindgen */
  const { memory } = await wasm_bindgen();
  return memory.buffer.byteLength;
}

/** What the largest renderer holds of this machine's memory; null where the system does not tell. */
async function processMemory() {
  const session = await browserSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const sizes = await Promise.all(processInfo.filter(({ type }) => type === 'renderer').map(({ id }) =>
    readFile(`/proc/${id}/status`, 'utf8').then((text) => Number(/VmRSS:\s+(\d+) kB/.exec(text)[1]) * 1024, () => null)));
  return sizes.reduce((largest, size) => Math.max(largest, size), null);
}
