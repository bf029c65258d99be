// The licence texts of the Rust packages that end in the two programs of the site, as cargo resolves them.

import { execFileSync } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const programs = ['app', 'worker'];
const target = 'wasm32-unknown-unknown';

// Of several licences to choose from the shortest text comes first.
const texts = [/^licen[cs]e[-_.]mit/i, /^(licen[cs]e|copying|unlicense)/i];

/** Makes an entry for each text: the packages under it, and the text. */
export async function crateLicences(root) {
  const cargo = (...words) => execFileSync('cargo', [...words, '--offline'], { cwd: root, encoding: 'utf8', maxBuffer: 1e9 });
  const { packages } = JSON.parse(cargo('metadata', '--format-version=1', `--filter-platform=${target}`));
  const shipped = new Set(programs.flatMap((program) =>
    cargo('tree', '--package', program, '--all-features', '--target', target, '--edges=normal,no-proc-macro', '--prefix=none', '--format={p}')
      .split('\n')
      .map((line) => line.split(' ').slice(0, 2).join(' '))));
  const byText = new Map();
  // What comes from no registry is our own.
  for (const one of packages.filter(({ name, version, source }) => source && shipped.has(`${name} v${version}`))) {
    const text = await licenceOf(one);
    byText.set(text, [...(byText.get(text) ?? []), `${one.name} ${one.version}`]);
  }
  return [...byText].map(([text, names]) => `${names.sort().join(', ')}\n\n${text}`).sort();
}

async function licenceOf({ manifest_path: manifest, license, authors, repository }) {
  const folder = dirname(manifest);
  const files = (await readdir(folder)).sort();
  const file = texts.map((pattern) => files.find((name) => pattern.test(name))).find(Boolean);
  if (file) return (await readFile(join(folder, file), 'utf8')).trim();
  // Some packages leave the text in their repository and only name it.
  return [`Under ${license}.`, authors.join(', '), repository].filter(Boolean).join('\n');
}
