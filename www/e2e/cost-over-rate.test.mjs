// Function and server over the rate of requests, of the reader's own run.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectClean } from './axe.mjs';
import { looks, visit } from './browser.mjs';
import { element, visitForeign } from './foreign.mjs';
import { picture } from './pictures.mjs';

const waits = `exports.myHandler = (event, context, callback) => setTimeout(() => callback(null, { statusCode: 200 }), 90);`;
const computes = `exports.myHandler = async () => {
  for (let i = 0; i < 1e6; i += 1);
  return { statusCode: 200 };
};`;

const month = (lab) => lab.field('slider', 'Requests a month');

/** The table's rows: requests a second, function, servers, how many. */
async function rows(lab) {
  const table = lab.region.getByRole('table', { name: 'Cost over rate' });
  const all = await table.locator('tbody tr').all();
  return Promise.all(all.map(async (row) => (await row.locator('th, td').allInnerTexts()).map((text) => text.trim())));
}

test('the numbers are those of the run, and a month can be asked for by keys', () =>
  visit({}, async ({ page, lab }) => {
    await lab.open();
    await lab.typeCode(waits);
    await lab.send();
    await lab.button('Cost over rate').click();
    // One request of 100 ms at 128 MB costs $0.000000408: 36,000 of them an hour.
    const found = await rows(lab);
    assert.deepEqual(found[3].slice(0, 3), ['10', '$0.015', '$0.013']);
    assert.deepEqual(found[0].slice(0, 3), ['0.01', '$0.000015', '$0.013']);
    assert.match(found.at(-1)[3], /^\d\d$/);
    await lab.region.getByText(/Below 8.9 such requests a second a function costs less than a server/).waitFor();
    assert.equal(await month(lab).getAttribute('aria-valuetext'), '1 million a month: function $0.408, t2.micro $9.49');
    await month(lab).focus();
    await page.keyboard.press('End');
    assert.match(await month(lab).getAttribute('aria-valuetext'), /^100 billion a month: function \$40,800, \d servers \$[\d.]+, one cannot keep up$/);
    await page.keyboard.press('Home');
    assert.equal(await month(lab).getAttribute('aria-valuetext'), '100,000 a month: function $0.041, t2.micro $9.49');
  }));

for (const [name, options] of Object.entries(looks)) {
  test(`${name}: a handler that computes needs more servers sooner`, () =>
    visit(options, async ({ page, lab }) => {
      await lab.open();
      await lab.field('combobox', 'Rule book').selectOption('AWS, since August 2025');
      await lab.typeCode(computes);
      await lab.field('spinbutton', 'Timeout (s)').fill('60');
      await lab.send();
      await lab.button('Cost over rate').click();
      assert.ok(Number((await rows(lab))[4][3]) > 1);
      await expectClean(page, name);
      await picture(page, lab, `cost-computes-${name}`);
      await lab.button('Reset pool').click();
      assert.equal(await month(lab).count(), 0);
      assert.equal(await lab.button('Cost over rate').count(), 0);
    }));
}

test('narrowest, in the wide fonts of somebody else’s page: nothing is cut off', () =>
  visitForeign({ ...looks.narrowest, body: element('tariff="aws-2025-08"', computes) }, async ({ page, lab }) => {
    await lab.openEmbedded();
    await lab.field('spinbutton', 'Timeout (s)').fill('60');
    await lab.send();
    await lab.button('Cost over rate').click();
    await picture(page, lab, 'cost-computes-foreign');
  }));

for (const [name, options] of Object.entries(looks)) {
  test(`${name}: axe finds nothing, and nothing is too wide`, () =>
    visit(options, async ({ page, lab }) => {
      await lab.open();
      await lab.send();
      await lab.button('Cost over rate').click();
      await expectClean(page, name);
      await picture(page, lab, `cost-${name}`);
    }));
}
