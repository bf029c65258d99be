// The iframe page, lab.html, says how high it is; here the frame around it follows. Anybody may send messages to a page, so
// what is taken is a number, from a frame of this page that shows our lab.html.

import { addressOf, origin as ours } from './files.js';

const highest = 20_000;

/** Lets every frame with our lab be as high as the lab in it. */
export function fitFrames() {
  self.addEventListener('message', ({ data, source, origin }) => {
    const height = heightIn(data);
    // A sandboxed frame has no origin that could be named.
    if (height === null || !source || ![ours, 'null'].includes(origin)) return;
    const frame = [...document.querySelectorAll('iframe')].find(({ contentWindow }) => contentWindow === source);
    if (frame && showsLab(frame)) fit(frame, height);
  });
}

function heightIn(data) {
  if (typeof data !== 'object' || data === null || data.kind !== 'coldstart-height' || data.v !== 1) return null;
  const { height } = data;
  return Number.isInteger(height) && height > 0 && height <= highest ? height : null;
}

// What the frame shows, as far as this page has said so: after a navigation of its own a frame keeps its attribute, and a
// page that takes our place there could only choose a height.
function showsLab(frame) {
  return frame.src.split(/[?#]/)[0] === addressOf('lab.html');
}

function fit(frame, height) {
  const { boxSizing } = getComputedStyle(frame);
  const edges = boxSizing === 'border-box' ? frame.offsetHeight - frame.clientHeight : 0;
  frame.style.height = `${height + edges}px`;
}
