// The heart of it: change the code, send a request, see what your own code made of it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit } from './browser.mjs';

const code = `exports.myHandler = function (event, context, callback) {
  console.log('a line of my own');
  callback(null, { statusCode: 201, body: 'flying high' });
};`;

test('a first visit shows the kite handler and a request for red kites', () =>
  visit({}, async ({ lab }) => {
    await lab.open();
    const text = await lab.codeText();
    assert.match(text, /exports\.myHandler/);
    assert.match(text, /kites/);
    assert.equal(await lab.field('combobox', 'Method').inputValue(), 'GET');
    assert.equal(await lab.field('textbox', 'Path').inputValue(), '/kites');
    assert.equal(await lab.field('textbox', 'Query string').inputValue(), 'colour=red');
    assert.equal(await lab.answered(), 0);
  }));

test('changed code answers, and everything about the request can be seen', () =>
  visit({}, async ({ lab }) => {
    await lab.open();
    const billBefore = await lab.bill();
    assert.match(billBefore['Function cost'], /^\$0\.00/);

    await lab.typeCode(code);
    await lab.field('combobox', 'Method').selectOption('POST');
    await lab.field('textbox', 'Path').fill('/kites/new');
    await lab.openForm();
    await lab.field('textbox', 'Body').fill('a tail of ribbons');
    await lab.send();

    const response = await lab.response();
    assert.match(response, /201/);
    assert.match(response, /flying high/);
    assert.match(await lab.log(), /a line of my own/);
    const event = await lab.event();
    for (const part of ['POST', '/kites/new', 'a tail of ribbons']) assert.ok(event.includes(part), `${part} in ${event}`);

    const rows = await lab.invocations();
    assert.equal(rows.length, 1);
    assert.ok(rows[0].Container, JSON.stringify(rows[0]));

    const bill = await lab.bill();
    assert.equal(bill.Invocations, '1');
    assert.notEqual(bill['Function cost'], billBefore['Function cost']);
    assert.doesNotMatch(bill['Function cost'], /^\$0\.00/);
  }));
