// Traffic: many requests over a stretch of time, and what a limit makes of them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit } from './browser.mjs';
import { until } from './until.mjs';

test('one visitor keeps one container warm for a minute', () =>
  visit({}, async ({ lab }) => {
    await lab.open();
    await lab.answersTo(12, () => lab.button('Run traffic').click());
    const bill = await lab.bill();
    assert.deepEqual([bill.Invocations, bill['Cold starts'], bill.Throttled], ['12', '1', '0']);
    assert.match(bill['Latency p50'], /ms$/);
  }));

test('a busy hour runs, can be stopped, and leaves nothing behind', () =>
  visit({}, async ({ lab }) => {
    await lab.open();
    await lab.field('combobox', 'Traffic').selectOption('a busy hour');
    await lab.answersTo(9_000, () => lab.button('Run traffic').click(), { within: 60_000 });
    await lab.button('Reset pool').click();
    // Slow enough to be stopped in the middle.
    await lab.typeCode('exports.myHandler = async () => { for (let i = 0; i < 2e5; i += 1); return { statusCode: 200 }; };');
    await lab.button('Run traffic').click();
    await lab.button('Stop').click();
    await until('nothing runs', async () => (await lab.button('Stop').count()) === 0);
    assert.equal((await lab.bill()).Invocations, '0');
  }));

test('what is over the concurrency limit is throttled', () =>
  visit({}, async ({ lab }) => {
    await lab.open();
    await lab.field('spinbutton', 'Concurrency limit').fill('2');
    await lab.answersTo(5, async () => {
      await lab.field('spinbutton', 'Requests at once').fill('5');
      await lab.button('Send request').click();
    });
    const bill = await lab.bill();
    assert.deepEqual([bill.Invocations, bill['Cold starts'], bill.Throttled], ['2', '2', '3']);
  }));
