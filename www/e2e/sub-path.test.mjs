// Below a path of somebody's documentation site, with the strict policy that we promise to need and no other.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit } from './browser.mjs';
import { subPath } from './server.mjs';

test('below a sub-path and under the policy the lab runs and the console stays empty', () =>
  visit({ path: subPath, policy: true }, async ({ page, lab }) => {
    const said = [];
    page.on('console', (message) => said.push(message.text()));
    await lab.open();
    await lab.typeCode('exports.myHandler = async () => ({ statusCode: 200, body: "typed" });');
    await lab.send();
    assert.match(await lab.response(), /200/);
    assert.deepEqual(said, []);
  }));
