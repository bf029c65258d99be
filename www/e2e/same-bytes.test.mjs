// The same plan gives the same run, byte for byte, in the browser and on the command line.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { visit } from './browser.mjs';

const cases = fileURLToPath(new URL('../../src/cli/cases/run/', import.meta.url));
const plans = existsSync(cases) ? readdirSync(cases).filter((name) => name.endsWith('.json')).sort() : [];

test('there are plans to compare', () => {
  assert.ok(plans.length > 0, 'src/cli/cases/run holds no *.json, so nothing would be compared');
});

for (const plan of plans) {
  test(`${plan} gives the same bytes here and there`, () =>
    visit({}, async ({ page }) => {
      const planText = readFileSync(join(cases, plan), 'utf8');
      const fromBrowser = await simulate(page, planText);
      assert.equal(fromBrowser, runOnCommandLine(planText));
    }));
}

function runOnCommandLine(planText) {
  const program = process.env.COLDSTART_CLI;
  assert.ok(program, 'COLDSTART_CLI must name the command line program');
  const { status, stdout, stderr, error } = spawnSync(program, ['run'], { input: planText, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (error) throw error;
  assert.equal(status, 0, stderr);
  return stdout.replace(/\n$/, '');
}

// TO BE COMPLETED when the messages between page and worker are final (src/domain/cloud/message.rs): what is posted to
// simulate a plan, and which part of the answer is the run. The rest stands: the worker is started as embed.js starts it.
async function simulate(page, planText) {
  const files = await filesOf(page);
  return page.evaluate(async ({ files, planText }) => {
    const address = (name) => new URL(name, document.baseURI).href;
    const module = await WebAssembly.compileStreaming(fetch(address(files.workerWasm)));
    const worker = new Worker(address(files.workerBoot));
    const nextMessage = (kind) => new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => {
        if (data.kind === kind) resolve(data);
        if (data.kind === 'fault') reject(new Error(data.message));
      };
      worker.onerror = (event) => reject(new Error(event.message));
    });

    const ready = nextMessage('ready');
    worker.postMessage({ glue: address(files.worker), module });
    await ready;

    const ran = nextMessage('ran');
    worker.postMessage({ kind: 'simulate', id: 1, plan: JSON.parse(planText) });
    const { run } = await ran;

    worker.terminate();
    return JSON.stringify(run);
  }, { files, planText });
}

// The names with hashes stand in embed.js, as one JSON object.
async function filesOf(page) {
  const text = await page.evaluate(() => fetch('embed.js').then((response) => response.text()));
  const [json] = /\{[^{}]*"workerWasm"[^{}]*\}/.exec(text);
  return JSON.parse(json);
}
