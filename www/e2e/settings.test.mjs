// The settings line: what it changes, when, and what it says about values that make no sense.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit } from './browser.mjs';
import { until } from './until.mjs';

const waits = `exports.myHandler = (event, context, callback) => setTimeout(() => callback(null, { statusCode: 200, body: context.memoryLimitInMB }), 100);`;
const setting = (lab, name) => lab.field('spinbutton', name);

/** Types into a setting and leaves it. */
async function put(lab, name, text) {
  await setting(lab, name).fill(text);
  await setting(lab, name).press('Tab');
}

/** Whether the focus is on this field. */
const isFocused = (field) => field.evaluate((element) => element.getRootNode().activeElement === element);
const status = (lab) => lab.region.getByRole('region', { name: 'Container pool' }).getByRole('status').textContent();

test('a rule book bills the same run anew', () =>
  visit({}, async ({ lab }) => {
    await lab.open();
    await lab.typeCode(waits);
    await lab.send();
    assert.equal((await lab.bill())['Billed time'], '200 ms');
    await lab.field('combobox', 'Rule book').selectOption('AWS, December 2020');
    assert.equal((await lab.bill())['Billed time'], '101 ms');
    assert.match(await lab.response(), /billed 101 ms/);
    await lab.field('combobox', 'Rule book').selectOption('AWS, since August 2025');
    assert.equal((await lab.bill())['Billed time'], '241 ms');
    assert.match(await lab.log(), /Init Duration: 140\.\d\d ms/);
  }));

test('changed memory is a deployment: it is said before, and the container is new', () =>
  visit({}, async ({ lab }) => {
    await lab.open();
    await lab.typeCode(waits);
    await lab.send();
    await setting(lab, 'Memory (MB)').fill('256');
    assert.match(await status(lab), /changed: the next request deploys it, containers start anew/);
    await lab.send();
    assert.match(await lab.response(), /256/);
    assert.equal((await lab.bill())['Cold starts'], '2');
    assert.match((await lab.containers()).join(), /replaced/);
    assert.doesNotMatch(await status(lab), /changed/);
  }));

test('a memory size that is not sold is said, and nothing is sent', () =>
  visit({}, async ({ lab }) => {
    await lab.open();
    const memory = setting(lab, 'Memory (MB)');
    await memory.fill('129');
    assert.equal(await memory.getAttribute('aria-invalid'), null, 'nobody is scolded while typing');
    await lab.button('Send request').click();
    const said = lab.region.getByText('AWS, December 2016 sells 128 to 1536 MB in steps of 64.');
    await said.waitFor();
    assert.equal(await memory.getAttribute('aria-describedby'), await said.getAttribute('id'));
    await until('the focus is where the mistake is', () => isFocused(memory));
    assert.equal((await lab.bill()).Invocations, '0');
    await lab.field('combobox', 'Rule book').selectOption('AWS, December 2020');
    await lab.send();
    assert.equal((await lab.bill()).Invocations, '1');
  }));

for (const [name, text, words] of [
  ['Timeout (s)', '0', 'The timeout is'],
  ['Keep-alive (s)', '-1', 'Keep-alive is'],
  ['Init time (ms)', 'soon', 'The init time is'],
  ['Seed', '1.5', 'The seed is a whole number'],
]) {
  test(`${name} refuses ${text} and keeps it`, () =>
    visit({}, async ({ lab }) => {
      await lab.open();
      await lab.button('More').click();
      await put(lab, name, text);
      await lab.region.getByText(words).waitFor();
      assert.equal(await setting(lab, name).inputValue(), text);
    }));
}

test('time passes: a container is seen warm, then gone', () =>
  visit({}, async ({ lab }) => {
    await lab.open();
    await lab.send();
    await lab.button('Wait 1 min').click();
    assert.match(await status(lab), /1 min.*1 warm, idle/);
    await lab.button('Wait 15 min').click();
    assert.match(await status(lab), /16 min.*no container/);
    assert.match((await lab.containers()).join(), /gone/);
    await lab.send();
    assert.equal((await lab.bill())['Cold starts'], '2');
  }));

test('a wait that is pressed while something runs comes after it', () =>
  visit({}, async ({ lab }) => {
    await lab.open();
    await lab.button('Send request').click();
    await lab.button('Wait 15 min').click();
    await until('time has passed', async () => /15 min.*no container/.test(await status(lab)));
  }));

test('arrow keys change a number in steps', () =>
  visit({}, async ({ lab }) => {
    await lab.open();
    const memory = setting(lab, 'Memory (MB)');
    await memory.press('ArrowUp');
    assert.equal(await memory.inputValue(), '192');
    await memory.press('ArrowDown');
    await memory.press('ArrowDown');
    assert.equal(await memory.inputValue(), '128');
  }));

test('a new seed says that it waits for an empty pool', () =>
  visit({}, async ({ lab }) => {
    await lab.open();
    await lab.send();
    await lab.button('More').click();
    await put(lab, 'Seed', '7');
    const note = lab.region.getByText('The new seed takes effect after Reset pool.');
    await note.waitFor();
    await lab.button('Reset pool').click();
    await note.waitFor({ state: 'detached' });
  }));

test('what changed in the code is said without moving anything', () =>
  visit({}, async ({ lab }) => {
    await lab.open();
    await lab.send();
    const table = lab.region.getByRole('tab', { name: 'Table' });
    const before = await table.boundingBox();
    await lab.typeCode(waits);
    assert.match(await status(lab), /changed/);
    assert.deepEqual(await table.boundingBox(), before);
  }));

test('a shorter keep-alive lets the container go sooner', () =>
  visit({}, async ({ lab }) => {
    await lab.open();
    await setting(lab, 'Keep-alive (s)').fill('30');
    await lab.send();
    await lab.button('Wait 1 min').click();
    assert.match(await status(lab), /no container/);
  }));

test('environment variables and the runtime reach the handler', () =>
  visit({}, async ({ lab }) => {
    await lab.open();
    await lab.button('More').click();
    await lab.button('Environment variables').click();
    await lab.field('textbox', 'Environment variables').fill('TABLE=kites');
    await lab.field('combobox', 'Runtime').selectOption('Node.js 24');
    await lab.typeCode(`exports.myHandler = (event) => ({ statusCode: 200, body: process.env.TABLE });`);
    await lab.send();
    assert.match(await lab.response(), /kites/);
    await lab.field('textbox', 'Environment variables').fill('no equals sign');
    await lab.button('Send request').click();
    await lab.region.getByText('Line 1: no equals sign').waitFor();
    await lab.field('textbox', 'Environment variables').fill('AWS_REGION=moon');
    await lab.region.getByText('Line 1: Lambda sets AWS_REGION itself.').waitFor();
  }));

test('what is assumed can be read where the engine is not loaded ahead', () => {
  const savesData = (page) => page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'connection', { get: () => ({ saveData: true }) });
  });
  return visit({ before: savesData }, async ({ lab }) => {
    await lab.open();
    await lab.button('More').click();
    await lab.region.getByText('How true is it?').click();
    await lab.region.getByText('An idle container is kept for 600 seconds, always the same.').waitFor();
  });
});
