// What each published file weighs, as it is and on the wire: the budget is kept only while somebody sees the numbers.
// Usage: node www/sizes.mjs FOLDER

import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('Usage: node www/sizes.mjs FOLDER');
  process.exit(2);
}

const HARDEST_GZIP = { level: constants.Z_BEST_COMPRESSION };
const HARDEST_BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };

/** Weighs one file: bytes as they are, with gzip and with brotli. */
async function weigh(path) {
  const bytes = await readFile(path);
  const [zipped, brotli] = await Promise.all([
    promisify(gzip)(bytes, HARDEST_GZIP),
    promisify(brotliCompress)(bytes, HARDEST_BROTLI),
  ]);
  const name = relative(folder, path).split(sep).join('/');
  return { name, raw: bytes.length, gzip: zipped.length, brotli: brotli.length };
}

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(12);
const line = ({ name, raw, gzip, brotli }) => `${name.padEnd(width)}${kilobytes(raw)}${kilobytes(gzip)}${kilobytes(brotli)}`;

const entries = await readdir(folder, { recursive: true, withFileTypes: true });
const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
const weights = await Promise.all(files.map(weigh));
weights.sort((one, other) => other.raw - one.raw || one.name.localeCompare(other.name));

const sum = (column) => weights.reduce((total, weight) => total + weight[column], 0);
const total = { name: 'all files', raw: sum('raw'), gzip: sum('gzip'), brotli: sum('brotli') };
const width = Math.max(...[...weights, total].map(({ name }) => name.length));

console.log(`${''.padEnd(width)}${'as it is'.padStart(12)}${'gzip 9'.padStart(12)}${'brotli 11'.padStart(12)}`);
for (const weight of [...weights, total]) console.log(line(weight));
