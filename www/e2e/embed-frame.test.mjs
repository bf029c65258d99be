// lab.html in a frame of somebody else's page, sandboxed or not: it runs, it is as high as its lab, and nobody can use the
// way in which it says so.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visitForeign } from './foreign.mjs';
import { Lab } from './lab.mjs';
import { until } from './until.mjs';

const framed = (attributes = '', query = '') => (assets) =>
  `<iframe title="Coldstart" src="${assets}/lab.html${query}" width="700" height="200" ${attributes}></iframe>`;

async function labIn(page) {
  const frame = await (await page.locator('iframe[title=Coldstart]').elementHandle()).contentFrame();
  const lab = new Lab(frame);
  await lab.openEmbedded();
  return { frame, lab };
}

async function heights(page) {
  const frame = await (await page.locator('iframe[title=Coldstart]').elementHandle()).contentFrame();
  const inner = await frame.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
  return { inner, outer: await page.locator('iframe[title=Coldstart]').evaluate(({ clientHeight }) => clientHeight) };
}

for (const [kind, attributes] of [['a plain frame', ''], ['a sandboxed frame', 'sandbox="allow-scripts"']]) {
  test(`${kind} runs the lab and follows its height`, () =>
    visitForeign({ body: framed(attributes, '?memory=256&name=here'), site: { policy: true } }, async ({ page }) => {
      const { lab } = await labIn(page);
      await lab.typeCode('exports.myHandler = async () => ({ statusCode: 200, body: "framed" });');
      await lab.send();
      assert.match(await lab.response(), /framed/);
      assert.equal(await lab.field('spinbutton', 'Memory (MB)').inputValue(), '256');
      await until('the frame is as high as the lab', async () => {
        const { inner, outer } = await heights(page);
        return inner > 400 && Math.abs(inner - outer) < 2;
      });
      const before = (await heights(page)).outer;
      await lab.openForm();
      await until('it grows with it', async () => (await heights(page)).outer > before + 50);
    }));
}

test('without our script around it a frame keeps the height that it has', () =>
  visitForeign({ body: framed(), embed: false }, async ({ page }) => {
    const { lab } = await labIn(page);
    await lab.send();
    assert.equal((await heights(page)).outer, 200);
  }));

test('no message but a height from one of our frames changes anything', () =>
  visitForeign({
    body: (assets) => `${framed()(assets)}<iframe id="other" title="Other" srcdoc="<p>other</p>" height="150"></iframe>`,
  }, async ({ page, assets }) => {
    await labIn(page);
    const real = await until('the first height has come', async () => {
      const { inner, outer } = await heights(page);
      return Math.abs(inner - outer) < 2 && outer;
    });
    const height = (value) => ({ kind: 'coldstart-height', v: 1, height: value });
    // From a frame that is not ours.
    await page.frame({ url: 'about:srcdoc' }).evaluate((message) => parent.postMessage(message, '*'), height(999));
    // From the page itself.
    await page.evaluate((message) => postMessage(message, '*'), height(998));
    // From ours, in every wrong shape.
    const ours = page.frames().find((frame) => frame.url().startsWith(assets));
    for (const message of [
      null, 7, 'coldstart-height', [], {}, { kind: 'coldstart-height' }, { height: 700 }, { kind: 'coldstart-height', height: 700 },
      { kind: 'coldstart-height', v: 2, height: 700 }, { kind: 'other', v: 1, height: 700 },
      height(-1), height(0), height(0.5), height('700'), height(20_001), height(1e9), height(NaN), height(Infinity), height({}), height([700]),
      height(null), height('<img src=x onerror=alert(1)>'), { __proto__: null, ...height('1px;color:red') },
    ]) await ours.evaluate((wrong) => parent.postMessage(wrong, '*'), message);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
    assert.equal((await heights(page)).outer, real);
    assert.equal(await page.locator('#other').evaluate(({ clientHeight }) => clientHeight), 150);
    await ours.evaluate((message) => parent.postMessage(message, '*'), height(777));
    await until('a good one still counts', async () => (await heights(page)).outer === 777);
  }));

test('what the query says is taken as words', () =>
  visitForeign({
    body: framed('', `?theme=dark&memory=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&readonly&onload=alert(1)&innerHTML=%3Cb%3E&tariff=aws-2025-08`),
  }, async ({ page }) => {
    const frame = await (await page.locator('iframe[title=Coldstart]').elementHandle()).contentFrame();
    const lab = new Lab(frame);
    await lab.region.waitFor();
    await frame.getByText('memory="<img src=x onerror=alert(1)>" means nothing').waitFor();
    assert.equal(await lab.field('combobox', 'Rule book').inputValue(), 'aws-2025-08');
    assert.equal(await lab.button('Reset code').count(), 0);
    assert.equal(await frame.locator('coldstart-lab').getAttribute('onload'), null);
    assert.equal(await frame.locator('coldstart-lab').evaluate(() => document.images.length), 0);
    const ground = await lab.button('Send request').evaluate((button) => getComputedStyle(button).backgroundColor);
    assert.equal(ground, 'rgb(233, 237, 243)');
  }));
