// Failing code is a lesson, not a breakdown: the line is marked, the message stands below it, the visitor gets a 502.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit } from './browser.mjs';
import { thrower, unreadable } from './handlers.mjs';

async function expectMarked(lab, line, message) {
  assert.equal(await lab.code.getAttribute('aria-invalid'), 'true');
  const marked = lab.code.locator('.cm-line.cm-bad');
  assert.match(await marked.first().innerText(), line);
  const explanation = lab.code.locator('.cm-why').first();
  assert.ok(await explanation.isVisible());
  assert.match(await explanation.innerText(), message);
}

test('code that cannot be read is marked where it breaks off', () =>
  visit({}, async ({ lab }) => {
    await lab.open();
    await lab.typeCode(unreadable);
    await lab.send();
    assert.match(await lab.response(), /502/);
    await expectMarked(lab, /callback/, /SyntaxError/);
  }));

test('an error that is thrown is marked where it was thrown', () =>
  visit({}, async ({ lab }) => {
    await lab.open();
    await lab.typeCode(thrower);
    await lab.send();
    assert.match(await lab.response(), /502/);
    await expectMarked(lab, /throw new Error/, /no kites today/);
  }));

test('all of a text can be typed over, though its last line carries a message', () =>
  visit({}, async ({ lab }) => {
    await lab.open();
    await lab.typeCode('exports.myHandler = async () => { throw new Error("soon gone"); };');
    await lab.send();
    await lab.typeCode('exports.myHandler = async () => ({ statusCode: 200, body: "mended" });');
    await lab.send();
    assert.match(await lab.response(), /mended/);
  }));
