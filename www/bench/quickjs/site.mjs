// Bundles the bare page into a folder that can be served.

import { copyFile, mkdtemp, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));

/** @returns {Promise<string>} the folder */
export async function bareSite(handler) {
  const folder = await mkdtemp(join(tmpdir(), 'coldstart-quickjs-'));
  await build({
    absWorkingDir: here,
    entryPoints: ['worker.js', 'page.js'],
    outdir: folder,
    bundle: true,
    minify: true,
    format: 'esm',
    conditions: ['browser'],
    logLevel: 'error',
  });
  const variant = dirname(createRequire(import.meta.url).resolve('@jitl/quickjs-wasmfile-release-sync'));
  await copyFile(join(variant, 'emscripten-module.wasm'), join(folder, 'emscripten-module.wasm'));
  const escaped = handler.replace(/[&<]/g, (letter) => `&#${letter.charCodeAt(0)};`);
  await writeFile(join(folder, 'index.html'), `<!doctype html><html lang="en"><meta charset="utf-8"><title>QuickJS</title>
    <link rel="icon" href="data:,"><pre>${escaped}</pre><button>Send request</button><output></output>
    <script type="module" src="page.js"></script>`);
  return folder;
}
