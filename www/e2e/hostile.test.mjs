// The worst that anybody can type, in a lab of its own on somebody else's page: it ends as its row says, the next request
// is answered, and the page goes on all the while. COLDSTART_HOSTILE=all takes every program, otherwise it is each fourth, and
// a few in Firefox.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noFirefox, openInFirefox } from './firefox.mjs';
import { serveForeign, visitForeign } from './foreign.mjs';
import { endingOf, endsAsSaid, hostileCorpus } from './hostile-corpus.mjs';

const all = hostileCorpus();
const takesAll = process.env.COLDSTART_HOSTILE === 'all';
const programs = takesAll ? all : all.filter((_, index) => index % 4 === 0);

/** A program may take so long on a real clock, in milliseconds. */
const longest = 20_000;
/** A page that does not react for so long is frozen, in milliseconds: far more than a busy machine takes, far less than
 * any of these programs would hold it up. */
const frozen = 5000;
/** Pages that work at the same time. */
const pages = 2;

test(`${programs.length} hostile programs end in Chromium and harm nobody`, async () => {
  assert.ok(programs.length >= 120, `${programs.length} programs`);
  await runAll(programs, (work) =>
    visitForeign({ ...empty, problemsExpected: true }, ({ page }) => work(page)));
});

const someInFirefox = takesAll ? all : all.filter((_, index) => index % 16 === 1);
test(`${someInFirefox.length} hostile programs end in Firefox and harm nobody`, { skip: noFirefox }, () =>
  runAll(someInFirefox, async (work) => {
    const foreign = await serveForeign(empty);
    try {
      await openInFirefox(foreign.host, work, { problemsExpected: true });
    } finally {
      await foreign.close();
    }
  }));

async function runAll(programs, open) {
  const failures = [];
  const rest = programs.values();
  const work = async (page) => {
    await page.evaluate(() => customElements.whenDefined('coldstart-lab').then(() => {}));
    for (const program of rest) {
      const complaint = judge(program, await page.evaluate(run, { source: program.source, longest }));
      if (complaint) failures.push(`${program.name}: ${complaint}`);
    }
  };
  await Promise.all(Array.from({ length: pages }, () => open(work)));
  assert.deepEqual(failures, []);
}

function judge(program, { first, second, took, gap, fault, code }) {
  if (takesAll) console.log([program.name, fault ?? endingOf(first.outcome), `${took} ms`, `gap ${gap} ms`].join('\t'));
  if (fault) return fault;
  if (!endsAsSaid(program, first.outcome)) return `ended as ${JSON.stringify(first.outcome)}`;
  if (program.nextWorks && second.outcome.success !== '"fine"') return `then came ${JSON.stringify(second)}`;
  if (gap > frozen) return `the page stood still for ${gap} ms`;
  if (!program.source.trim().startsWith(code)) return `the code begins as ${code}`;
  return null;
}

// Runs in the page. Makes a lab, sends the hostile request and a harmless one, and measures how long the page stood still.
async function run({ source, longest }) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const lab = document.createElement('coldstart-lab');
  const heard = (name) => new Promise((resolve) => lab.addEventListener(`coldstart-${name}`, resolve, { once: true }));
  const fault = heard('fail').then(({ detail }) => Promise.reject(new Error(`${detail.code}: ${detail.message}`)));
  fault.catch(() => {});
  const inTime = (promise, what) => Promise.race([promise, fault, new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`${what} took longer than ${longest} ms`)), longest);
  })]);

  lab.setAttribute('handler', 'index.handler');
  lab.setAttribute('loading', 'eager');
  lab.append(document.createElement('pre'));
  lab.firstChild.textContent = source;
  const ready = heard('ready');
  document.querySelector('main').replaceChildren(lab);
  const send = async (path, index) => {
    lab.setAttribute('request', `GET ${path}`);
    await frame();
    const result = heard('result');
    lab.shadowRoot.querySelector('.go').click();
    await inTime(result, path);
    for (;;) {
      const told = window.described.find((described) => described.index === index && described.invocation);
      if (told) return told.invocation;
      await frame();
    }
  };

  const answer = { gap: 0 };
  try {
    await inTime(ready, 'the lab');
    window.described = [];
    let seen = performance.now();
    const pulse = setInterval(() => {
      answer.gap = Math.max(answer.gap, Math.round(performance.now() - seen));
      seen = performance.now();
    }, 10);
    const began = performance.now();
    answer.first = await send('/hostile', 0);
    answer.took = Math.round(performance.now() - began);
    answer.second = await send('/fine', 1);
    clearInterval(pulse);
    const line = lab.shadowRoot.querySelector('.editor')?.shadowRoot?.querySelector('.cm-line');
    answer.code = line?.textContent.slice(0, 40) ?? '';
  } catch (error) {
    answer.fault = error.message;
  }
  return answer;
}

// Runs in the page before everything else: what a worker tells of an invocation is kept.
const listenToWorkers = `
window.described = [];
const Plain = Worker;
window.Worker = class extends Plain {
  constructor(...words) {
    super(...words);
    // A run brings the invocation that answered last; here they answer one after the other.
    this.addEventListener('message', ({ data }) => {
      const { ran, described = ran && { index: ran.outcome.length - 1, invocation: ran.last } } = data ?? {};
      if (described) window.described.push(described);
    });
  }
};`;

const empty = { body: '', script: listenToWorkers };
