// Why something could not be loaded, as far as a page can find out: a code that stays the same for ever, a reason for the
// reader, and the next step for whoever runs the site.

/** A failure of the machinery. `next` is what the owner of the site can do about it. */
export class Trouble extends Error {
  constructor(code, message, next) {
    super(message);
    this.code = code;
    this.next = next;
  }
}

// Browsers tell a script no more than "failed", but they tell the document which rule of its policy was the cause.
const refusals = [];
document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, disposition }) => {
  if (disposition === 'enforce' && refusals.length < 100) refusals.push({ directive: effectiveDirective, blocked: blockedURI });
});

/** A trouble if the policy of the page refused what `matches`; waits for the report, which comes after the failure. */
export async function refusal(matches, trouble) {
  for (let tries = 0; tries < 3; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    const found = refusals.find(matches);
    if (found) throw trouble(found);
  }
}

function policyTrouble({ directive }, addition) {
  return new Trouble(
    'blocked-by-policy',
    `the Content-Security-Policy of this page does not allow it (${directive})`,
    `Add ${addition} to ${directive} in the Content-Security-Policy of this page.`,
  );
}

/** Throws the trouble behind a fetch that brought no answer. */
export async function networkTrouble(error, address) {
  const { origin } = new URL(address);
  await refusal(({ blocked }) => isSame(blocked, address), (found) => policyTrouble(found, origin));
  throw new Trouble(
    'unreachable',
    `${nameOf(address)} did not arrive`,
    `Check that ${origin} can be reached and sends Access-Control-Allow-Origin: *.`,
  );
}

/** Throws the trouble behind a module that could not be imported. */
export async function importTrouble(error, address) {
  await refusal(({ blocked }) => isSame(blocked, address), (found) => policyTrouble(found, new URL(address).origin));
  const response = await fetch(address).catch((failure) => networkTrouble(failure, address));
  const name = nameOf(address);
  if (!response.ok) {
    throw new Trouble('file-missing', `the server answered ${response.status} for ${name}`, 'Upload all files of dist, side by side with embed.js.');
  }
  const type = response.headers.get('Content-Type') ?? 'no type at all';
  if (!/\b(java|ecma)script\b/.test(type)) {
    throw new Trouble('wrong-type', `the server calls ${name} ${type}`, 'Have the server send files that end in .js as text/javascript.');
  }
  throw new Trouble('broken-file', `${name} cannot be run (${wordsOf(error)})`, 'Upload all files of dist again, as they are.');
}

/** Throws the trouble behind WebAssembly that could not be compiled. */
export async function wasmTrouble(error, name, type) {
  const isPolicy = /policy|CSP|unsafe-eval|call to WebAssembly/i.test(wordsOf(error)) && !/magic|byte/i.test(wordsOf(error));
  const refused = () => new Trouble(
    'wasm-blocked',
    "the Content-Security-Policy of this page does not allow WebAssembly (script-src)",
    "Add 'wasm-unsafe-eval' to script-src in the Content-Security-Policy of this page.",
  );
  if (isPolicy) throw refused();
  await refusal(({ blocked }) => blocked === 'wasm-eval', refused);
  const said = type && !type.startsWith('application/wasm') ? `, which the server calls ${type}` : '';
  throw new Trouble('broken-file', `${name}${said} cannot be compiled (${wordsOf(error)})`, 'Upload all files of dist again, as they are.');
}

/** The trouble behind a worker whose first script did not run. */
export async function workerTrouble(error) {
  const refused = ({ directive }) => new Trouble(
    'worker-blocked',
    `the Content-Security-Policy of this page does not allow its worker (${directive})`,
    'Add blob: to worker-src in the Content-Security-Policy of this page; browsers start no worker from another origin.',
  );
  await refusal(({ directive, blocked }) => blocked.startsWith('blob') || /^(worker|child)-src/.test(directive), refused);
  throw new Trouble('worker-failed', `its worker could not start (${wordsOf(error)})`, 'Upload all files of dist, side by side with embed.js.');
}

// What is reported of another origin's address may be cut down to the origin.
function isSame(blocked, address) {
  return blocked === address || blocked === new URL(address).origin;
}

function nameOf(address) {
  return new URL(address).pathname.split('/').pop();
}

/** What was thrown, in words and without a full stop. */
export function wordsOf(error) {
  return String(error?.message || error || 'no reason is known').split('\n')[0].replace(/[.\s]+$/, '');
}
