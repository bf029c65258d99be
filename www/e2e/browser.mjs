// One visit to the built site in a real browser. Whatever goes wrong unseen fails the test: an error in the console, an
// exception, a request that leaves for another server.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after } from 'node:test';
import { chromium } from 'playwright-core';
import { Lab } from './lab.mjs';
import { dist, serve } from './server.mjs';

/** The windows that the design names. */
export const windows = {
  wide: { width: 1440, height: 900 },
  small: { width: 1280, height: 720 },
  phone: { width: 390, height: 844 },
  narrowest: { width: 320, height: 640 },
};

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** How the page is looked at, as options of `visit`. */
export const looks = {
  wide: { viewport: windows.wide },
  dark: { viewport: windows.wide, colorScheme: 'dark' },
  small: { viewport: windows.small },
  phone: { viewport: windows.phone },
  narrowest: { viewport: windows.narrowest },
  forced: { viewport: windows.wide, forcedColors: 'active' },
};

let launched = null;

function launch() {
  const executablePath = process.env.COLDSTART_BROWSER;
  assert.ok(executablePath, 'COLDSTART_BROWSER must name the Chromium that the tests drive');
  launched ??= chromium.launch({ executablePath, args: flags });
  return launched;
}

/** A session with the browser itself, for what no page can tell. */
export async function browserSession() {
  return (await launch()).newBrowserCDPSession();
}

after(async () => {
  await (await launched)?.close();
});

/**
 * Serves the site, opens it in a fresh browser profile, and hands both over.
 *
 * @param {{ path?: string, policy?: boolean, root?: string, before?: (page) => Promise<void>, problemsExpected?: boolean }} options
 *   `before` runs ahead of the first request; everything else goes to the browser's context (`viewport`, `colorScheme`,
 *   `javaScriptEnabled`, …).
 * @param {(visit: { page: import('playwright-core').Page, lab: Lab, problems: string[], url: string }) => Promise<void>} body
 */
export async function visit(options, body) {
  const { path = '/', policy = false, root = dist, ...rest } = options;
  const server = await serve({ root, policy });
  try {
    await open({ url: server.url + path, origins: [server.url], ...rest }, (visit) => body({ ...visit, url: server.url }));
  } finally {
    await server.close();
  }
}

/**
 * Opens a page in a fresh browser profile. A request to any origin but those named fails the test.
 *
 * @param {{ url: string, origins: string[], before?: (page) => Promise<void>, problemsExpected?: boolean }} options
 * @param {(visit: { page: import('playwright-core').Page, lab: Lab, problems: string[] }) => Promise<void>} body
 */
export async function open({ url, origins, before, problemsExpected = false, ...context }, body) {
  assert.ok(existsSync(join(dist, 'index.html')), 'there is no built site: `trunk build --release` makes one');
  const browser = await launch();
  const profile = await browser.newContext({ viewport: windows.wide, ...context });
  try {
    const page = await profile.newPage();
    const problems = watch(page, origins);
    await before?.(page);
    await page.goto(url);
    await body({ page, lab: new Lab(page), problems });
    if (!problemsExpected) assert.deepEqual(problems, []);
  } finally {
    await profile.close();
  }
}

function watch(page, origins) {
  const problems = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => problems.push(`exception: ${error.stack ?? error}`));
  page.on('crash', () => problems.push('the page crashed'));
  page.on('request', (request) => {
    const url = new URL(request.url());
    const local = origins.includes(url.origin) || url.protocol === 'data:' || url.protocol === 'blob:';
    if (!local) problems.push(`a request to ${url.origin}`);
  });
  return problems;
}
