// The still and the living lab have the same measures: nothing on the page moves when the one takes the other's place.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit, windows } from './browser.mjs';

// Runs in the page before anything else does.
function observeShifts() {
  window.layoutShifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.hadRecentInput) continue;
      const moved = entry.sources.map(({ node }) => node?.className || node?.nodeName || 'unknown');
      window.layoutShifts.push({ value: entry.value, moved });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

// The browser reports shifts after it has painted.
function twoFramesLater() {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

for (const name of ['wide', 'small', 'phone']) {
  const viewport = windows[name];
  test(`nothing moves when the lab comes alive at ${viewport.width} × ${viewport.height}`, () =>
    visit({ viewport, before: (page) => page.addInitScript(observeShifts) }, async ({ page, lab }) => {
      await lab.open();
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      await page.evaluate(twoFramesLater);
      const shifts = await page.evaluate(() => window.layoutShifts);
      const sum = shifts.reduce((total, { value }) => total + value, 0);
      assert.equal(sum, 0, JSON.stringify(shifts));
    }));
}
