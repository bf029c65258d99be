// A variable outside of the handler lives as long as its container: it shows who answered.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit } from './browser.mjs';
import { counter } from './handlers.mjs';

test('one request after another is answered by the same warm container', () =>
  visit({}, async ({ lab }) => {
    await lab.open();
    await lab.typeCode(counter);
    for (const answer of [1, 2, 3]) {
      await lab.send();
      assert.match(await lab.response(), new RegExp(`answer number ${answer}\\b`));
    }
    assert.equal((await lab.containers()).length, 1);
    assert.equal((await lab.bill())['Cold starts'], '1');
  }));

test('two at once are each answered by a container of their own', () =>
  visit({}, async ({ lab }) => {
    await lab.open();
    await lab.typeCode(counter);
    await lab.send({ atOnce: 2 });

    assert.match(await lab.response(), /answer number 1\b/);
    assert.equal((await lab.containers()).length, 2);
    const rows = await lab.invocations();
    assert.equal(rows.length, 2);
    assert.notEqual(rows[0].Container, rows[1].Container);
    for (const row of rows) assert.match(row.Start, /cold/i);
  }));
