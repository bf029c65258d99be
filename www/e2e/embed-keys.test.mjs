// Keys that are typed in a lab never reach the shortcuts of the page around it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { element, visitForeign } from './foreign.mjs';

// As documentation sites do it: on the document, on the window, on an element around the lab; and, as nobody can be kept
// from it, on the way down, where they spare text fields.
const shortcuts = `
window.taken = [];
const take = (where) => (event) => window.taken.push(where + ' ' + event.type + ' ' + event.key);
for (const kind of ['keydown', 'keypress', 'keyup']) {
  document.addEventListener(kind, take('document'));
  window.addEventListener(kind, take('window'));
  document.addEventListener(kind, (event) => {
    const { target } = event;
    if (!target.isContentEditable && !/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) take('capture')(event);
  }, true);
}
`;
const keys = ['s', '/', '?', 'ArrowLeft', 'ArrowRight', 'ArrowDown', 'Escape', 'Control+k', 'Control+s', 'Alt+x', 'Home', 'PageDown', 'Delete', ' '];

test('keys in the code and in fields reach no shortcut', () =>
  visitForeign({ body: `<button id="outside">outside</button>${element()}`, script: shortcuts }, async ({ page, lab }) => {
    await lab.openEmbedded();
    const taken = () => page.evaluate(() => window.taken.splice(0));
    await page.locator('#outside').focus();
    await page.keyboard.press('s');
    assert.equal((await taken()).length, 9, 'the page has its shortcuts');

    for (const field of [lab.code, lab.field('textbox', 'Path'), lab.field('spinbutton', 'Memory (MB)'), lab.field('combobox', 'Method')]) {
      await field.focus();
      for (const key of keys) await page.keyboard.press(key);
      assert.deepEqual(await taken(), []);
    }
    for (const name of ['Send request', 'Reset pool']) {
      await lab.button(name).focus();
      for (const key of ['s', '/', 'j', 'Escape']) await page.keyboard.press(key);
      assert.deepEqual((await taken()).filter((line) => !line.startsWith('capture')), []);
    }
    // The lab itself has had its keys, of which not all make a good number.
    await lab.field('spinbutton', 'Memory (MB)').fill('128');
    await lab.field('textbox', 'Path').fill('/');
    await lab.field('textbox', 'Query string').fill('');
    await lab.code.focus();
    await lab.answersTo(1, () => page.keyboard.press('Control+Enter'));
    assert.deepEqual(await taken(), []);
  }));

test('the keyboard leads into the lab, through it and out again', () =>
  visitForeign({ body: `<button id="before">before</button>${element()}<button id="behind">behind</button>` }, async ({ page, lab }) => {
    await lab.openEmbedded();
    await page.locator('#before').focus();
    let met = false;
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab');
      const id = await page.evaluate(() => document.activeElement.id || document.activeElement.localName);
      met ||= id === 'coldstart-lab';
      if (id === 'behind') break;
    }
    assert.ok(met && (await page.evaluate(() => document.activeElement.id)) === 'behind');
  }));
