// Somebody else's page with a lab in it: the site on one origin, the page on another, with whatever policy, styles and
// script its owner likes.

import { createServer } from 'node:http';
import { open } from './browser.mjs';
import { serve } from './server.mjs';

/** What the policy of a page has to allow, where `assets` is the origin of our files; 'self' is for the page's own. */
export function policyOf(assets, { without = [] } = {}) {
  return [
    ["default-src", "'none'"],
    ['script-src', `'self' ${assets} 'wasm-unsafe-eval'`],
    ['style-src', "'self'"],
    ['img-src', "'self' data:"],
    ['connect-src', assets],
    ['worker-src', 'blob:'],
    ['frame-src', assets],
  ].filter(([directive]) => !without.includes(directive)).map((rule) => rule.join(' ')).join('; ');
}

export const handler = `exports.myHandler = async (event) => {
  console.log('asked for', event.path);
  return { statusCode: 200, body: 'hello ' + event.path };
};`;

const escaped = (text) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** The element as an author writes it. */
export function element(attributes = '', code = handler) {
  return `<coldstart-lab ${attributes}><pre><code>${escaped(code)}</code></pre></coldstart-lab>`;
}

/**
 * Serves a page of another origin.
 *
 * @param {{ body: string | ((assets: string) => string), style?: string, script?: string, policy?: (assets: string) => string,
 *   site?: object, embed?: boolean }} options `style` and `script` are files of the foreign origin; `site` goes to the server
 *   of our files; `embed: false` leaves the script tag out.
 */
export async function serveForeign({ body, style = '', script = '', policy = policyOf, site = {}, embed = true }) {
  const files = await serve({ cors: true, ...site });
  const assets = files.url.replace('127.0.0.1', 'localhost');
  const host = await serveText((path) => {
    if (path === '/host.css') return ['text/css', style];
    if (path === '/host.js') return ['text/javascript', recorder + script];
    const tag = embed ? `<script src="${assets}/embed.js"></script>` : '';
    const content = typeof body === 'function' ? body(assets) : body;
    return ['text/html', `<!doctype html><html lang="en"><meta charset="utf-8"><title>Elsewhere</title>
      <link rel="stylesheet" href="/host.css"><script src="/host.js"></script>${tag}<body><main><h1>A page of somebody else</h1>
      <p>Some words before it.</p>${content}<p>Some words behind it.</p></main>`];
  }, policy(assets));
  return {
    assets,
    host: host.url,
    async close() {
      await host.close();
      await files.close();
    },
  };
}

/**
 * Visits a page of another origin, as `serveForeign` makes it; options that it does not know go to the browser's context.
 *
 * @param {(visit: { page, lab, assets: string, host: string, events: () => Promise<object[]>, problems: string[] }) => Promise<void>} act
 */
export async function visitForeign({ body, style, script, policy, site, embed, ...rest }, act) {
  const { assets, host, close } = await serveForeign({ body, style, script, policy, site, embed });
  try {
    await open({ url: host, origins: [host, assets], ...rest }, async (visit) => {
      const events = () => visit.page.evaluate(() => window.heard);
      await act({ ...visit, assets, host, events });
    });
  } finally {
    await close();
  }
}

// What a page can hear, recorded from the very beginning.
const recorder = `
window.heard = [];
for (const name of ['ready', 'run', 'result', 'fail']) {
  document.addEventListener('coldstart-' + name, (event) => {
    window.heard.push({ name, from: event.target.getAttribute('name') || event.target.localName, detail: event.detail });
  });
}
`;

async function serveText(answer, policy) {
  const server = createServer((request, response) => {
    const [type, text] = answer(new URL(request.url, 'http://host').pathname);
    response.setHeader('Content-Type', `${type}; charset=utf-8`);
    if (policy) response.setHeader('Content-Security-Policy', policy);
    response.end(text);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(resolve);
    }),
  };
}
