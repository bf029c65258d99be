// Trunk's hook for everything that is not Rust: bundles the editor, the styles and the small scripts into the folder
// where Trunk gathers the site, and leaves the names with hashes in `assets.json` for the site build, which runs later.

import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages } from './build/packages.mjs';
import { licencesOf } from './build/licences.mjs';

const www = fileURLToPath(new URL('.', import.meta.url));
const staging = process.env.TRUNK_STAGING_DIR;
const release = process.env.TRUNK_PROFILE === 'release';

// The oldest browsers that the article promises; light-dark() in the styles is what sets the limit.
const browsers = ['chrome123', 'firefox120', 'safari17.5'];

if (!staging) throw new Error('TRUNK_STAGING_DIR is not set: start this through `trunk build`');

installPackages(www);
// Only now, since it may not have been there before.
const { build } = await import('esbuild');

const common = {
  absWorkingDir: www,
  outdir: staging,
  bundle: true,
  minify: release,
  target: browsers,
  metafile: true,
  logLevel: 'warning',
  entryNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
};

await mkdir(staging, { recursive: true });
const [editor, runViews, workerBoot, frame, styles] = await Promise.all([
  build({ ...common, entryPoints: ['editor.js'], format: 'esm' }),
  build({ ...common, entryPoints: ['run-views.js'], format: 'esm' }),
  build({ ...common, entryPoints: ['worker-boot.js'], format: 'iife' }),
  build({ ...common, entryPoints: ['frame.js'], format: 'iife' }),
  build({ ...common, entryPoints: ['styles/page.css', 'styles/lab.css', 'styles/element.css', 'styles/frame.css'], loader: { '.woff2': 'file', '.svg': 'file' } }),
  // Its name is in other people's pages, so it has no hash. Older language than the rest: in a browser too old for the
  // lab it still has to be able to say so.
  build({ ...common, entryPoints: ['embed.js'], format: 'iife', target: 'es2020', entryNames: '[name]' }),
]);

await copyFile(join(www, 'embed.d.ts'), join(staging, 'embed.d.ts'));
await checkPlaceholder();
await writeFile(join(staging, 'licences.txt'), await licencesOf([editor, styles], www));
await writeFile(join(staging, 'assets.json'), JSON.stringify({
  editor: nameOf(editor, 'editor.js'),
  runViews: nameOf(runViews, 'run-views.js'),
  workerBoot: nameOf(workerBoot, 'worker-boot.js'),
  pageCss: nameOf(styles, 'styles/page.css'),
  labCss: nameOf(styles, 'styles/lab.css'),
  elementCss: nameOf(styles, 'styles/element.css'),
  frame: nameOf(frame, 'frame.js'),
  frameCss: nameOf(styles, 'styles/frame.css'),
  licences: 'licences.txt',
}, null, 2));

function nameOf({ metafile }, entryPoint) {
  const [path] = Object.entries(metafile.outputs).find(([, output]) => output.entryPoint === entryPoint);
  return basename(path);
}

// The site build replaces exactly one word; a minifier that doubled or renamed it would leave embed.js without files.
async function checkPlaceholder() {
  const text = await readFile(join(staging, 'embed.js'), 'utf8');
  const found = text.split('__COLDSTART_FILES__').length - 1;
  if (found !== 1) throw new Error(`embed.js must name __COLDSTART_FILES__ once, and does so ${found} times`);
}
