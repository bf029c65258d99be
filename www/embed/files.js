// Where everything else lies: names from the build, addresses from this script's own.

import { Trouble, networkTrouble } from './trouble.js';

// The site build puts a JSON object in place of this word, when all names are known.
export const files = __COLDSTART_FILES__;

const base = document.currentScript.src;

export function addressOf(name) {
  return new URL(name, base).href;
}

/** Where the files come from, as a Content-Security-Policy names it. */
export const origin = new URL(base).origin;

/** Fetches one of our files; a page that answers "not found" is a failure and not a file. */
export async function fetchFile(name) {
  const address = addressOf(name);
  const response = await fetch(address).catch((error) => networkTrouble(error, address));
  if (response.ok) return response;
  throw new Trouble('file-missing', `the server answered ${response.status} for ${name}`, 'Upload all files of dist, side by side with embed.js.');
}

/** Makes a start that happens once, however often it is asked for; after a failure the next one tries again. */
export function once(start) {
  let started = null;
  return () => {
    started ??= start().catch((error) => {
      started = null;
      throw error;
    });
    return started;
  };
}
