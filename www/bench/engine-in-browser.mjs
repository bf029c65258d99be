// How long the engine takes in a browser's worker: to compile, to be ready, to answer bursts and sequences of requests.
// Printed as a table, never asserted: figures of a shared machine vary by a third.

import { readFileSync } from 'node:fs';
import { visit } from '../e2e/browser.mjs';
import { startEngine } from '../e2e/engine.mjs';

const plan = JSON.parse(readFileSync(new URL('../../src/cli/cases/run/first-visit.json', import.meta.url)));

await visit({}, async ({ page }) => {
  const engine = await startEngine(page);
  const figures = await engine.evaluate(measure, plan);
  for (const [what, milliseconds] of Object.entries(figures)) {
    console.log(`${what.padEnd(44)}${milliseconds.toFixed(0).padStart(8)} ms`);
  }
});
// The browser is shared by all visits and kept for the next one; here there is none.
process.exit();

// Runs in the page.
async function measure({ ask, compileMilliseconds, startMilliseconds, end }, plan) {
  const figures = { 'compile the engine': compileMilliseconds, 'start the worker': startMilliseconds };
  const timed = async (what, work) => {
    const began = performance.now();
    await work();
    figures[what] = performance.now() - began;
  };

  const [deploy, arrive] = plan.steps;
  const simulate = (steps) => ask({ simulate: { id: 0, plan: { ...plan, steps } } });
  const burst = (count) => [deploy, { ...arrive, act: { arrive: { ...arrive.act.arrive, count } } }];
  const sequence = (count) => [deploy, ...Array.from({ length: count }, (_, second) => ({ ...arrive, atMicros: second * 1e6 }))];

  await timed('first request of all', () => simulate(burst(1)));
  await timed('a new plan of one request', () => simulate(burst(1)));
  await timed('20 at once: 20 containers', () => simulate(burst(20)));
  await timed('100 at once: 100 containers', () => simulate(burst(100)));
  await timed('1,000 at once: 1,000 containers', () => simulate(burst(1000)));
  await timed('1,000 one after another: 1 container', () => simulate(sequence(1000)));
  end();
  return figures;
}
