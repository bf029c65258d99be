// Pictures of what the bill opens, in `screenshots`, which git ignores; and what a machine can say about them.

import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('./screenshots/', import.meta.url));
mkdirSync(folder, { recursive: true });

export async function picture(page, lab, name) {
  await lab.region.locator('.opened').scrollIntoViewIfNeeded();
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await lab.region.getByRole('region', { name: 'Bill' }).screenshot({ path: join(folder, `${name}-bill.png`) });
  const tooWide = await page.evaluate(() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(tooWide <= 0, `${name}: the page can be scrolled sideways by ${tooWide} px`);
}
