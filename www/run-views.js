// Loads the second part of the page's program, which draws runs. The program calls this script by the name that the
// splitter gave it, and hears through its own table of functions what came of that.

let program = null;
let compile = null;
let loaded = null;

/**
 * @param {WebAssembly.Exports} exports the first part, which runs already
 * @param {() => Promise<WebAssembly.Module>} compileSecond brings the second part, compiled
 */
export function provide(exports, compileSecond) {
  program = exports;
  compile = compileSecond;
}

/** Called by the program: loads the second part, unless it is there, and calls back whether that went well. */
export async function __wasm_split_load_run_views(callback, data) {
  loaded ??= compile().then((module) => WebAssembly.instantiate(module, { __wasm_split: program }));
  const isThere = await loaded.then(() => true, (error) => {
    console.warn(`coldstart-lab: ${error.message}`);
    loaded = null;
    return false;
  });
  program.__indirect_function_table.get(callback)(data, isThere);
}
