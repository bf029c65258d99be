// The same plan gives the same run, byte for byte, on the command line, in Chromium and in Firefox: outcomes, log lines,
// times and everything else that a bill is made of.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { visit } from './browser.mjs';
import { contractCorpus } from './contract-corpus.mjs';
import { startEngine } from './engine.mjs';
import { noFirefox, openInFirefox } from './firefox.mjs';
import { serve } from './server.mjs';

const folder = fileURLToPath(new URL('../../src/cli/cases/run/', import.meta.url));

let corpus = null;

/** Every plan with the messages that the command line gives for it. Made once: both browsers are held against it. */
function plans() {
  corpus ??= [
    ...readdirSync(folder).filter((name) => name.endsWith('.json')).sort()
      .map((name) => ({ name, plan: readFileSync(join(folder, name), 'utf8') })),
    ...contractCorpus().map(({ name, document }) => ({ name, plan: commandLine(['invoke', '--plan'], document, name) })),
  ].map(({ name, plan }) => ({ name, plan, native: commandLine(['run'], plan, name) }));
  return corpus;
}

function commandLine(words, input, name) {
  const program = process.env.COLDSTART_CLI;
  assert.ok(program, 'COLDSTART_CLI must name the command line program');
  const { status, stdout, stderr, error } = spawnSync(program, words, { input, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (error) throw error;
  assert.equal(status, 0, `${name}: ${stderr}`);
  return stdout.replace(/\n$/, '');
}

async function compareIn(page) {
  assert.ok(plans().length >= 200, `${plans().length} plans`);
  const engine = await startEngine(page);
  for (const { name, plan, native } of plans()) {
    assert.equal(await engine.evaluate(simulate, plan), native, name);
  }
  await engine.evaluate(({ end }) => end());
}

// Runs in the page. Asks the worker what the command line tells: the run, then each invocation, one message a line.
async function simulate({ ask, rows }, planText) {
  const ran = rows(await ask({ simulate: { id: 0, plan: JSON.parse(planText) } }));
  const messages = [ran];
  for (let index = 0; index < ran.ran.run.httpStatus.length; index += 1) {
    messages.push(await ask({ describe: { id: 0, index } }));
  }
  return messages.map((message) => JSON.stringify(message)).join('\n');
}

test('Chromium gives the bytes of the command line', () => visit({}, ({ page }) => compareIn(page)));

test('Firefox gives the bytes of the command line', { skip: noFirefox }, async () => {
  const server = await serve();
  try {
    await openInFirefox(server.url, compareIn);
  } finally {
    await server.close();
  }
});
