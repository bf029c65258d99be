// From the click on Send request to the response on the screen: the lab beside a bare page that runs the same handler in
// QuickJS, in the same browser. Right after loading, and after three quiet seconds in which both have made themselves
// ready. Also the longest task on the lab's main thread until then.

import { readFile, rm } from 'node:fs/promises';
import { open, windows } from '../e2e/browser.mjs';
import { element, serveForeign } from '../e2e/foreign.mjs';
import { serve } from '../e2e/server.mjs';
import { bareSite } from './quickjs/site.mjs';

const rounds = 7;
const handler = await readFile(new URL('handler.cjs', import.meta.url), 'utf8');
const bareFolder = await bareSite(handler);
const bare = await serve({ root: bareFolder });
const foreign = await serveForeign({
  body: element('handler="handler" request="GET /kites?colour=red" loading="eager"', handler),
});

const pages = {
  'the lab': { url: foreign.host, origins: [foreign.host, foreign.assets] },
  'a bare page with QuickJS': { url: bare.url, origins: [bare.url] },
};

console.log('\nFrom the click to the response, ms: median of', rounds, '(fastest, slowest); longest task until then');
for (const [what, quiet] of [['at once after loading', 0], ['after 3 quiet seconds', 3000]]) {
  const medians = [];
  // Round by round, so that whatever else the machine does meets both.
  const times = Object.keys(pages).map(() => []);
  const tasks = Object.keys(pages).map(() => 0);
  for (let round = 0; round < rounds; round += 1) {
    for (const [place, page] of Object.values(pages).entries()) {
      const { time, longestTask } = await measure(page, quiet);
      times[place].push(time);
      tasks[place] = Math.max(tasks[place], longestTask);
    }
  }
  for (const [place, name] of Object.keys(pages).entries()) {
    const sorted = times[place].toSorted((a, b) => a - b);
    const median = sorted[(rounds - 1) / 2];
    medians.push(median);
    const range = `(${sorted[0].toFixed(0)}, ${sorted.at(-1).toFixed(0)})`;
    console.log(`${what.padEnd(24)}${name.padEnd(28)}${median.toFixed(1).padStart(8)} ${range.padEnd(14)}${tasks[place].toFixed(0).padStart(6)}`);
  }
  console.log(`${''.padEnd(24)}${'ratio'.padEnd(28)}${(medians[0] / medians[1]).toFixed(2).padStart(8)}`);
}
await Promise.all([bare.close(), foreign.close(), rm(bareFolder, { recursive: true })]);
// The browser is shared by all visits and kept for the next one; here there is none.
process.exit();

async function measure({ url, origins }, quiet) {
  let figures;
  const before = (page) => page.addInitScript(watchLongTasks);
  await open({ url, origins, viewport: windows.wide, before }, async ({ page }) => {
    await page.evaluate(waitForButton);
    await page.waitForTimeout(quiet);
    figures = await page.evaluate(clickAndWait);
  });
  return figures;
}

// Runs in the page before everything else. A response is on the screen with the frame after its text is there.
function watchLongTasks() {
  window.longestTask = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longestTask = Math.max(window.longestTask, duration);
  }).observe({ type: 'longtask', buffered: true });
  const root = () => document.querySelector('coldstart-lab')?.shadowRoot ?? document;
  window.sendButton = () => [...root().querySelectorAll('button')].find((button) => button.textContent.startsWith('Send request'));
  window.answer = () => root().querySelector('.answer, output')?.textContent ?? '';
}

// Runs in the page.
async function waitForButton() {
  while (!window.sendButton()) await new Promise((resolve) => requestAnimationFrame(resolve));
}

// Runs in the page.
function clickAndWait() {
  const began = performance.now();
  window.sendButton().click();
  return new Promise((resolve) => {
    const look = () => {
      if (!window.answer().includes('Rokkaku')) return requestAnimationFrame(look);
      const { longestTask } = window;
      return resolve({ time: performance.now() - began, longestTask });
    };
    look();
  });
}
