// The main road once more in Firefox: our own page, the element on somebody else's, and a sandboxed frame.

import { test } from 'node:test';
import { noFirefox as skip, openInFirefox as open } from './firefox.mjs';
import { element, handler, serveForeign } from './foreign.mjs';
import { serve } from './server.mjs';
import { until } from './until.mjs';

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
