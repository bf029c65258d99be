// The words of the page's author: what they do, what is said about those that mean nothing, and that they may change.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { element, visitForeign } from './foreign.mjs';
import { until } from './until.mjs';

const set = (page, name, value) => page.locator('coldstart-lab').evaluate(
  (lab, [attribute, word]) => (word === null ? lab.removeAttribute(attribute) : lab.setAttribute(attribute, word)), [name, value],
);
const ground = (lab) => lab.region.evaluate((region) => getComputedStyle(region).backgroundColor);
const white = 'rgb(255, 255, 255)';
const dark = 'rgb(23, 29, 38)';

test('attributes set the lab up', () =>
  visitForeign({
    body: element('handler="other" memory="512" tariff="aws-2025-08" theme="dark" readonly request="POST /kites?colour=red"',
      'exports.other = async (event) => ({ statusCode: 201, body: event.httpMethod + " " + event.queryStringParameters.colour });'),
  }, async ({ lab }) => {
    await lab.region.waitFor();
    assert.equal(await lab.field('spinbutton', 'Memory (MB)').inputValue(), '512');
    assert.equal(await lab.field('combobox', 'Rule book').inputValue(), 'aws-2025-08');
    assert.equal(await ground(lab), dark);
    await lab.button('Send request').click();
    await until('it answers', async () => (await lab.answered()) === 1);
    assert.match(await lab.response(), /201[^]*POST red/);
    const code = lab.region.locator('.cm-content');
    await code.click();
    await code.press('x');
    assert.equal(await code.getAttribute('aria-readonly'), 'true');
    assert.doesNotMatch(await code.innerText(), /^x|x$/);
    for (const name of ['Undo', 'Reset code']) assert.equal(await lab.button(name).count(), 0);
  }));

test('later changes count, and a word that goes brings the default back', () =>
  visitForeign({
    body: element('', 'exports.myHandler = async () => ({ body: "mine" }); exports.other = async () => ({ body: "other" });'),
  }, async ({ page, lab }) => {
    await lab.openEmbedded();
    const memory = lab.field('spinbutton', 'Memory (MB)');
    await set(page, 'memory', '256');
    await until('the memory follows', async () => (await memory.inputValue()) === '256');
    await memory.fill('384');
    await set(page, 'theme', 'dark');
    await until('the theme follows', async () => (await ground(lab)) === dark);
    assert.equal(await memory.inputValue(), '384', 'what the reader has set stays');
    await set(page, 'theme', 'light');
    await until('the theme follows again', async () => (await ground(lab)) === white);
    await set(page, 'memory', null);
    await until('the default is back', async () => (await memory.inputValue()) === '128');
    await set(page, 'handler', 'index.other');
    await lab.send();
    assert.match(await lab.response(), /other/);
    await set(page, 'handler', null);
    await lab.send();
    assert.match(await lab.response(), /mine/);
    await set(page, 'readonly', '');
    await until('the code can only be read', async () => (await lab.button('Undo').count()) === 0);
    assert.equal(await lab.region.locator('.cm-content').getAttribute('aria-readonly'), 'true');
    await set(page, 'readonly', null);
    await lab.typeCode('// mine again');
  }));

test('auto follows the page, and the system where the page says nothing', async () => {
  for (const [style, colorScheme, theme, expected] of [
    ['', 'dark', 'auto', dark],
    ['', 'light', 'auto', white],
    [':root { color-scheme: light }', 'dark', 'auto', white],
    [':root { color-scheme: dark }', 'light', '', dark],
    [':root { color-scheme: light dark }', 'dark', 'auto', dark],
    [':root { color-scheme: dark }', 'dark', 'light', white],
    [':root { color-scheme: light }', 'light', 'dark', dark],
  ]) {
    await visitForeign({ body: element(`theme="${theme}"`), style, colorScheme }, async ({ lab }) => {
      await lab.region.waitFor();
      assert.equal(await ground(lab), expected, `${style} ${colorScheme} ${theme}`);
    });
  }
});

test('words that mean nothing are said in the console and below the lab, and taken back when they are mended', async () => {
  const said = [];
  await visitForeign({
    body: element('handler="no such thing" memory="lots" tariff="mine" theme="pink" loading="soon" request="kites"'),
    before: async (page) => page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`)),
  }, async ({ page, lab }) => {
    await lab.openEmbedded();
    const lines = page.getByRole('status').filter({ hasText: 'means nothing' });
    await until('every line is there', async () => (await lines.count()) === 6);
    for (const [attribute, word, fallback] of [
      ['handler', 'no such thing', 'index.myHandler'], ['memory', 'lots', '128'], ['tariff', 'mine', 'aws-2016-12'],
      ['theme', 'pink', 'auto'], ['loading', 'soon', 'visible'], ['request', 'kites', 'GET /'],
    ]) {
      const sentence = new RegExp(`^${attribute}="${word}" means nothing: .+\\. ${fallback} is used\\.$`);
      assert.ok((await lines.allInnerTexts()).some((line) => sentence.test(line)), `${attribute}: ${await lines.allInnerTexts()}`);
      assert.equal(said.filter((line) => line.startsWith(`warning: coldstart-lab: ${attribute}="${word}"`)).length, 1, said.join('\n'));
    }
    await lab.send();
    assert.match(await lab.response(), /hello/);
    for (const [attribute, word] of [['handler', 'index.myHandler'], ['memory', '128'], ['tariff', 'aws-2016-12'], ['theme', 'light'], ['loading', null], ['request', 'GET /']]) {
      await set(page, attribute, word);
    }
    await until('no line is left', async () => (await lines.count()) === 0);
  });
});

test('loading="click" asks first, loading="visible" waits until the reader is near', () =>
  visitForeign({
    style: '.far { height: 5000px }',
    body: `${element('loading="click" name="asks"')}<div class="far"></div>${element('name="far"')}`,
  }, async ({ page, events }) => {
    const open = page.getByRole('button', { name: 'Open the lab' });
    await open.waitFor();
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    assert.deepEqual(await events(), []);
    await open.click();
    await until('the first is alive', async () => (await events()).length === 1);
    assert.equal(await open.count(), 0);
    await page.mouse.wheel(0, 9000);
    await until('the second is alive', async () => (await events()).length === 2);
    assert.deepEqual((await events()).map(({ from }) => from), ['asks', 'far']);
  }));

test('a run that the page calls off does not happen', () =>
  visitForeign({ body: element(), script: "addEventListener('coldstart-run', (event) => window.forbidden && event.preventDefault());" }, async ({ page, lab, events }) => {
    await lab.openEmbedded();
    await page.evaluate(() => { window.forbidden = true; });
    await lab.button('Send request').click();
    await lab.field('spinbutton', 'Requests at once').fill('3');
    await page.keyboard.press('Control+Enter');
    await until('both were announced', async () => (await events()).filter(({ name }) => name === 'run').length === 2);
    assert.equal(await lab.answered(), 0);
    await page.evaluate(() => { window.forbidden = false; });
    await lab.send({ atOnce: 3 });
    const run = (await events()).filter(({ name }) => name === 'run');
    assert.deepEqual(run.map(({ detail }) => detail.requests), [1, 3, 3]);
    const [result] = (await events()).filter(({ name }) => name === 'result');
    assert.deepEqual(result.detail, { v: 1, requests: 3, coldStarts: 3, throttled: 0, failed: 0, billedMs: 300, status: 200 });
  }));
