// What a further lab costs a page: what the server sends for the second and the third one beyond the first.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { open } from '../e2e/browser.mjs';
import { element, serveForeign } from '../e2e/foreign.mjs';
import { dist } from '../e2e/server.mjs';

const handler = 'exports.myHandler = async (event) => ({ statusCode: 200, body: `hello ${event.path}` });';

console.log('\nAsked for by a page with so many labs, each of which sends a request; with gzip, from a server that allows no caching');
const sizes = new Map();
let before = null;
for (const count of [1, 2, 3]) {
  const labs = Array.from({ length: count }, (_, index) => element(`name="lab ${index}" loading="eager"`, handler)).join('');
  const sent = [];
  const foreign = await serveForeign({ body: labs, site: { answer: (path) => void sent.push(path) } });
  await open({ url: foreign.host, origins: [foreign.host, foreign.assets] }, ({ page }) => page.evaluate(sendAll, count));
  await foreign.close();
  for (const path of sent.filter((path) => !sizes.has(path))) sizes.set(path, gzipSync(await readFile(join(dist, path)), { level: 9 }).length);
  const bytes = sent.reduce((sum, path) => sum + sizes.get(path), 0);
  const more = before === null ? '' : `   ${((bytes - before) / 1000).toFixed(1)} kB more`;
  const labels = count === 1 ? 'lab ' : 'labs';
  console.log(`${count} ${labels}${String(sent.length).padStart(8)} files${(bytes / 1000).toFixed(1).padStart(10)} kB${more}`);
  before = bytes;
}
// The browser is shared by all visits and kept for the next one; here there is none.
process.exit();

// Runs in the page.
async function sendAll(count) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const roots = () => [...document.querySelectorAll('coldstart-lab')].map((lab) => lab.shadowRoot);
  const until = async (all) => {
    while (!(roots().length === count && roots().every(all))) await frame();
  };
  await until((root) => root?.querySelector('.go'));
  for (const root of roots()) root.querySelector('.go').click();
  await until((root) => root.querySelector('.answer')?.textContent.includes('hello'));
}
