// What is sent: two event formats, pasted requests, and events written by hand; and what is said about texts that are none.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit } from './browser.mjs';
import { until } from './until.mjs';

const echo = `exports.myHandler = async (event) => ({ statusCode: 200, body: JSON.stringify(event) });`;

async function openForm(lab) {
  await lab.open();
  await lab.typeCode(echo);
  await lab.openForm();
}

test('an HTTP API makes an event of format 2.0', () =>
  visit({}, async ({ lab }) => {
    await openForm(lab);
    await lab.field('combobox', 'Event format').selectOption('HTTP API, payload 2.0');
    await lab.send();
    const event = await lab.event();
    assert.match(event, /"version": "2\.0"/);
    assert.match(event, /"rawPath": "\/kites"/);
    assert.match(event, /"user-agent"/);
  }));

test('a pasted curl command fills the request', () =>
  visit({}, async ({ lab }) => {
    await openForm(lab);
    await lab.button('Paste request').click();
    const pasted = lab.region.getByRole('textbox', { name: /^Pasted request/ });
    await pasted.fill(`curl -X PUT 'https://kites.example/kites/7?n=1' \\\n  -H 'X-Wind: north' --data '{"a":1}'`);
    await lab.button('Use it').click();
    assert.equal(await lab.field('combobox', 'Method').inputValue(), 'PUT');
    assert.equal(await lab.field('textbox', 'Path').inputValue(), '/kites/7');
    assert.equal(await lab.field('textbox', 'Query string').inputValue(), 'n=1');
    assert.match(await lab.field('textbox', 'Headers').inputValue(), /X-Wind: north/);
    assert.equal(await lab.field('textbox', 'Body').inputValue(), '{"a":1}');
    await lab.send();
    assert.match(await lab.event(), /"httpMethod": "PUT"/);
  }));

test('a text that is no request says where and why, and stays; Escape leaves', () =>
  visit({}, async ({ lab }) => {
    await openForm(lab);
    await lab.button('Paste request').click();
    const pasted = lab.region.getByRole('textbox', { name: /^Pasted request/ });
    await pasted.fill('GET /kites\nno colon here');
    await lab.button('Use it').click();
    await lab.region.getByText('line 2, column 1: “no colon here” is no header').waitFor();
    assert.equal(await pasted.inputValue(), 'GET /kites\nno colon here');
    await pasted.press('Escape');
    await pasted.waitFor({ state: 'detached' });
    assert.equal(await lab.field('textbox', 'Path').inputValue(), '/kites');
  }));

test('an event written by hand is sent as it is', () =>
  visit({}, async ({ lab }) => {
    await openForm(lab);
    await lab.button('Edit event').click();
    const event = lab.field('textbox', 'Event JSON');
    assert.match(await event.inputValue(), /"httpMethod": "GET"/);
    await event.fill('{\n  "wind": "north",\n}');
    await lab.button('Send request').click();
    await lab.region.getByText('Line 3, column 1:').waitFor();
    assert.equal((await lab.bill()).Invocations, '0');
    await event.fill('{ "wind": "north" }');
    await lab.button('Send request').click();
    await until('it is answered', async () => (await lab.bill()).Invocations === '1');
    assert.match(await lab.event(), /"wind": "north"/);
    await lab.button('Edit request').click();
    await lab.field('textbox', 'Headers').waitFor();
  }));

test('five megabytes in the body freeze nothing', () =>
  visit({}, async ({ page, lab }) => {
    await openForm(lab);
    await lab.typeCode(`exports.myHandler = async (event) => ({ statusCode: 200, body: String(event.body.length) });`);
    await lab.field('textbox', 'Body').evaluate((field) => {
      field.value = 'x'.repeat(5_000_000);
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    await lab.send({ within: 20_000 });
    assert.match(await lab.response(), /5000000/);
    await lab.field('textbox', 'Body').evaluate((field) => {
      field.value = 'x'.repeat(7_000_000);
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    await lab.button('Send request').click();
    await page.getByText('7000000 bytes. Lambda takes an event of 6 MB at most.').waitFor();
  }));
