// The script of lab.html, the page for frames: its query says what attributes say elsewhere, and it tells the page around
// it how high it is.

const attributes = ['handler', 'memory', 'tariff', 'request', 'readonly', 'name', 'theme', 'loading'];

const query = new URLSearchParams(location.search);
const lab = document.querySelector('coldstart-lab');
for (const name of attributes) {
  if (query.has(name)) lab.setAttribute(name, query.get(name));
}
// `readonly` is there or not; in an address it can be said both ways.
if (query.get('readonly') === 'false') lab.removeAttribute('readonly');

let told = 0;

// Whom it tells is not known here, and a height is no secret.
function tellHeight() {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  if (Math.abs(height - told) < 2) return;
  told = height;
  parent.postMessage({ kind: 'coldstart-height', v: 1, height }, '*');
}

if (parent !== self) new ResizeObserver(tellHeight).observe(document.documentElement);
