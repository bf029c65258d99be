// Firefox for the tests, driven over WebDriver BiDi, which it speaks by itself. Launched once for a file of tests.

import assert from 'node:assert/strict';
import { after } from 'node:test';
import puppeteer from 'puppeteer-core';

const executablePath = process.env.COLDSTART_FIREFOX;

/** Why a test has to be skipped; false if there is a Firefox. */
export const noFirefox = executablePath ? false : 'COLDSTART_FIREFOX names no Firefox';

let launched = null;
const launch = () => {
  launched ??= puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
  return launched;
};
after(async () => (await launched)?.close());

/** Opens a page; an error in its console fails the test, unless `problemsExpected`. */
export async function openInFirefox(url, body, { problemsExpected = false } = {}) {
  const browser = await launch();
  const page = await browser.newPage();
  const problems = [];
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(String(error)));
  try {
    await page.goto(url);
    await body(page);
    if (!problemsExpected) assert.deepEqual(problems, []);
  } finally {
    await page.close();
  }
}
