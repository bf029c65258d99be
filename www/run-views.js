// The page's program asks here for its second part, which draws runs, by the name that the splitter gave this function. It
// hears through its own table of functions what came of that.

let table = null;
let load = null;

/**
 * @param {WebAssembly.Table} functions the program's
 * @param {() => Promise<void>} loadSecond loads the second part, once; after a failure it can be asked again
 */
export function provide(functions, loadSecond) {
  table = functions;
  load = loadSecond;
}

/** Called by the program. */
export async function __wasm_split_load_run_views(callback, data) {
  const isThere = await load().then(() => true, () => false);
  table.get(callback)(data, isThere);
}
