// The hostile programs that the command line is tested with, made ready for a lab. How a file is read is told in
// src/cli/tests/hostile.rs.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../src/cli/cases/hostile/', import.meta.url));

// Put behind a program: a request for `/fine` is answered in place of the hostile handler. By a text: an object could have
// a hostile prototype.
const beside = `
;{ const hostile = exports.handler; if (typeof hostile === 'function') exports.handler = function (event, context, callback) {
  if (event.path !== '/fine') return hostile.call(this, event, context, callback);
  callback(null, globalThis.survived ? 'survived' : 'fine'); }; }`;

/** @returns {{ name: string, endings: string[], nextWorks: boolean, source: string }[]} */
export function hostileCorpus() {
  return readdirSync(folder).sort().flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    return text.split('\n//# ').slice(1).map((block) => {
      const [head, ...source] = block.split('\n');
      const [name, rest] = head.split(' -> ');
      const [endings, then = 'fine'] = rest.split(', then ');
      return {
        name: `${file}/${name}`,
        endings: endings.split('|'),
        nextWorks: then !== 'any',
        source: source.join('\n').trim() + beside,
      };
    });
  });
}

/** Whether an invocation ended as the program's row says; `outcome` is what the worker tells. */
export function endsAsSaid({ endings }, outcome) {
  const kind = endingOf(outcome);
  const type = outcome.error?.errorType ?? outcome.timeout?.errorType ?? '';
  return endings.some((ending) => {
    const [wanted, wantedType = type] = ending.split(' ');
    return (wanted === kind || (wanted === 'error' && ['memory', 'overflow'].includes(kind))) && wantedType === type;
  });
}

/** What the rows call it. */
export function endingOf(outcome) {
  if ('success' in outcome) return 'success';
  if (outcome.timeout) return 'timeout';
  const message = outcome.error?.errorMessage ?? '';
  if (message.includes('signal: killed')) return 'memory';
  if (message.includes('Maximum call stack size exceeded')) return 'overflow';
  return 'error';
}
