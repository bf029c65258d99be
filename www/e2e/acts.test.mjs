// The prose drives the lab: its acts are real buttons, and what they do is seen in the pool and the bill.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit } from './browser.mjs';
import { until } from './until.mjs';

const act = (page, name) => page.getByRole('region', { name: 'Article' }).getByRole('button', { name, exact: true }).first();

test('acts in the prose send requests with the code of the lab', () =>
  visit({}, async ({ page, lab }) => {
    await lab.open();
    for (const [name, answered, containers] of [
      ['send one request', 1, 1],
      ['send two at once', 3, 2],
      ['send three at once', 6, 3],
      ['send twenty at once', 26, 20],
    ]) {
      await act(page, name).click();
      await until(`${answered} requests are answered`, async () => (await lab.bill()).Invocations === String(answered));
      assert.equal((await lab.containers()).length, containers);
    }
  }));

test('time passes in the prose, and the next request is cold', () =>
  visit({}, async ({ page, lab }) => {
    await lab.open();
    await act(page, 'send one request').click();
    await until('it is answered', async () => (await lab.bill()).Invocations === '1');
    await act(page, 'wait fifteen minutes').click();
    await lab.send();
    assert.equal((await lab.bill())['Cold starts'], '2');
  }));

test('an act is reached and pressed with the keyboard', () =>
  visit({}, async ({ page, lab }) => {
    await lab.open();
    await act(page, 'send two at once').focus();
    await page.keyboard.press('Enter');
    await until('both are answered', async () => (await lab.bill()).Invocations === '2');
  }));

test('the same handler can be read in four languages without any script', () =>
  visit({ javaScriptEnabled: false }, async ({ page }) => {
    for (const [language, words] of [['Python', 'json.dumps'], ['Java', 'ObjectMapper'], ['C#', 'ILambdaContext'], ['JavaScript', 'JSON.stringify']]) {
      await page.getByText(language, { exact: true }).first().click();
      await page.locator('.code-tabs pre:visible').filter({ hasText: words }).waitFor();
      assert.equal(await page.locator('.code-tabs pre:visible').count(), 1);
    }
  }));
