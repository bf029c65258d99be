// Bar and number of one invocation show that they belong together, and what is chosen in the picture is chosen in the table.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit } from './browser.mjs';

test('pointing at a bar marks its number; choosing it chooses its row', () =>
  visit({}, async ({ lab }) => {
    await lab.open();
    await lab.send();
    await lab.send();
    const marks = (name) => lab.region.locator(`.timeline ${name}`).count();
    assert.deepEqual([await marks('.ring'), await marks('.chosen')], [1, 1]);
    const bar = lab.region.locator('.timeline .lanes [data-invocation="0"]');
    await bar.hover();
    assert.deepEqual([await marks('.ring'), await marks('.pointed')], [2, 2]);
    await bar.click();
    await lab.button('Reset pool').hover();
    assert.equal(await marks('.pointed'), 0);
    await lab.region.getByRole('tab', { name: 'Table' }).click();
    const current = lab.region.locator('tr[aria-current=true]');
    assert.match(await current.innerText(), /^1\s/);
  }));
