// The licence texts of other people's work that is shipped with the site: MIT and the Open Font License both ask for
// them to go along. Which packages those are is read from what was really bundled and compiled.

import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { crateLicences } from './crate-licences.mjs';

const packageFolder = /^(?:.*\/)?(node_modules\/(?:@[^/]+\/)?[^/]+)\//;

/** Makes one text from the results of esbuild. */
export async function licencesOf(results, www) {
  const inputs = results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const folders = new Set(inputs.map((input) => packageFolder.exec(input)?.[1]).filter(Boolean));
  const parts = await Promise.all([...folders].sort().map((folder) => licenceOf(join(www, folder))));
  parts.push(...(await crateLicences(join(www, '..'))));
  return `${parts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

async function licenceOf(folder) {
  const { name, version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file) throw new Error(`${name} is shipped and comes without the text of its licence`);
  const text = await readFile(join(folder, file), 'utf8');
  return `${name} ${version}\n\n${text.trim()}`;
}
