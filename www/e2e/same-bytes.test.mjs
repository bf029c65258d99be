// The same plan gives the same run, byte for byte, in the browser and on the command line.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { visit } from './browser.mjs';
import { startEngine } from './engine.mjs';

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

// Asks the worker what the command line tells: the run, then each invocation, one message a line.
async function simulate(page, planText) {
  const engine = await startEngine(page);
  return engine.evaluate(async ({ ask, end }, planText) => {
    const ran = await ask({ simulate: { id: 0, plan: JSON.parse(planText) } });
    const messages = [ran];
    for (let index = 0; index < ran.ran.run.httpStatus.length; index += 1) {
      messages.push(await ask({ describe: { id: 0, index } }));
    }
    end();
    return messages.map((message) => JSON.stringify(message)).join('\n');
  }, planText);
}
