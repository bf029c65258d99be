// Two requests at the same moment need two containers: the lesson's central claim.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit } from './browser.mjs';

test('two requests at once start two containers', () =>
  visit({}, async ({ lab }) => {
    await lab.open();
    await lab.send({ atOnce: 2 });

    assert.equal((await lab.containers()).length, 2);
    const bill = await lab.bill();
    assert.equal(bill.Invocations, '2');
    assert.equal(bill['Cold starts'], '2');
    assert.equal((await lab.invocations()).length, 2);
  }));
