// Compiled by types.test.mjs, never run. Each line below `@ts-expect-error` has to be one.

import type { ColdstartFailCode, ColdstartLabAttributes } from '../embed';

const lab = document.querySelector('coldstart-lab');
if (!lab) throw new Error('no lab');

lab.shadowRoot.querySelector('button');
lab.addEventListener('coldstart-ready', (event) => {
  const version: 1 = event.detail.v;
  void version;
});
lab.addEventListener('coldstart-run', (event) => {
  if (event.detail.requests > 10) event.preventDefault();
});
document.addEventListener('coldstart-result', ({ detail }) => {
  const sum: number = detail.requests + detail.coldStarts + detail.throttled + detail.failed + detail.billedMs;
  const status: number | null = detail.status;
  void [sum, status];
});
window.addEventListener('coldstart-fail', ({ detail, target }) => {
  const code: ColdstartFailCode = detail.code;
  if (code === 'worker-blocked') console.log(detail.what, detail.message, detail.next, target);
});
document.createElement('coldstart-lab').setAttribute('memory', '256');

const attributes: ColdstartLabAttributes = { handler: 'index.handler', memory: 256, tariff: 'aws-2016-12', theme: 'dark', loading: 'click', readonly: true };
void attributes;

// @ts-expect-error there is no such theme
const pink: ColdstartLabAttributes = { theme: 'pink' };
// @ts-expect-error there is no such attribute
const unknown: ColdstartLabAttributes = { colour: 'red' };
void [pink, unknown];

lab.addEventListener('coldstart-result', ({ detail }) => {
  // @ts-expect-error the status may be missing
  const status: number = detail.status;
  // @ts-expect-error details are only read
  detail.requests = 7;
  // @ts-expect-error there is no such number
  void [status, detail.price];
});
lab.addEventListener('coldstart-ready', ({ detail }) => {
  // @ts-expect-error that belongs to another event
  void detail.code;
});
