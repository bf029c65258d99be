// What the reader wrote is there again after a reload, with its history; nothing that is stored or blocked harms it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit } from './browser.mjs';
import { counter } from './handlers.mjs';
import { until } from './until.mjs';

const stored = (page) => page.evaluate(() => Object.entries({ ...localStorage }).find(([key]) => key.startsWith('coldstart/1/')));

test('a reload keeps the code, and Undo goes back beyond it', () =>
  visit({}, async ({ page, lab }) => {
    await lab.open();
    const starter = await lab.codeText();
    await lab.typeCode(counter);
    await until('the draft is kept', async () => (await stored(page))?.[1].includes('answer number'));

    await page.reload();
    await lab.open();
    assert.equal(await lab.codeText(), counter);
    await lab.button('Undo').click();
    assert.equal(await lab.codeText(), starter);
  }));

test('leaving the page at once keeps what was typed', () =>
  visit({}, async ({ page, lab }) => {
    await lab.open();
    await lab.typeCode(counter);
    await page.reload();
    await lab.open();
    assert.equal(await lab.codeText(), counter);
  }));

test('a changed starter keeps the text and says so; Reset code brings the starter', () =>
  visit({}, async ({ page, lab }) => {
    await lab.open();
    const starter = await lab.codeText();
    await lab.typeCode(counter);
    await until('the draft is kept', async () => (await stored(page)) !== undefined);
    await page.evaluate(() => {
      const key = Object.keys({ ...localStorage }).find((name) => name.startsWith('coldstart/1/'));
      localStorage[key] = JSON.stringify({ ...JSON.parse(localStorage[key]), starter: '0123456789abcdef' });
      // The page writes again when it is left; this is what another day would find.
      window.addEventListener('pagehide', (event) => event.stopImmediatePropagation(), { capture: true });
    });
    await page.reload();
    await lab.open();
    assert.equal(await lab.codeText(), counter);
    await page.getByText('The lesson has a new example.').waitFor();
    await lab.button('Reset code').click();
    await until('the starter is back', async () => (await lab.codeText()) === starter);
  }));

test('another tab is shown and taken only when the reader says so', () =>
  visit({}, async ({ page, lab }) => {
    await lab.open();
    const mine = await lab.codeText();
    await page.evaluate(() => {
      const key = `coldstart/1/${location.origin}${location.pathname}/${document.querySelector('[data-coldstart-lab]').dataset.name}`;
      const newValue = JSON.stringify({ starter: '', text: '// theirs', history: '' });
      window.dispatchEvent(new StorageEvent('storage', { key, newValue }));
    });
    await page.getByText('Another tab has changed this code.').waitFor();
    assert.equal(await lab.codeText(), mine);
    await lab.button('Take that text').click();
    await until('the other text is there', async () => (await lab.codeText()) === '// theirs');
    await lab.button('Undo').click();
    await until('the own text is back', async () => (await lab.codeText()) === mine);
  }));

test('what is stored may be anything', async () => {
  for (const odd of ['', '{', 'null', '[]', '{"text":1}', '{"starter":"","text":"// odd","history":"{\\"doc\\":\\"// odd\\",\\"history\\":7}"}']) {
    await visit({}, async ({ page, lab }) => {
      await page.evaluate((value) => {
        const name = document.querySelector('[data-coldstart-lab]').dataset.name;
        localStorage[`coldstart/1/${location.origin}${location.pathname}/${name}`] = value;
      }, odd);
      await page.reload();
      await lab.open();
      assert.ok((await lab.codeText()).length > 0);
    });
  }
});

test('blocked storage is said once and loses nothing', () =>
  visit({}, async ({ page, lab }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError'); } });
    });
    await page.reload();
    await lab.open();
    await lab.typeCode(counter);
    await page.getByText('This browser keeps nothing').waitFor();
    await lab.button('Dismiss').click();
    await lab.send();
    assert.match(await lab.response(), /answer number 1\b/);
    assert.equal(await page.getByText('This browser keeps nothing').count(), 0);
  }));
