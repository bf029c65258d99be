// Whatever cannot be loaded: the author's code stays readable, one line says why, and the page hears a stable code with
// the next step.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { element, policyOf, visitForeign } from './foreign.mjs';
import { until } from './until.mjs';

const without = (directive, replacement) => (assets) =>
  [policyOf(assets, { without: [directive] }), replacement?.(assets)].filter(Boolean).join('; ');
const answering = (pattern, answer) => ({ answer: (path) => (pattern.test(path) ? answer : undefined) });
const page = { status: 200, type: 'text/html', body: '<p>Not found, but politely.</p>' };

// What happens, which code the page hears, what the reader is told.
const atStart = {
  'the program is missing': [{ site: answering(/page.*_bg\.wasm$/, { status: 404 }) }, 'file-missing', /answered 404 for page/],
  'its script is missing': [{ site: answering(/page.*\.js$/, { status: 404 }) }, 'file-missing', /answered 404 for page/],
  'the server breaks': [{ site: answering(/page.*_bg\.wasm$/, { status: 500 }) }, 'file-missing', /answered 500 for page/],
  'the styles are missing': [{ site: answering(/element.*\.css$/, { status: 403 }) }, 'file-missing', /answered 403 for element/],
  'a page comes in place of the script': [{ site: answering(/page.*\.js$/, page) }, 'wrong-type', /calls page.*\.js text\/html/],
  'scripts have the wrong type': [{ site: answering(/page.*\.js$/, { type: 'text/plain' }) }, 'wrong-type', /text\/plain/],
  'a page comes in place of the program': [{ site: answering(/page.*_bg\.wasm$/, page) }, 'broken-file', /text\/html/],
  'the program is cut off': [{ site: answering(/page.*_bg\.wasm$/, { status: 200, type: 'application/wasm', body: '\0asm' }) }, 'broken-file', /cannot be compiled/],
  'the script is broken': [{ site: answering(/page.*\.js$/, { status: 200, type: 'text/javascript', body: 'let let' }) }, 'broken-file', /cannot be run/],
  'the host sends no CORS header': [{ site: { cors: false } }, 'unreachable', /did not arrive/],
  'the policy forbids to connect': [{ policy: without('connect-src') }, 'blocked-by-policy', /\(connect-src\)/],
  'the policy forbids WebAssembly': [{ policy: without('script-src', (assets) => `script-src 'self' ${assets}`) }, 'wasm-blocked', /WebAssembly/],
  'the policy allows this one script': [{ policy: without('script-src', (assets) => `script-src 'self' ${assets}/embed.js 'wasm-unsafe-eval'`) }, 'blocked-by-policy', /\(script-src/],
  'the browser is too old': [{ script: 'CSS.supports = () => false;' }, 'browser-too-old', /too old/],
  'there is no WebAssembly': [{ script: 'delete window.WebAssembly;' }, 'browser-too-old', /too old/],
  'there is no code': [{ body: '<coldstart-lab></coldstart-lab>', code: '' }, 'no-code', /no code in it/],
};

for (const [what, [options, code, reason]] of Object.entries(atStart)) {
  test(`${what}: ${code}`, () =>
    visitForeign({ body: element(), problemsExpected: true, ...options }, async ({ page: seen, events }) => {
      const line = seen.getByRole('status').filter({ hasText: 'could not start' });
      await line.waitFor();
      const sentence = await line.innerText();
      assert.match(sentence, reason);
      assert.match(sentence, /^The playground could not start: [^\n]+\. The article and the code stay readable\.$/);
      if (options.code !== '') assert.ok(await seen.getByText('exports.myHandler').isVisible());
      const [{ name, detail }] = await events();
      assert.deepEqual({ name, what: detail.what, v: detail.v, code: detail.code }, { name: 'fail', what: 'playground', v: 1, code });
      assert.ok(detail.next.length > 10 && sentence.includes(detail.message), JSON.stringify(detail));
      assert.equal(await seen.getByRole('region', { name: /^Playground/ }).count(), 0);
    }));
}

test('a page without our script shows the code and nothing else', () =>
  visitForeign({ body: element(), embed: false }, async ({ page: seen }) => {
    assert.ok(await seen.getByText('exports.myHandler').isVisible());
  }));

// These come later: the lab is there, but something that it needs is not.
const later = {
  'workers are forbidden': [{ policy: without('worker-src', (assets) => `worker-src ${assets}`) }, 'worker-blocked', /policy of this page/i],
  'the engine is missing': [{ site: answering(/worker.*\.wasm$/, { status: 404 }) }, 'file-missing', /answered 404/],
  'the engine is cut off': [{ site: answering(/worker.*\.wasm$/, { status: 200, type: 'application/wasm', body: '\0asm' }) }, 'broken-file', /cannot be compiled/],
  'what draws runs is missing': [{ site: answering(/run-views\.wasm$/, { status: 404 }) }, 'file-missing', /answered 404/],
  'what draws runs is cut off': [{ site: answering(/run-views\.wasm$/, { status: 200, type: 'application/wasm', body: '\0asm' }) }, 'broken-file', /cannot be compiled/],
  "the worker's script is missing": [{ site: answering(/worker-boot.*\.js$/, { status: 404 }) }, 'worker-failed', /could not start/],
};

for (const [what, [options, code, reason]] of Object.entries(later)) {
  test(`${what}: ${code}, and the code can still be changed`, () =>
    visitForeign({ body: element(), problemsExpected: true, ...options }, async ({ lab, events }) => {
      await lab.openEmbedded();
      await lab.button('Send request').click();
      const alert = lab.region.getByRole('alert');
      await alert.waitFor();
      assert.match(await alert.innerText(), reason);
      assert.ok((await events()).some(({ name, detail }) => name === 'fail' && detail.code === code && detail.what === 'engine'), JSON.stringify(await events()));
      await lab.typeCode('// still mine');
    }));
}

test('what draws runs is asked for again with the next start', () => {
  let isBroken = true;
  const answer = (path) => (isBroken && path.endsWith('-run-views.wasm') ? { status: 503 } : undefined);
  return visitForeign({ body: element(), problemsExpected: true, site: { answer } }, async ({ lab }) => {
    await lab.openEmbedded();
    await lab.button('Send request').click();
    await lab.region.getByRole('alert').waitFor();
    isBroken = false;
    await lab.answersTo(1, () => lab.button('Start again').click());
    assert.match(await lab.response(), /hello/);
  });
});

test('without the editor the code can be read and run', () =>
  visitForeign({ body: element(), problemsExpected: true, site: answering(/editor.*\.js$/, { status: 404 }) }, async ({ page: seen, lab, events }) => {
    await seen.getByText('The code editor could not start').waitFor();
    assert.match(await lab.field('textbox', 'Handler code').innerText(), /exports\.myHandler/);
    await lab.send();
    assert.match(await lab.response(), /hello/);
    assert.ok((await events()).some(({ name, detail }) => name === 'fail' && detail.what === 'code editor' && detail.code === 'file-missing'));
  }));

test('code that comes late brings the lab', () =>
  visitForeign({ body: '<coldstart-lab></coldstart-lab>' }, async ({ page: seen, lab }) => {
    await seen.getByText('there is no code in it').waitFor();
    await seen.evaluate(() => {
      const pre = document.createElement('pre');
      pre.textContent = 'exports.myHandler = async () => 1;';
      document.querySelector('coldstart-lab').append(pre);
    });
    await lab.code.waitFor();
    await until('the line has gone', async () => (await seen.getByText('there is no code in it').count()) === 0);
  }));
