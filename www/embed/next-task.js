// Long work in pieces: between two tasks the browser can draw and answer the reader.

/** Resolves in a task of its own. */
export function nextTask() {
  return new Promise((resolve) => setTimeout(resolve));
}
