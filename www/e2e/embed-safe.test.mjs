// Nothing that an author, a stranger or a broken browser puts into an element, a message or the storage becomes markup,
// runs, or stops a lab.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { element, handler, visitForeign } from './foreign.mjs';
import { Lab } from './lab.mjs';
import { until } from './until.mjs';

const evil = [
  '<img src=x onerror="window.hit=1">', '"><script>window.hit=1</script>', "'-window.hit=1-'", '</code></pre><svg onload=window.hit=1>',
  'javascript:window.hit=1', '${window.hit=1}', '{{constructor.constructor("window.hit=1")()}}', '\u0000\u0001', '\ud800', '\u202e\u2066abc',
  '__proto__', 'constructor', 'toString', '../../../etc/passwd', '<!--', ']]>', '&lt;b&gt;', 'x'.repeat(100_000), '\n'.repeat(1000), '🪁'.repeat(500),
  '{"handler":"x"}', '[object Object]', 'NaN', '-1', '1e999', 'null', 'undefined', ' ', '0x80', 'url(https://evil.example/x)',
];
const attributes = ['handler', 'memory', 'tariff', 'theme', 'loading', 'readonly', 'name', 'id', 'request', 'class', 'title', 'aria-label'];

const unharmed = async (page) => {
  assert.equal(await page.evaluate(() => window.hit), undefined);
  const added = await page.evaluate(() => {
    // The editor puts an empty picture beside letters that cannot be seen.
    const seek = (root) => [...root.querySelectorAll('*:not(img.cm-widgetBuffer)')].flatMap((one) => [
      ...(/^(script|img|iframe|object|embed|link|style|base|form)$/.test(one.localName) && root !== document ? [one.outerHTML] : []),
      ...[...one.attributes].filter(({ name }) => /^on/.test(name)).map(({ name }) => name),
      ...(one.shadowRoot ? seek(one.shadowRoot) : []),
    ]);
    return seek(document);
  });
  assert.deepEqual(added, []);
};

test('attributes by the dozen, at the beginning and later', () =>
  visitForeign({ body: '<div id="place"></div>' }, async ({ page, lab, events }) => {
    await page.evaluate(([code, texts, names]) => {
      for (const text of texts) {
        const made = document.createElement('coldstart-lab');
        for (const name of names) made.setAttribute(name, text);
        made.setAttribute('loading', 'click');
        made.appendChild(document.createElement('pre')).textContent = code;
        document.querySelector('#place').append(made);
      }
    }, [handler, evil, attributes]);
    await until('all are there', async () => (await page.getByRole('button', { name: 'Open the lab' }).count()) === evil.length);
    await unharmed(page);
    await page.evaluate(() => { for (const made of [...document.querySelectorAll('coldstart-lab')].slice(1)) made.remove(); });
    await page.getByRole('button', { name: 'Open the lab' }).click();
    await until('one is alive', async () => (await events()).some(({ name }) => name === 'ready'));
    for (const text of evil) {
      await page.evaluate(([value, names]) => {
        for (const name of names) document.querySelector('coldstart-lab').setAttribute(name, value);
      }, [text, attributes]);
    }
    await unharmed(page);
    await page.evaluate((names) => { for (const name of names) document.querySelector('coldstart-lab').removeAttribute(name); }, attributes);
    await lab.code.waitFor();
    await lab.send();
    assert.match(await lab.response(), /hello/);
    await unharmed(page);
  }));

test('code, answers, log lines and errors are text', () =>
  visitForeign({ body: '<div id="place"></div>' }, async ({ page, events, lab }) => {
    const texts = evil.filter((text) => text.trim() && text.length < 1000);
    const code = `const texts = ${JSON.stringify(texts)};
exports.myHandler = async (event) => {
  for (const text of texts) console.log(text, { [text]: text });
  if (event.path === '/throw') throw Object.assign(new Error(texts.join()), { name: texts[0] });
  return { statusCode: 200, headers: { 'content-type': 'text/html', 'x-y': texts[0] }, body: texts.join('<br>') };
};`;
    await page.evaluate((text) => {
      const made = document.createElement('coldstart-lab');
      made.appendChild(document.createElement('pre')).textContent = text;
      document.querySelector('#place').append(made);
    }, code);
    await until('it is alive', async () => (await events()).length === 1);
    await lab.code.waitFor();
    for (const path of ['/', '/throw', '/%3Cimg%20src=x%20onerror=window.hit=1%3E']) {
      await lab.field('textbox', 'Path').fill(path);
      await lab.send();
      for (const view of ['response', 'log', 'event']) {
        assert.ok((await lab[view]()).length > 0);
        await unharmed(page);
      }
    }
    assert.match(await lab.log(), /<img src=x onerror=/);
  }));

test('drafts that somebody else has stored', () => {
  const draft = (fields) => JSON.stringify({ starter: '', text: '', history: '', ...fields });
  const drafts = [
    '', '{', '[]', 'null', 'true', '7', '"text"', '{"text":1}', '{"starter":[],"text":{},"history":null}', draft({ text: null }), draft({ history: 7 }),
    '{"__proto__":{"text":"x"}}', '{"constructor":{"prototype":{}},"text":"// t","starter":"","history":""}',
    ...evil.map((text) => draft({ starter: text, text: `// ${text}`, history: text })),
    draft({ text: '// h', history: '{"doc":"// h","selection":{"main":0,"ranges":[{"anchor":9999,"head":-1}]},"history":{}}' }),
    draft({ text: '// h', history: '{"doc":"// h","selection":7}' }),
    draft({ text: '// h', history: '{"doc":"// h","history":{"done":[{"changes":[[99999]]}],"undone":7},"selection":{"main":0,"ranges":[{"anchor":0,"head":0}]}}' }),
    draft({ text: '// h', history: `${'['.repeat(20_000)}` }),
    draft({ text: 'x = '.repeat(40_000) }),
  ];
  return visitForeign({
    // In company to the end, so that each keeps its name.
    body: [...drafts.keys(), 'last'].map((name) => element(`name="${name}" loading="click"`)).join(''),
    script: `const drafts = ${JSON.stringify(drafts)};
      drafts.forEach((text, index) => { localStorage['coldstart/1/' + location.origin + location.pathname + '/' + index] = text; });`,
  }, async ({ page, events }) => {
    for (let index = 0; index < drafts.length; index += 1) {
      await page.evaluate((name) => {
        const lab = document.querySelector(`coldstart-lab[name="${name}"]`);
        lab.setAttribute('loading', 'eager');
      }, index);
      const lab = new Lab(page, `Playground: ${index}`);
      await lab.code.waitFor();
      assert.ok((await lab.codeText()).length > 0, drafts[index].slice(0, 80));
      if (index % 9 === 0) {
        await lab.button('Reset code').click();
        await lab.send();
        assert.match(await lab.response(), /hello/);
      }
      await unharmed(page);
      await page.evaluate((name) => document.querySelector(`coldstart-lab[name="${name}"]`).remove(), index);
    }
    assert.deepEqual((await events()).filter(({ name }) => name === 'fail'), []);
  });
});

test('a page that has changed what scripts are built on', () =>
  visitForeign({
    body: element(),
    script: `Object.prototype.polluted = 'x'; Array.prototype.extra = () => 7;
      window.fetched = []; const { fetch } = window; window.fetch = (...all) => { window.fetched.push(String(all[0])); return fetch(...all); };
      addEventListener('coldstart-run', () => { throw new Error('a listener of the page'); });`,
    problemsExpected: true,
  }, async ({ page, lab, assets }) => {
    await lab.openEmbedded();
    await lab.send();
    assert.match(await lab.response(), /hello/);
    const fetched = await page.evaluate(() => window.fetched);
    assert.ok(fetched.every((address) => address.startsWith(`${assets}/`)), fetched.join());
  }));
