// On a narrow page an act in the prose is answered where the reader is, and the way to the lab is one press.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit } from './browser.mjs';

test('an act out of sight of the lab is answered by the strip, which leads to the lab and leaves', () =>
  visit({ viewport: { width: 390, height: 844 } }, async ({ page, lab }) => {
    await lab.open();
    // Scrolled to and clicked in one breath, before the browser has told that the lab left.
    await page.getByRole('button', { name: 'send two at once', exact: true }).first().click();
    const dock = page.getByRole('complementary', { name: 'What just happened' });
    await dock.getByText('Two at once.').waitFor();
    assert.match(await dock.innerText(), /Containers 1 and 2 had to start\./);
    await dock.getByRole('button', { name: 'Open the lab' }).click();
    await dock.waitFor({ state: 'detached' });
    assert.ok(await lab.region.evaluate((element) => element.getBoundingClientRect().top < innerHeight));
  }));

test('the strip comes and goes, and the reader’s code stays', () =>
  visit({ viewport: { width: 390, height: 844 } }, async ({ page, lab }) => {
    await lab.open();
    const mine = "exports.myHandler = async () => 'mine';";
    await lab.typeCode(mine);
    await page.getByRole('button', { name: 'send two at once', exact: true }).first().click();
    const dock = page.getByRole('complementary', { name: 'What just happened' });
    await dock.getByText('Two at once.').waitFor();
    assert.equal(await lab.codeText(), mine);
    await dock.getByRole('button', { name: 'Open the lab' }).click();
    await dock.waitFor({ state: 'detached' });
    assert.equal(await lab.codeText(), mine);
    await lab.typeCode(`${mine}\n`);
  }));

test('beside the article there is no strip', () =>
  visit({ viewport: { width: 1440, height: 900 } }, async ({ page, lab }) => {
    await lab.open();
    const act = page.getByRole('button', { name: 'send two at once', exact: true }).first();
    await act.click();
    await lab.region.getByText('2 warm, idle').first().waitFor();
    assert.equal(await page.getByRole('complementary').count(), 0);
  }));
