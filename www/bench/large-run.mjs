// Ten thousand real invocations in the lab: how long they take, the longest task on the page's main thread meanwhile, and
// how large the memory of the worker's engine has become.

import { open, windows } from '../e2e/browser.mjs';
import { serve } from '../e2e/server.mjs';

const answers = `exports.myHandler = async () => ({ statusCode: 200, body: 'hello' });`;
const waits = `exports.myHandler = (event, context, callback) => setTimeout(() => callback(null, { statusCode: 200, body: 'hello' }), 500);`;

const atOnce = (count, times) => async (lab) => {
  for (let time = 0; time < times; time += 1) await lab.send({ atOnce: count, within: 100_000 });
};
const busyHour = async (lab) => {
  await lab.field('combobox', 'Traffic').selectOption('a busy hour');
  await lab.answersTo(9_500, () => lab.button('Run traffic').click(), { within: 100_000 });
};

const runs = [
  ['a busy hour', answers, busyHour],
  ['1,000 at once, ten times', waits, atOnce(1_000, 10)],
];

const server = await serve({ policy: true });
console.log(`\n${'Large runs in the lab'.padEnd(28)}${'invocations'.padStart(13)}${'containers'.padStart(12)}${'s'.padStart(8)}${'longest task, ms'.padStart(18)}${'engine, MB'.padStart(12)}`);
for (const [name, code, act] of runs) {
  await open({ url: server.url, origins: [server.url], viewport: windows.wide }, async ({ page, lab }) => {
    const engineMegabytes = await watchEngines(page);
    await lab.open();
    await lab.typeCode(code);
    await lab.send();
    await lab.button('Reset pool').click();
    await page.evaluate(watchLongTasks);
    const began = performance.now();
    await act(lab);
    const seconds = (performance.now() - began) / 1000;
    const { Invocations, 'Cold starts': coldStarts } = await lab.bill();
    const longest = (await page.evaluate('window.longestTask')) || 'below 50';
    const figures = [Invocations.padStart(13), coldStarts.padStart(12), seconds.toFixed(1).padStart(8), String(longest).padStart(18)];
    console.log(name.padEnd(28) + figures.join('') + (await engineMegabytes()).toFixed(0).padStart(12));
  });
}
await server.close();
// The browser is shared by all visits and kept for the next one; here there is none.
process.exit();

// Runs in the page. Part of these tasks is the test itself, which looks for its answer.
function watchLongTasks() {
  window.longestTask = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longestTask = Math.max(window.longestTask, duration);
  }).observe({ type: 'longtask' });
}

/** Asks the workers that the page starts from now on for the size of their WebAssembly memory, which never shrinks. */
async function watchEngines(page) {
  const session = await page.context().newCDPSession(page);
  const workers = [];
  const waiting = new Map();
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => targetInfo.type === 'worker' && workers.push(sessionId));
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message);
    waiting.get(id)?.(result);
  });
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  const ask = (sessionId, method, params) =>
    new Promise((resolve) => {
      const id = waiting.size + 1;
      waiting.set(id, resolve);
      session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) });
    });
  return async () => {
    let bytes = 0;
    for (const worker of workers) {
      const { result } = await ask(worker, 'Runtime.evaluate', { expression: 'WebAssembly.Memory.prototype' });
      const { objects } = await ask(worker, 'Runtime.queryObjects', { prototypeObjectId: result.objectId });
      const sum = 'function () { return this.reduce((sum, memory) => sum + memory.buffer.byteLength, 0); }';
      const { result: size } = await ask(worker, 'Runtime.callFunctionOn', { objectId: objects.objectId, functionDeclaration: sum, returnByValue: true });
      bytes += size.value;
    }
    return bytes / 1e6;
  };
}
