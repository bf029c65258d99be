// Everything that matters can be done without a pointer, and the editor is no trap.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit } from './browser.mjs';

// Where the focus is, through all shadow roots.
function focused(page) {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return {
      role: element.getAttribute('role') ?? element.localName,
      name: element.getAttribute('aria-label') ?? element.textContent.trim(),
    };
  });
}

async function tabToCode(page) {
  for (let presses = 0; presses < 100; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await focused(page)).name === 'Handler code') return;
  }
  assert.fail('a hundred presses of Tab did not lead to the handler code');
}

test('from the address bar to the code, out again, back, and run', () =>
  visit({}, async ({ page, lab }) => {
    await lab.open();
    await tabToCode(page);

    // Nothing typed yet: Tab walks on, as in any other field.
    await page.keyboard.press('Tab');
    assert.notEqual((await focused(page)).name, 'Handler code');
    await page.keyboard.press('Shift+Tab');
    assert.equal((await focused(page)).name, 'Handler code');

    // Once something is typed, Tab belongs to the code.
    const before = await lab.codeText();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('// mine');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    assert.equal((await focused(page)).name, 'Handler code');
    assert.ok((await lab.codeText()).startsWith('// mine\n  '), await lab.codeText());

    // Escape gives it back.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    const next = await focused(page);
    assert.notEqual(next.name, 'Handler code');
    assert.ok(['button', 'tab'].includes(next.role), JSON.stringify(next));

    await page.keyboard.press('Shift+Tab');
    const written = await lab.codeText();
    await lab.answersTo(1, () => page.keyboard.press('Control+Enter'));
    assert.equal(await lab.codeText(), written, 'the key that runs must not write');
    assert.notEqual(written, before);
  }));
