// embed.d.ts says to TypeScript what embed.js does: a program that uses it well compiles, and each line that does not is
// an error.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import typescript from 'typescript';
import { dist } from './server.mjs';

const program = fileURLToPath(new URL('./types.ts', import.meta.url));

test('a program that uses the types compiles, and its wrong lines do not', () => {
  const compiled = typescript.createProgram([program, join(dist, 'embed.d.ts')], {
    strict: true,
    noEmit: true,
    target: typescript.ScriptTarget.ES2022,
    module: typescript.ModuleKind.ES2022,
    moduleResolution: typescript.ModuleResolutionKind.Bundler,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
  });
  const complaints = typescript.getPreEmitDiagnostics(compiled).map(({ file, start, messageText }) => {
    const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    return `${file?.fileName}:${line}: ${typescript.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
  assert.deepEqual(complaints, []);
});
