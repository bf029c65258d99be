// A static file server for the browser tests: the built site at the root and below a sub-path, as a documentation site
// would carry it, with or without the one Content-Security-Policy that we promise to need.

import { createServer } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where Trunk leaves the site. */
export const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

/** The sub-path below which every file is served a second time. */
export const subPath = '/docs/play/';

const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
].join('; ');

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
};

/**
 * Starts on a free port.
 *
 * @param {{ root?: string, policy?: boolean, cors?: boolean, answer?: (path: string) => object | undefined }} [options]
 *   `policy` sends the header with every answer, `cors` lets pages of other origins read the files, `answer` may give
 *   another `{ status, type, body }` for a path.
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve({ root = dist, policy: withPolicy = false, cors = false, answer } = {}) {
  const server = createServer(async (request, response) => {
    if (cors) response.setHeader('Access-Control-Allow-Origin', '*');
    const path = decodeURIComponent(new URL(request.url, 'http://host').pathname);
    // In a sandboxed frame a worker comes from a blob.
    if (withPolicy) response.setHeader('Content-Security-Policy', path.endsWith('/lab.html') ? `${policy} blob:` : policy);
    const other = answer?.(path);
    if (other?.status) {
      response.writeHead(other.status, { 'Content-Type': other.type ?? 'text/html' }).end(other.body ?? 'not what was asked for');
      return;
    }
    const below = path.startsWith(subPath) ? path.slice(subPath.length - 1) : path;
    try {
      const file = await findFile(join(root, normalize(below)));
      response.setHeader('Content-Type', other?.type ?? types[extname(file)] ?? 'application/octet-stream');
      response.end(await readFile(file));
    } catch {
      response.statusCode = 404;
      response.setHeader('Content-Type', 'text/plain');
      response.end('not here');
    }
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

async function findFile(path) {
  const isFolder = (await stat(path)).isDirectory();
  return isFolder ? join(path, 'index.html') : path;
}
