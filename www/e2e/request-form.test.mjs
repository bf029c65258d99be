// What is sent: two event formats, pasted requests, and events written by hand; and what is said about texts that are none.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit } from './browser.mjs';
import { until } from './until.mjs';

const echo = `exports.myHandler = async (event) => ({ statusCode: 200, body: JSON.stringify(event) });`;

/** Whether the focus is on this element. */
const isFocused = (element) => element.evaluate((one) => one.getRootNode().activeElement === one);

/** Puts a text into a field at once, as a paste of megabytes does. */
const put = (field, text, times) =>
  field.evaluate(
    (element, [part, count]) => {
      element.value = part.repeat(count);
      element.dispatchEvent(new InputEvent('input', { bubbles: true }));
    },
    [text, times],
  );

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

test('a preset fills the request, and what was written before can be chosen again', () =>
  visit({}, async ({ lab }) => {
    await openForm(lab);
    const preset = lab.field('combobox', 'Request preset');
    assert.equal(await preset.inputValue(), 'this lesson’s');
    await lab.field('textbox', 'Body').fill('mine');
    assert.equal(await preset.inputValue(), 'my own');
    await preset.selectOption('posted form');
    assert.equal(await lab.field('textbox', 'Body').inputValue(), 'colour=sky+blue&tails=3');
    await lab.send();
    assert.match(await lab.event(), /"httpMethod": "POST"/);
    await preset.selectOption('my own');
    assert.equal(await lab.field('textbox', 'Body').inputValue(), 'mine');
    assert.equal(await lab.field('combobox', 'Method').inputValue(), 'GET');
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
    await until('the focus is back where it was', () => isFocused(lab.button('Paste request')));
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
    await lab.button('Edit event').click();
    assert.equal(await event.inputValue(), '{ "wind": "north" }', 'what was written is still there');
  }));

test('Send takes what was pasted', () =>
  visit({}, async ({ lab }) => {
    await openForm(lab);
    await lab.button('Paste request').click();
    await lab.region.getByRole('textbox', { name: /^Pasted request/ }).fill('POST /kites/9\n\n{"wind":"west"}');
    await lab.send();
    assert.match(await lab.event(), /"path": "\/kites\/9"/);
  }));

test('a query string in the path goes where it belongs', () =>
  visit({}, async ({ page, lab }) => {
    await lab.open();
    const [path, query] = ['Path', 'Query string'].map((name) => lab.field('textbox', name));
    await path.fill('/a?b=c');
    assert.deepEqual([await path.inputValue(), await query.inputValue()], ['/a', 'b=c']);
    await path.focus();
    await page.keyboard.press('End');
    await page.keyboard.type('/d?');
    await until('the focus is in the query string', () => isFocused(query));
    assert.deepEqual([await path.inputValue(), await query.inputValue()], ['/a/d', 'b=c']);
  }));

test('a path without a slash is not sent, and Enter sends it once it has one', () =>
  visit({}, async ({ lab }) => {
    await lab.open();
    const path = lab.field('textbox', 'Path');
    await path.fill('kites');
    await path.press('Enter');
    await lab.region.getByText('A path begins with a slash').waitFor();
    assert.equal(await path.getAttribute('aria-invalid'), 'true');
    await path.fill('/kites');
    await lab.answersTo(1, () => path.press('Enter'));
  }));

test('megabytes in any field freeze nothing and are not sent', () =>
  visit({}, async ({ page, lab }) => {
    await openForm(lab);
    await lab.button('More').click();
    await lab.button('Environment variables').click();
    await lab.button('Paste request').click();
    const pasted = lab.region.getByRole('textbox', { name: /^Pasted request/ });
    await put(pasted, `GET /kites\n${'x'.repeat(5_000_000)}`, 1);
    const began = Date.now();
    await lab.button('Use it').click();
    await lab.region.getByText('Line 2, column 1:').waitFor();
    await pasted.press('Escape');
    for (const [role, name, text, words] of [
      ['textbox', 'Path', '/ab', 'The gateway takes 10240'],
      ['textbox', 'Query string', 'a=1', 'The gateway takes 10240'],
      ['textbox', 'Headers', 'A: ' + 'x'.repeat(96) + '\n', 'The gateway takes 10240'],
      ['textbox', 'Environment variables', 'AB=' + '1'.repeat(96) + '\n', 'Lambda allows 4096'],
      ['spinbutton', 'Memory (MB)', '12', 'sells 128'],
    ]) {
      const field = lab.field(role, name);
      const before = await field.inputValue();
      await put(field, text, Math.floor(5_000_000 / text.length));
      await lab.button('Send request').click();
      await page.getByText(words).first().waitFor();
      await put(field, before, 1);
    }
    assert.ok(Date.now() - began < 20_000, `${Date.now() - began} ms`);
    assert.equal((await lab.bill()).Invocations, '0');
    await lab.send();
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
