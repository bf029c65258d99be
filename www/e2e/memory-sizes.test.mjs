// Other memory sizes: the reader's handler really runs at each of them, and choosing one is a change of settings.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectClean } from './axe.mjs';
import { looks, visit } from './browser.mjs';
import { element, visitForeign } from './foreign.mjs';
import { picture } from './pictures.mjs';
import { until } from './until.mjs';

const computes = `exports.myHandler = async () => {
  let sum = 0;
  for (let i = 0; i < 20000; i += 1) sum += i;
  return { statusCode: 200, body: String(sum) };
};`;
const waits = `exports.myHandler = (event, context, callback) => setTimeout(() => callback(null, { statusCode: 200 }), 250);`;
const hoards = `exports.myHandler = async () => ({ statusCode: 200, body: String(Buffer.alloc(200e6).length) });`;

const slider = (lab) => lab.field('slider', 'Memory (MB)');
const words = (lab) => slider(lab).getAttribute('aria-valuetext');

/** Opens the picture and waits until all sizes have been run. */
async function study(lab) {
  await lab.button('Other memory sizes').click();
  await lab.region.getByText('Each size is a run of its own').waitFor();
}

/** The table's rows: size with what failed at it, duration, billed, price. */
async function rows(lab) {
  const table = lab.region.getByRole('table', { name: 'Memory sizes' });
  const all = await table.locator('tbody tr').all();
  return Promise.all(all.map(async (row) => (await row.locator('th, td').allInnerTexts()).map((text) => text.trim().replaceAll(/\s+/g, ' '))));
}

const millis = ([, duration]) => Number(duration.replace(/[^\d.]/g, ''));

test('what computes is faster with more memory, up to a whole processor', () =>
  visit({}, async ({ lab }) => {
    await lab.open();
    await lab.field('combobox', 'Rule book').selectOption('AWS, December 2020');
    await lab.typeCode(computes);
    await lab.send();
    await study(lab);
    const found = await rows(lab);
    assert.deepEqual(found.map(([size]) => size), ['128', '256', '512', '1024', '1536', '1769', '3072', '10240'].map((size) => `${size} MB`));
    const times = found.map(millis);
    assert.ok(Math.abs(times[0] / times[1] - 2) < 0.1, `twice the memory, half the time: ${times}`);
    assert.ok(times[4] > times[5], `${times}`);
    assert.equal(times[5], times[7], 'more than one processor helps nobody');
  }));

test('what waits takes as long with any memory, and costs more', () =>
  visit({}, async ({ lab }) => {
    await lab.open();
    await lab.typeCode(waits);
    await lab.send();
    await study(lab);
    const found = await rows(lab);
    assert.ok(found.every((row) => Math.abs(millis(row) - 250) <= 5), JSON.stringify(found));
    const prices = found.map(([, , , price]) => Number(price.slice(1)));
    assert.deepEqual(prices.toSorted((one, other) => one - other), prices);
    assert.equal(found[0][2], '300 ms', 'billed in steps of 100 ms');
  }));

for (const [name, options] of Object.entries(looks)) {
  test(`${name}: a size that is too small fails, and it is said where`, () =>
    visit(options, async ({ page, lab }) => {
      await lab.open();
      await lab.typeCode(hoards);
      await lab.field('spinbutton', 'Timeout (s)').fill('60');
      await lab.send();
      await study(lab);
      const found = await rows(lab);
      assert.deepEqual(found.map(([size]) => size), ['128 MB 1 of 1 out of memory', '256 MB', '512 MB', '1024 MB', '1536 MB']);
      assert.match(await words(lab), /^128 MB: 1 of 1 out of memory, /);
      await expectClean(page, 'a size that fails');
      await picture(page, lab, `memory-fails-${name}`);
    }));
}

test('narrowest, in the wide fonts of somebody else’s page: a size that is too small fails, and it is said where', () =>
  visitForeign({ ...looks.narrowest, body: element('tariff="aws-2020-12"', hoards) }, async ({ page, lab }) => {
    await lab.openEmbedded();
    await lab.field('spinbutton', 'Timeout (s)').fill('60');
    await lab.send();
    await study(lab);
    assert.equal((await rows(lab))[0][0], '128 MB 1 of 1 out of memory');
    await picture(page, lab, 'memory-fails-foreign');
  }));

test('a study in which every request is throttled says so', () =>
  visit({}, async ({ lab }) => {
    await lab.open();
    await lab.field('spinbutton', 'Concurrency limit').fill('0');
    await lab.send();
    await study(lab);
    assert.ok((await rows(lab)).every(([size, duration]) => size.endsWith('MB 1 of 1 throttled') && duration === '–'));
    assert.equal(await words(lab), '128 MB: 1 of 1 throttled');
  }));

test('the slider changes the setting; only the next request deploys it', () =>
  visit({}, async ({ page, lab }) => {
    await lab.open();
    await lab.send();
    const before = await lab.bill();
    await study(lab);
    await slider(lab).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    assert.equal(await lab.field('spinbutton', 'Memory (MB)').inputValue(), '512');
    assert.match(await words(lab), /^512 MB: [\d.]+ ms, billed 100 ms, \$\d+\.\d\d per million$/);
    assert.deepEqual(await lab.bill(), before, 'the run is what it was');
    await lab.send();
    assert.equal((await lab.bill())['Cold starts'], '2', 'another size is a deployment');
    // A size of the reader's own is one more.
    await lab.field('spinbutton', 'Memory (MB)').fill('192');
    await until('192 MB were run', async () => /^192 MB: [\d.]+ ms/.test(await words(lab)));
  }));

test('a slow study gives way: the reader sends at once, closes it, and nothing is left', () =>
  visit({}, async ({ lab }) => {
    await lab.open();
    await lab.typeCode('exports.myHandler = async () => { for (let i = 0; i < 3e6; i += 1); return { statusCode: 200 }; };');
    await lab.field('spinbutton', 'Timeout (s)').fill('60');
    await lab.send();
    await lab.button('Other memory sizes').click();
    await lab.region.getByText('Running the same requests again').waitFor();
    await lab.typeCode(waits);
    await lab.send();
    await lab.region.getByText('Each size is a run of its own').waitFor();
    assert.ok((await rows(lab)).every((row) => Math.abs(millis(row) - 250) <= 5));
    await lab.button('Other memory sizes').click();
    assert.equal(await slider(lab).count(), 0);
  }));

for (const [name, options] of Object.entries(looks)) {
  test(`${name}: axe finds nothing, and nothing is too wide`, () =>
    visit(options, async ({ page, lab }) => {
      await lab.open();
      await lab.field('combobox', 'Rule book').selectOption('AWS, December 2020');
      await lab.typeCode(computes);
      await lab.send();
      await study(lab);
      await expectClean(page, name);
      await picture(page, lab, `memory-${name}`);
    }));
}
