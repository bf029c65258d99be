// The parts that all labs of a page share: the page's program, the editor, the styles. Each is loaded once, when the first
// lab needs it.

import { compileFile } from './compiling.js';
import { addressOf, fetchFile, files, once } from './files.js';
import { nextTask } from './next-task.js';
import { Trouble, importTrouble, wasmTrouble } from './trouble.js';

/** The program of the page, compiled and ready to mount labs. */
export const loadPage = once(async () => {
  checkBrowser();
  const wasm = fetchFile(files.pageWasm);
  wasm.catch(() => {}); // Awaited below; until then a failure is not forgotten, only early.
  const [page, runViews] = await Promise.all([importFile(files.page), importFile(files.runViews)]);
  const response = await wasm;
  program = await page.default({ module_or_path: response })
    .catch((error) => wasmTrouble(error, files.pageWasm, response.headers.get('Content-Type')));
  runViews.provide(program.__indirect_function_table, loadRunViews);
  await nextTask(); // Starting the program and drawing the first lab would be one long task.
  return page;
});

let program = null;

/** Loads the second part of the program, which draws runs, and joins it to the first. */
export const loadRunViews = once(async () => {
  const second = await compileFile(files.runViewsWasm);
  await WebAssembly.instantiate(second, { __wasm_split: program });
});

export const loadEditor = once(async () => {
  const editor = await importFile(files.editor);
  await nextTask(); // Running its script and making the first editor would be one long task.
  return editor;
});

/** The styles of labs in a shadow root: one sheet for all of them, which no policy on styles can refuse. */
export const loadStyles = once(async () => {
  const response = await fetchFile(files.elementCss);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await response.text());
  return sheet;
});

async function importFile(name) {
  const address = addressOf(name);
  return import(address).catch((error) => importTrouble(error, address));
}

function checkBrowser() {
  const isNewEnough = typeof WebAssembly === 'object' && 'adoptedStyleSheets' in document
    && CSS.supports('color', 'light-dark(red, red)');
  if (isNewEnough) return;
  throw new Trouble('browser-too-old', 'this browser is too old for it', 'It takes Chrome 123, Firefox 120, Safari 17.5 or later.');
}
