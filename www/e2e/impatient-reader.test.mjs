// Before the lab is alive a still stands in its place. Whoever presses its buttons already loses nothing.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit } from './browser.mjs';
import { until } from './until.mjs';

test('what is done on the still happens when the lab is alive', () => {
  let letGo;
  const held = new Promise((resolve) => { letGo = resolve; });
  const hold = (page) => page.route(/page.*\.wasm$/, async (route) => {
    await held;
    await route.continue();
  });

  return visit({ before: hold }, async ({ lab }) => {
    await lab.approach();
    await lab.field('textbox', 'Path').fill('/early');
    await lab.button('Send request').click();
    assert.equal(await lab.answered(), 0);

    letGo();
    await lab.open();
    await until('the early request is answered', async () => (await lab.answered()) === 1);
    assert.ok((await lab.event()).includes('/early'));
  });
});
