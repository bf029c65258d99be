// From the click on Send request to the response on the screen: right after the page has loaded, and after three quiet
// seconds in which the engine was loaded and warmed. Also the longest task on the main thread until then.

import { visit } from '../e2e/browser.mjs';

for (const [what, quiet] of [['at once after loading', 0], ['after 3 quiet seconds', 3000]]) {
  const times = [];
  let longest = 0;
  for (let round = 0; round < 5; round += 1) {
    await visit({ before: (page) => page.addInitScript(watchLongTasks) }, async ({ page, lab }) => {
      await lab.open();
      await page.waitForTimeout(quiet);
      times.push(await page.evaluate(clickAndWait));
      longest = Math.max(longest, await page.evaluate(() => window.longestTask));
    });
  }
  times.sort((a, b) => a - b);
  console.log(`${what.padEnd(28)} median ${times[2].toFixed(0)} ms, ${times[0].toFixed(0)} to ${times[4].toFixed(0)} ms; longest task ${longest.toFixed(0)} ms`);
}
// The browser is shared by all visits and kept for the next one; here there is none.
process.exit();

function watchLongTasks() {
  window.longestTask = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longestTask = Math.max(window.longestTask, duration);
  }).observe({ type: 'longtask', buffered: true });
}

// Runs in the page. Resolves with the frame in which the answer is painted.
function clickAndWait() {
  const lab = document.querySelector('[data-coldstart-lab]');
  const send = [...lab.querySelectorAll('button')].find((button) => button.textContent.startsWith('Send request'));
  const began = performance.now();
  send.click();
  return new Promise((resolve) => {
    const look = () => (lab.textContent.includes('"served":1') ? resolve(performance.now() - began) : requestAnimationFrame(look));
    look();
  });
}
