// Pictures of what the bill opens, in `screenshots`, which git ignores; and what a machine can say about them.

import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('./screenshots/', import.meta.url));
mkdirSync(folder, { recursive: true });

/** Runs in the page: whatever is said is said inside of the sheet, and no word of a picture stands on another. */
function expectLegible(sheet) {
  const edge = sheet.getBoundingClientRect();
  for (const element of sheet.querySelectorAll('th, td, p, text, label, input')) {
    const { left, right, width } = element.getBoundingClientRect();
    if (width > 0 && (left < edge.left || right > edge.right)) throw new Error(`“${element.textContent}” is cut off`);
  }
  const words = [...sheet.querySelectorAll('text')].map((text) => ({ text, box: text.getBoundingClientRect() })).filter(({ box }) => box.width > 0);
  for (const [index, { text, box }] of words.entries()) {
    const other = words.slice(index + 1).find(({ box: next }) => box.left < next.right && next.left < box.right && box.top + 2 < next.bottom - 2 && next.top + 2 < box.bottom - 2);
    if (other) throw new Error(`“${text.textContent}” and “${other.text.textContent}” stand on each other`);
  }
}

export async function picture(page, lab, name) {
  await lab.region.locator('.opened').scrollIntoViewIfNeeded();
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await lab.region.getByRole('region', { name: 'Bill' }).screenshot({ path: join(folder, `${name}-bill.png`) });
  await lab.region.locator('.opened').evaluate(expectLegible);
  const tooWide = await page.evaluate(() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(tooWide <= 0, `${name}: the page can be scrolled sideways by ${tooWide} px`);
}
