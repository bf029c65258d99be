// Invocations a second through the whole contract, event in, response and log lines out, warm: `coldstart invoke` beside
// lambda-local on this Node.js, with the same handler. Each is a program of its own that is given many events and few, so
// that starting it is not part of the figure.

import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const path = fileURLToPath(new URL('handler.cjs', import.meta.url));
const source = await readFile(path, 'utf8');
const event = { path: '/kites', httpMethod: 'GET', headers: {}, queryStringParameters: { colour: 'red' }, body: null };
const counts = [500, 10_500];
const rounds = 3;

const programs = {
  'coldstart invoke': (count) => {
    const input = JSON.stringify({ source, invocations: Array(count).fill({ event }) });
    return run(process.env.COLDSTART_CLI, ['invoke'], input);
  },
  [`lambda-local 2.2.0, Node.js ${process.version}`]: (count) => {
    const script = fileURLToPath(new URL('lambda-local.mjs', import.meta.url));
    return run(process.execPath, [script, path, JSON.stringify(event), String(count)], '');
  },
};

console.log('\nInvocations a second of a 40-line handler, warm');
const speeds = Object.entries(programs).map(([name, program]) => {
  // The best of some: whatever else the machine does only makes it slower.
  const [few, many] = counts.map((count) => Math.min(...Array.from({ length: rounds }, () => program(count))));
  const speed = (counts[1] - counts[0]) / (many - few) * 1000;
  console.log(`${name.padEnd(40)}${speed.toFixed(0).padStart(8)}   (start and ${counts[0]} events: ${few.toFixed(0)} ms)`);
  return speed;
});
console.log(`${'ratio'.padEnd(40)}${(speeds[0] / speeds[1]).toFixed(2).padStart(8)}`);

function run(program, words, input) {
  const began = performance.now();
  const { status, stdout, stderr, error } = spawnSync(program, words, { input, maxBuffer: 2 ** 28 });
  if (error) throw error;
  if (status !== 0 || !stdout.includes('Rokkaku')) throw new Error(`${program} failed: ${stderr}`);
  return performance.now() - began;
}
