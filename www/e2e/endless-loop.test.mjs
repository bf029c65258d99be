// A loop that never ends must cost the reader nothing: not the page, and not the code.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit } from './browser.mjs';
import { counter, endless } from './handlers.mjs';

test('an endless loop times out, the code stays, and mended code runs', () =>
  visit({}, async ({ lab }) => {
    await lab.open();
    await lab.typeCode(endless);
    await lab.send({ within: 60_000 });

    const said = `${await lab.response()}\n${await lab.log()}`;
    assert.ok(said.includes('Task timed out after 3.00 seconds'), said);
    assert.equal(await lab.codeText(), endless);

    await lab.typeCode(counter);
    await lab.send({ within: 60_000 });
    assert.match(await lab.response(), /answer number 1\b/);
  }));
