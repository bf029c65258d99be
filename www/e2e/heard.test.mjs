// What a reader hears who does not see the picture, and where the keyboard is after a control has gone or led elsewhere.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { looks, visit } from './browser.mjs';
import { thrower } from './handlers.mjs';
import { until } from './until.mjs';

const status = (lab) => lab.region.getByRole('region', { name: 'Container pool' }).getByRole('status').first().textContent();
const focused = (page) => page.evaluate(() => document.activeElement.textContent.trim());

test('of many requests it is said what became of them, failures first', () =>
  visit({}, async ({ lab }) => {
    await lab.open();
    await lab.field('spinbutton', 'Concurrency limit').fill('5');
    await lab.send({ atOnce: 20 });
    assert.match(await status(lab), /^20 requests: 15 throttled, 5 answered, 5 cold starts, at rest/);
  }));

test('an error is said with its reason, and once', () =>
  visit({}, async ({ lab }) => {
    await lab.open();
    await lab.typeCode(thrower);
    await lab.send();
    assert.match(await status(lab), /^Request 1: error, 502 Bad Gateway, \w*Error: .+, at rest/);
    await lab.button('Wait 1 s').click();
    await until('only the pool is spoken of', async () => /^at rest/.test(await status(lab)));
  }));

test('turning the last page keeps the focus, and arrows go on from there', () =>
  visit({}, async ({ page, lab }) => {
    await lab.open();
    await lab.send({ atOnce: 150 });
    await lab.region.getByRole('tab', { name: 'Table' }).click();
    const [back, on] = [lab.button('Previous page'), lab.button('Next page')];
    await (await back.getAttribute('aria-disabled') ? on : back).press('Enter');
    assert.match(await focused(page), /page$/);
    const stop = page.locator('.pick[tabindex="0"]');
    const first = Number(await stop.textContent());
    await stop.press('ArrowDown');
    await until('the next row has the focus', async () => Number(await focused(page)) === first + 1);
  }));

test('from the strip at the foot one comes into the lab', () =>
  visit({ ...looks.phone }, async ({ page, lab }) => {
    await lab.open();
    const act = page.getByRole('button', { name: 'send two at once' });
    await act.scrollIntoViewIfNeeded();
    await act.click();
    await page.getByRole('button', { name: 'Open the lab' }).click();
    await until('the lab has the focus', () => page.evaluate(() => document.activeElement.matches('.lab')));
  }));
