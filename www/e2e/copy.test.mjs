// An answer, a log and a request can be taken along.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit } from './browser.mjs';

test('response, log and the request as curl can be copied', () =>
  visit({ permissions: ['clipboard-read', 'clipboard-write'] }, async ({ page, lab }) => {
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await lab.open();
    await lab.send();
    await lab.button('Copy response').click();
    await page.getByText('Copied.').waitFor();
    assert.match(await clipboard(), /^200 OK\ncontent-type: application\/json\n\n\{"colour":"red","served":1\}$/);
    await lab.button('Copy as curl').click();
    await page.getByText('Copied.').waitFor();
    assert.match(await clipboard(), /^curl -X GET 'https:\/\/[a-z0-9.-]+\/kites\?colour=red'/);
    await lab.region.getByRole('tab', { name: 'Log' }).click();
    await lab.button('Copy log').click();
    await page.getByText('Copied.').waitFor();
    assert.match(await clipboard(), /^START RequestId: .*\n.*looking for red kites$/m);
  }));

test('where copying is not allowed the text is selected, and it is said', () =>
  visit(
    {
      before: (page) =>
        page.addInitScript(() => {
          Object.defineProperty(navigator, 'clipboard', { value: undefined });
          document.execCommand = () => false;
        }),
    },
    async ({ page, lab }) => {
      await lab.open();
      await lab.send();
      await lab.button('Copy response').click();
      await page.getByText('The browser does not allow copying here.').waitFor();
      assert.match(await page.evaluate(() => getSelection().toString()), /^200 OK/);
    },
  ));
