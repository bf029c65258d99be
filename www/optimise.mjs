// Makes files smaller, in place: `node www/optimise.mjs FILE…`. Scripts lose their spaces and long names, and so does the
// WebAssembly beside them (`X_bg.wasm` of `X.js`); WebAssembly that is named goes through wasm-opt. Called by the site build in a release build only, for the page's program and for what wasm-bindgen
// wrote around it and around the engine. The engine itself is left alone: there wasm-opt makes what travels larger.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { shortenNames } from './short-names.mjs';

// The newer parts of WebAssembly that Rust's compiler uses by default and that all promised browsers know.
const flags = [
  '--enable-bulk-memory',
  '--enable-multivalue',
  '--enable-mutable-globals',
  '--enable-nontrapping-float-to-int',
  '--enable-reference-types',
  '--enable-sign-ext',
  // No address below 1,024 is used: there lies the far end of the stack.
  '--low-memory-unused',
  // Written anew from a flat form, and made small twice: 1.5 kB less travels than after `-Oz` alone.
  '--flatten',
  '--rereloop',
  '-Oz',
  '-Oz',
];

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('Usage: node www/optimise.mjs FILE…');
  process.exit(2);
}

for (const file of files) {
  const before = statSync(file).size;
  if (file.endsWith('.wasm')) optimise(file);
  else minify(file);
  console.log(`${basename(file)}: ${before} bytes became ${statSync(file).size}`);
}

// Names at the top stay: the worker's script is one that others find by its name.
function minify(script) {
  const program = script.replace(/\.js$/, '_bg.wasm');
  const short = shortenNames(readFileSync(script, 'utf8'), readFileSync(program));
  writeFileSync(script, short.script);
  writeFileSync(program, short.wasm);
}

// Results are kept by content, because optimising takes seconds and most builds change nothing.
function optimise(wasm) {
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
}
