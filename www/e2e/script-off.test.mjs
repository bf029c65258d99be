// Without script the article and the code have to be there all the same, and nothing may look broken.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit } from './browser.mjs';

test('with script off the article and the handler can be read', () =>
  visit({ javaScriptEnabled: false }, async ({ page }) => {
    const article = page.getByRole('region', { name: 'Article' });
    const headings = await article.getByRole('heading').allInnerTexts();
    assert.ok(headings.length > 1, `headings: ${headings}`);
    for (const heading of await article.getByRole('heading').all()) assert.ok(await heading.isVisible());

    const code = page.getByRole('textbox', { name: 'Handler code' });
    assert.ok(await code.isVisible());
    const text = await code.innerText();
    assert.match(text, /exports\.myHandler/);
    assert.match(text, /kites/);

    assert.equal(await page.locator('.lab-fault').count(), 0);
  }));
