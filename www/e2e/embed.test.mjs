// The element on somebody else's page: another origin, a strict policy, styles that spare nothing.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { element, visitForeign } from './foreign.mjs';
import { Lab } from './lab.mjs';
import { until } from './until.mjs';

const hostile = `
  * { all: unset !important; box-sizing: content-box !important; direction: rtl !important; }
  html { font-size: 40px !important; --ink: red !important; --panel: lime !important; --text: fantasy; --code-size: 60px; }
  div, section, p, button { display: none !important; visibility: hidden !important; }
  button, input { background: red !important; font-size: 40px !important; text-transform: uppercase; }
  body { letter-spacing: 9px !important; line-height: 4 !important; text-align: right; white-space: pre; cursor: wait; }
`;

test('a lab runs on another origin under a strict policy and leaves the console empty', () =>
  visitForeign({ body: element('name="kites" request="GET /kites"') }, async ({ page, lab, events, assets }) => {
    const said = [];
    page.on('console', (message) => said.push(message.text()));
    await lab.openEmbedded();
    await lab.send();
    assert.match(await lab.response(), /hello \/kites/);
    const [ready, run, result] = await events();
    assert.deepEqual(ready, { name: 'ready', from: 'kites', detail: { v: 1 } });
    assert.deepEqual(run, { name: 'run', from: 'kites', detail: { v: 1, requests: 1 } });
    assert.deepEqual(result.detail, { v: 1, requests: 1, coldStarts: 1, throttled: 0, failed: 0, billedMs: 100, status: 200 });
    assert.deepEqual(said, []);
    assert.ok(!(await page.content()).includes(` sty${'le='}`), assets);
  }));

test('no style of the page reaches the lab', async () => {
  const look = async (style) => {
    const seen = {};
    await visitForeign({ body: element(), style }, async ({ page, lab }) => {
      await lab.openEmbedded();
      for (const name of ['Send request', 'Reset pool']) {
        seen[name] = await lab.button(name).evaluate((button) => {
          const { width, height } = button.getBoundingClientRect();
          const { color, backgroundColor, fontSize, direction, letterSpacing, display } = getComputedStyle(button);
          return { width, height, color, backgroundColor, fontSize, direction, letterSpacing, display };
        });
      }
      seen.code = await lab.code.evaluate((code) => getComputedStyle(code.parentElement).fontSize);
      await lab.send();
      assert.match(await lab.response(), /hello/);
      await page.screenshot({ path: new URL(`./screenshots/embed-${style ? 'hostile' : 'plain'}.png`, import.meta.url).pathname });
    });
    return seen;
  };
  const font = 'body, * { font-family: monospace !important; }';
  const [plain, attacked] = [await look(font), await look(font + hostile)];
  assert.deepEqual(attacked, plain);
});

test('labs that share a page load everything once and say which one they are', () =>
  visitForeign({
    body: `${element('name="kites" loading="eager"')}${element('id="geese" loading="eager"')}${element('loading="eager"')}`,
    before: async (page) => {
      page.files = [];
      page.on('request', (request) => {
        const { protocol, pathname } = new URL(request.url());
        if (protocol !== 'blob:') page.files.push(pathname);
      });
    },
  }, async ({ page, lab }) => {
    await until('all are alive', async () => (await page.evaluate(() => window.heard.length)) === 3);
    const names = await page.getByRole('region', { name: /^Playground/ }).evaluateAll((all) => all.map((one) => one.ariaLabel));
    assert.deepEqual(names, ['Playground: kites', 'Playground: geese', 'Playground: 3']);
    for (const name of names) {
      const one = new Lab(page, name);
      await one.code.waitFor();
      await one.send();
      assert.match(await one.response(), /hello/);
    }
    const counts = {};
    for (const file of page.files) counts[file] = (counts[file] ?? 0) + 1;
    for (const [file, count] of Object.entries(counts)) {
      // Each worker runs its own two scripts.
      if (!/worker[^/]*\.js$/.test(file)) assert.equal(count, 1, file);
    }
    assert.equal(page.files.filter((file) => /worker.*\.wasm$/.test(file)).length, 1);
    assert.equal(page.workers().length, 3);
    await page.evaluate(() => document.querySelector('#geese').remove());
    await until('its worker has gone', async () => page.workers().length === 2);
    await page.evaluate(() => document.querySelector('coldstart-lab:not([name])').remove());
    await until('the last one has the plain name', async () => (await lab.region.getAttribute('aria-label')) === 'Playground');
  }));
