// The documents of `coldstart invoke` that the engine's own tests are made of: the contract's cases, and the scripts
// whose output Node.js decided. How a file is read is told in src/engine/tests.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const engine = fileURLToPath(new URL('../../src/engine/', import.meta.url));

const scripts = (folder) => readdirSync(join(engine, folder))
  .filter((name) => name.endsWith('.js'))
  .sort()
  .map((name) => ({ name, text: readFileSync(join(engine, folder, name), 'utf8') }));

/** @returns {{ name: string, document: string }[]} */
export function contractCorpus() {
  const cases = scripts('cases').flatMap(({ name, text }) => {
    if (!text.startsWith('//= ')) return [caseOf(name, text)];
    return text.split('//= ').slice(1).map((part) => {
      const end = part.indexOf('\n');
      return caseOf(`${name}: ${part.slice(0, end)}`, part.slice(end + 1));
    });
  });
  return [...cases, ...scripts('tests/node').map(({ name, text }) => printer(name, text))];
}

// Put together as text: an event may hold numbers and half characters that would not survive being read here.
function caseOf(name, source) {
  const marked = source.split('\n').filter((line) => line.startsWith('//: ')).map((line) => line.slice(4));
  const members = marked.find((line) => line.startsWith('document '))?.slice(9).trim() ?? '{}';
  const expectations = marked.filter((line) => line.startsWith('expect ')).length;
  const parts = [`"source":${JSON.stringify(source)}`];
  if (!members.includes('"invocations"')) parts.push(`"invocations":[${Array(expectations).fill('{"event":{}}')}]`);
  const inner = members.slice(1, -1).trim();
  if (inner) parts.push(inner);
  return { name, document: `{${parts}}` };
}

function printer(name, script) {
  const source = `exports.handler = (event, context, callback) => { callback(null);\n${script}\n};`;
  const settings = { memoryMb: 1536, timeoutMs: 60_000 };
  return { name, document: JSON.stringify({ source, settings, invocations: [{ event: {} }] }) };
}
