// A run that takes long says so, and Stop gives the page back at once; what was sent before stays.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit } from './browser.mjs';
import { until } from './until.mjs';

const slow = `exports.myHandler = async (event) => {
  if (event.body === 'slow') while (true) {}
  return { statusCode: 200, body: 'quick' };
};`;

test('Stop ends a burst of endless loops and the next request is answered', () =>
  visit({}, async ({ lab }) => {
    await lab.open();
    await lab.typeCode(slow);
    await lab.send();
    await lab.openForm();
    await lab.field('textbox', 'Body').fill('slow');
    await lab.field('spinbutton', 'Requests at once').fill('200');
    await lab.button('Send request').click();
    await lab.button('Stop').waitFor();
    await lab.region.getByText(/running: \d+ of 201 done/).waitFor();

    await lab.button('Stop').click();
    await lab.button('Stop').waitFor({ state: 'detached', timeout: 1000 });
    assert.equal((await lab.bill()).Invocations, '1');

    await lab.field('textbox', 'Body').fill('');
    await lab.field('spinbutton', 'Requests at once').fill('1');
    await lab.button('Send request').click();
    await until('the next request is answered', async () => (await lab.bill()).Invocations === '2');
    assert.match(await lab.response(), /quick/);
    assert.equal((await lab.containers()).length, 1);
  }));

// Work that no instruction of the reader's code interrupts, and an endless loop.
const busy = {
  'an endless loop': 'while (true) {}',
  'native work': "const text = 'ab'.repeat(1 << 19); while (true) text.split('').sort().reverse().join('').lastIndexOf('abba');",
};

for (const [what, code] of Object.entries(busy)) {
  test(`in the middle of ${what} Stop gives the page back within two frames`, () =>
    visit({}, async ({ page, lab }) => {
      await lab.open();
      await lab.typeCode(`exports.myHandler = async () => { ${code} };`);
      await lab.field('spinbutton', 'Requests at once').fill('200');
      await lab.button('Send request').click();
      await lab.button('Stop').waitFor();
      const left = await lab.button('Stop').evaluate(async (stop) => {
        const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
        await frame(); // The page is alive while the worker is not to be spoken to.
        stop.click();
        await frame();
        await frame();
        return stop.isConnected;
      });
      assert.equal(left, false);
      await lab.typeCode('exports.myHandler = async () => ({ body: "next" });');
      await lab.send();
      assert.match(await lab.response(), /next/);
    }));
}
