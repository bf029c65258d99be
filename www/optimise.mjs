// Makes a WebAssembly file smaller, in place: `node www/optimise.mjs FILE`. Called by the site build for the page's
// program in a release build only. The engine is left alone: there wasm-opt makes what travels larger.
// Results are kept by content, because optimising takes seconds and most builds change nothing.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// The newer parts of WebAssembly that Rust's compiler uses by default and that all promised browsers know.
const flags = [
  '-Oz',
  '--enable-bulk-memory',
  '--enable-multivalue',
  '--enable-mutable-globals',
  '--enable-nontrapping-float-to-int',
  '--enable-reference-types',
  '--enable-sign-ext',
];

const [wasm] = process.argv.slice(2);
if (!wasm) {
  console.error('Usage: node www/optimise.mjs FILE');
  process.exit(2);
}

const place = (path) => fileURLToPath(new URL(path, import.meta.url));
const optimiser = place('./node_modules/binaryen/bin/wasm-opt');
const { version } = JSON.parse(readFileSync(place('./node_modules/binaryen/package.json'), 'utf8'));
const cache = place('../target/wasm-opt/');

const bytes = readFileSync(wasm);
const key = createHash('sha256').update(`${version} ${flags.join(' ')} `).update(bytes).digest('hex');
const kept = join(cache, `${key}.wasm`);

if (!existsSync(kept)) {
  mkdirSync(cache, { recursive: true });
  // Under another name first: a run that is broken off must not leave half a file to be taken for a whole one.
  const unfinished = `${kept}.${process.pid}`;
  const { status, error } = spawnSync(process.execPath, [optimiser, ...flags, wasm, '-o', unfinished], { stdio: 'inherit' });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
  renameSync(unfinished, kept);
}

copyFileSync(kept, wasm);
console.log(`wasm-opt: ${bytes.length} bytes became ${statSync(wasm).size}`);
