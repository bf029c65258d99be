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

test('what is changed in the still before any script listens is kept as well', () => {
  // The page is parsed then, and deferred scripts have not run.
  const early = (page) => page.addInitScript(() => {
    document.addEventListener('readystatechange', () => {
      if (document.readyState !== 'interactive') return;
      document.querySelector('[data-coldstart-lab] select[aria-label=Method]').value = 'PUT';
      document.querySelector('[data-coldstart-lab] input[aria-label=Path]').value = '/earlier';
    });
  });

  return visit({ before: early }, async ({ lab }) => {
    await lab.open();
    assert.equal(await lab.field('combobox', 'Method').inputValue(), 'PUT');
    await lab.send();
    const event = await lab.event();
    assert.ok(event.includes('/earlier') && event.includes('"PUT"'), event);
  });
});
