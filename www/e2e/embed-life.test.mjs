// What scripts of the page do to elements: make them, move them, copy them, take them away in the middle of a run; and pages
// with more labs than workers.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { element, handler, visitForeign } from './foreign.mjs';
import { Lab } from './lab.mjs';
import { until } from './until.mjs';

const alive = (events, count) => until(`${count} labs are alive`, async () =>
  (await events()).filter(({ name }) => name === 'ready').length >= count);

test('made by script before our script and after it', () =>
  visitForeign({
    body: '<div id="place"></div>',
    script: `
      window.make = (name) => {
        const lab = document.createElement('coldstart-lab');
        lab.setAttribute('name', name);
        const pre = lab.appendChild(document.createElement('pre'));
        pre.textContent = ${JSON.stringify(handler)};
        return lab;
      };
      window.early = make('early');
      document.addEventListener('DOMContentLoaded', () => document.querySelector('#place').append(early), { once: true });`,
  }, async ({ page, events }) => {
    await alive(events, 1);
    // Into the page first, and its code only then.
    await page.evaluate((code) => {
      const lab = document.createElement('coldstart-lab');
      lab.id = 'late';
      document.querySelector('#place').append(lab);
      const pre = document.createElement('pre');
      pre.textContent = code;
      lab.append(pre);
    }, handler);
    await alive(events, 2);
    for (const name of ['Playground: early', 'Playground: late']) {
      const lab = new Lab(page, name);
      await lab.code.waitFor();
      await lab.send();
      assert.match(await lab.response(), /hello/);
    }
  }));

test('a move keeps everything, a removal keeps the text, a copy is a lab of its own', () =>
  visitForeign({ body: `${element('name="kites"')}<div id="place"></div>` }, async ({ page, lab, events }) => {
    await lab.openEmbedded();
    await lab.send();
    await page.evaluate(() => document.querySelector('#place').append(document.querySelector('coldstart-lab')));
    assert.equal(await lab.answered(), 1);
    await lab.send();
    assert.equal(await lab.answered(), 2);

    const mine = 'exports.myHandler = async () => ({ body: "mine" });';
    await lab.typeCode(mine);
    await page.evaluate(() => {
      localStorage.clear(); // Only what the element itself has kept counts.
      window.removed = document.querySelector('coldstart-lab');
      window.removed.remove();
    });
    await until('its worker has gone', async () => page.workers().length === 0);
    await page.evaluate(() => { localStorage.clear(); document.querySelector('#place').append(window.removed); });
    await alive(events, 2);
    await lab.code.waitFor();
    assert.equal(await lab.codeText(), mine);
    await lab.button('Undo').click();
    await until('its history is there too', async () => (await lab.codeText()) === handler);

    await page.evaluate(() => {
      const copy = document.querySelector('coldstart-lab').cloneNode(true);
      copy.setAttribute('name', 'copy');
      document.querySelector('#place').append(copy);
    });
    await alive(events, 3);
    const copy = new Lab(page, 'Playground: copy');
    await copy.code.waitFor();
    assert.equal(await copy.codeText(), handler);
    await copy.send();
    assert.match(await copy.response(), /hello/);
  }));

test('taken away in the middle of a run, and while it wakes', () =>
  visitForeign({ body: element('', 'exports.myHandler = async (event) => { if (event.path === "/slow") while (true) {} return { body: "quick" }; };') }, async ({ page, lab, events }) => {
    await page.evaluate(async () => {
      const lab = document.querySelector('coldstart-lab');
      const place = lab.parentNode;
      for (let times = 0; times < 20; times += 1) {
        lab.remove();
        await new Promise((resolve) => setTimeout(resolve, times % 3 === 0 ? 0 : 20));
        place.append(lab);
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    });
    await lab.openEmbedded();
    assert.equal(await page.locator('coldstart-lab .lab').count(), 1);
    await lab.field('textbox', 'Path').fill('/slow');
    await lab.field('spinbutton', 'Requests at once').fill('500');
    await lab.button('Send request').click();
    await lab.button('Stop').waitFor();
    await page.evaluate(() => { window.removed = document.querySelector('coldstart-lab'); window.removed.remove(); });
    await until('its worker has gone', async () => page.workers().length === 0);
    await page.evaluate(() => document.querySelector('main').append(window.removed));
    await lab.openEmbedded();
    await lab.send();
    assert.match(await lab.response(), /quick/);
    assert.ok((await events()).every(({ name }) => name !== 'fail'));
  }));

test('twenty labs on a page come alive as the reader reaches them', () =>
  visitForeign({
    style: 'coldstart-lab { min-height: 900px }',
    body: Array.from({ length: 20 }, (_, index) => element(`name="lab ${index + 1}"`)).join(''),
  }, async ({ page, events }) => {
    await alive(events, 1);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    assert.ok((await events()).length <= 2, `${(await events()).length} are alive at the top of the page`);
    const last = page.locator('coldstart-lab').last();
    await last.evaluate((lab) => lab.scrollIntoView());
    const lab = new Lab(page, 'Playground: lab 20');
    await lab.code.waitFor();
    await lab.send();
    assert.match(await lab.response(), /hello/);
    assert.ok((await events()).length < 12);
  }));

test('of six labs four have a worker; the one that rested longest gives its own up and loses nothing', () =>
  visitForeign({ body: Array.from({ length: 6 }, (_, index) => element(`name="${index + 1}" loading="eager"`,
    'let served = 0; exports.myHandler = async () => ({ body: "answer " + (served += 1) });')).join('') }, async ({ page, events }) => {
    await alive(events, 6);
    const labs = Array.from({ length: 6 }, (_, index) => new Lab(page, `Playground: ${index + 1}`));
    let most = 0;
    page.on('worker', () => { most = Math.max(most, page.workers().length); });
    for (const lab of labs) {
      await lab.code.waitFor();
      await lab.send();
      await lab.send();
      assert.match(await lab.response(), /answer 2/);
    }
    assert.ok(page.workers().length === 4, `${page.workers().length} workers`);
    // The first has slept since the fifth came: what it knows is there, and what it must ask for is computed again.
    const [first] = labs;
    assert.equal(await first.answered(), 2);
    const rows = await first.invocations();
    assert.equal(rows.length, 2);
    await first.region.getByRole('row').nth(1).getByRole('button').first().click();
    await until('the details of the first answer are there', async () => /Request 1[^]*answer 1/.test(await first.response()));
    await first.send();
    assert.match(await first.response(), /answer 3/);
    assert.equal((await first.bill())['Cold starts'], '1');
    assert.equal(page.workers().length, 4);
  }));

test('when all four are at work a fifth waits until one has finished', () =>
  visitForeign({ body: Array.from({ length: 5 }, (_, index) => element(`name="${index + 1}" loading="eager"`,
    'exports.myHandler = async (event) => { if (event.path === "/slow") while (true) {} return { body: "quick" }; };')).join('') }, async ({ page, events }) => {
    await alive(events, 5);
    const labs = Array.from({ length: 5 }, (_, index) => new Lab(page, `Playground: ${index + 1}`));
    for (const lab of labs.slice(0, 4)) {
      await lab.code.waitFor();
      await lab.field('textbox', 'Path').fill('/slow');
      await lab.field('spinbutton', 'Requests at once').fill('500');
      await lab.button('Send request').click();
      await lab.button('Stop').waitFor();
    }
    await labs[4].button('Send request').click();
    await labs[4].region.getByText('waiting for the engine').waitFor();
    assert.equal(page.workers().length, 4);
    await labs[1].button('Stop').click();
    // Stop gives that lab a new worker; it rests, so it makes room.
    await until('the fifth is answered', async () => (await labs[4].answered()) === 1, { within: 15_000 });
    assert.match(await labs[4].response(), /quick/);
  }));
