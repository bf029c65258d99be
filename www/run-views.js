// Makes the second part of the page's program, which draws runs, part of the first. The program calls this script by the
// name that the splitter gave it, and hears through its own table of functions what came of that.

let program = null;
let load = null;
let joined = null;

/**
 * @param {WebAssembly.Exports} exports the first part, which runs already
 * @param {() => Promise<WebAssembly.Module>} loadSecond brings the second part; after a failure it can be asked again
 */
export function provide(exports, loadSecond) {
  program = exports;
  load = loadSecond;
}

/** Called by the program: joins the second part, unless it has been, and calls back whether that went well. */
export async function __wasm_split_load_run_views(callback, data) {
  joined ??= load().then((module) => WebAssembly.instantiate(module, { __wasm_split: program }));
  const isThere = await joined.then(() => true, () => false);
  if (!isThere) joined = null;
  program.__indirect_function_table.get(callback)(data, isThere);
}
