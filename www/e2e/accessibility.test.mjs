// What a machine can find out about accessibility, in both colour schemes and in the states that readers meet.

import { test } from 'node:test';
import { expectClean } from './axe.mjs';
import { visit } from './browser.mjs';
import { element, visitForeign } from './foreign.mjs';
import { thrower } from './handlers.mjs';
import { Lab } from './lab.mjs';
import { until } from './until.mjs';

for (const colorScheme of ['light', 'dark']) {
  test(`axe finds nothing in ${colorScheme}: at rest, after a run, after an error`, () =>
    visit({ colorScheme }, async ({ page, lab }) => {
      await lab.open();
      await expectClean(page, 'at rest');
      await lab.send({ atOnce: 2 });
      await expectClean(page, 'after a run');
      await lab.invocations();
      await expectClean(page, 'the table');
      await lab.openForm();
      await lab.button('More').click();
      await lab.button('Environment variables').click();
      await lab.field('textbox', 'Path').fill('kites');
      await lab.field('textbox', 'Headers').fill('nonsense');
      await lab.field('spinbutton', 'Memory (MB)').fill('soon');
      await lab.button('Send request').click();
      await expectClean(page, 'form and settings open, with mistakes');
      await lab.field('textbox', 'Path').fill('/kites');
      await lab.field('textbox', 'Headers').fill('Accept: text/plain');
      await lab.field('spinbutton', 'Memory (MB)').fill('128');
      await lab.button('Edit event').click();
      await expectClean(page, 'an event by hand');
      await lab.button('Edit request').click();
      await lab.typeCode(thrower);
      await lab.send();
      await expectClean(page, 'after an error');
    }));
}

for (const [path, heading] of [['/how-true-is-it.html', 'Keep-alive'], ['/what-is-missing.html', 'Intl is missing']]) {
  test(`axe finds nothing on ${path}, which the foot of the first page leads to`, () =>
    visit({ policy: true }, async ({ page }) => {
      await page.locator(`footer a[href="${path.slice(1)}"]`).click();
      await page.getByRole('heading', { name: heading, exact: true }).waitFor();
      await expectClean(page, path);
    }));
}

for (const colorScheme of ['light', 'dark']) {
  test(`axe finds nothing in ${colorScheme} on somebody else's page with two labs, wide and narrow`, () =>
    visitForeign({
      colorScheme,
      style: ':root { color-scheme: light dark } .narrow { width: 320px }',
      body: `${element('name="wide" loading="eager"')}<div class="narrow">${element('name="narrow" loading="eager" memory="lots"')}</div>`,
    }, async ({ page, events }) => {
      await until('both are alive', async () => (await events()).filter(({ name }) => name === 'ready').length === 2);
      for (const name of ['wide', 'narrow']) {
        const lab = new Lab(page, `Playground: ${name}`);
        await lab.code.waitFor();
        await lab.send({ atOnce: 2 });
      }
      await expectClean(page, 'after a run in each');
    }));
}
