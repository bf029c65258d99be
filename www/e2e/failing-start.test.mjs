// When the machinery cannot be loaded, the reader is told so in one sentence and keeps the article and the code.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit } from './browser.mjs';

test('a program that does not arrive is said, and the code stays readable', () =>
  visit({
    before: (page) => page.route(/page.*\.wasm$/, (route) => route.fulfill({ status: 404 })),
    // The browser itself writes the missing file into the console.
    problemsExpected: true,
  }, async ({ page, lab }) => {
    await lab.approach();
    const sentence = page.locator('.lab-fault');
    await sentence.waitFor();
    assert.match(await sentence.innerText(), /^The playground could not start: .*404.*\. The article and the code stay readable\.$/);
    assert.equal(await sentence.getAttribute('role'), 'status');
    assert.match(await page.getByRole('textbox', { name: 'Handler code' }).innerText(), /exports\.myHandler/);
  }));
