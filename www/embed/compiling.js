// Compiles our WebAssembly, from whatever host it comes.

import { fetchFile } from './files.js';
import { wasmTrouble } from './trouble.js';

/** Fetches and compiles a file. */
export async function compileFile(name) {
  const response = await fetchFile(name);
  const type = response.headers.get('Content-Type') ?? '';
  // Compiling while it arrives works with the right type only, and not every host of static files sends it.
  const compiled = type.startsWith('application/wasm')
    ? WebAssembly.compileStreaming(response)
    : response.arrayBuffer().then((bytes) => WebAssembly.compile(bytes));
  return compiled.catch((error) => wasmTrouble(error, name, type));
}
