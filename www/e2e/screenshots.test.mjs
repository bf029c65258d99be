// Pictures to look at, in `screenshots`, which git ignores. What a machine can say about them is said here: no window is
// too narrow for the page.

import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { looks, visit } from './browser.mjs';
import { thrower } from './handlers.mjs';

const folder = fileURLToPath(new URL('./screenshots/', import.meta.url));
mkdirSync(folder, { recursive: true });

// In one column the whole page is worth looking at.
const inOneColumn = ['phone', 'narrowest'];

for (const [place, options] of Object.entries(looks)) {
  test(`${place}: every state fits its width`, () =>
    visit(options, async ({ page, lab }) => {
      const picture = async (state) => {
        await page.screenshot({ path: join(folder, `${place}-${state}.png`), fullPage: inOneColumn.includes(place) });
        const tooWide = await page.evaluate(() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth);
        assert.ok(tooWide <= 0, `${state}: the page can be scrolled sideways by ${tooWide} px`);
      };

      await lab.open();
      await picture('first-visit');
      await lab.send();
      await picture('after-a-run');
      await lab.button('Reset pool').click();
      await lab.send({ atOnce: 20 });
      await picture('burst-of-twenty');
      await lab.button('Reset pool').click();
      await lab.typeCode(thrower);
      await lab.send();
      await picture('error');
    }));
}
