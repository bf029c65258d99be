// The main road once more in Firefox: our own page, the element on somebody else's, and a sandboxed frame. Driven over
// WebDriver BiDi, which Firefox speaks by itself.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import puppeteer from 'puppeteer-core';
import { element, handler, serveForeign } from './foreign.mjs';
import { serve } from './server.mjs';
import { until } from './until.mjs';

const executablePath = process.env.COLDSTART_FIREFOX;
const skip = executablePath ? false : 'COLDSTART_FIREFOX names no Firefox';

let launched = null;
const launch = () => {
  launched ??= puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
  return launched;
};
after(async () => (await launched)?.close());

async function open(url, body) {
  const browser = await launch();
  const page = await browser.newPage();
  const problems = [];
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(String(error)));
  try {
    await page.goto(url);
    await body(page);
    assert.deepEqual(problems, []);
  } finally {
    await page.close();
  }
}

/** Sends the request of the first lab in a page or a frame, and waits until its answer says what it should. */
async function sendAndRead(frame, expected) {
  const inLab = (act, argument) => frame.evaluate(`(${act})((document.querySelector('coldstart-lab')?.shadowRoot ?? document).querySelector('.lab'), ${JSON.stringify(argument)})`);
  await frame.evaluate("document.querySelector('coldstart-lab, [data-coldstart-lab]').scrollIntoView()");
  await until('the lab is alive', () => inLab((lab) => Boolean(lab?.querySelector('.editor')?.shadowRoot?.querySelector('.cm-content'))));
  await inLab((lab) => lab.querySelector('.go').click());
  await until(`the answer says ${expected}`, () => inLab((lab, text) => lab.querySelector('.answer').textContent.includes(text), expected), { within: 40_000 });
}

test('our own page under its policy', { skip }, async () => {
  const server = await serve({ policy: true });
  try {
    await open(server.url, (page) => sendAndRead(page, '"colour":"red"'));
  } finally {
    await server.close();
  }
});

test('the element on another origin under a strict policy', { skip }, async () => {
  const foreign = await serveForeign({ body: element('request="GET /kites"', handler) });
  try {
    await open(foreign.host, (page) => sendAndRead(page, 'hello /kites'));
  } finally {
    await foreign.close();
  }
});

test('a sandboxed frame', { skip }, async () => {
  const foreign = await serveForeign({
    body: (assets) => `<iframe title="Coldstart" src="${assets}/lab.html" sandbox="allow-scripts" width="700" height="200"></iframe>`,
  });
  try {
    await open(foreign.host, async (page) => {
      const frame = await (await page.waitForSelector('iframe')).contentFrame();
      await sendAndRead(frame, '"colour":"red"');
      await until('the frame is as high as its lab', async () =>
        (await page.evaluate("document.querySelector('iframe').clientHeight")) > 500);
    });
  } finally {
    await foreign.close();
  }
});
