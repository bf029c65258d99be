// The sentence that a reader gets when the machinery fails. One for each thing that can fail, taken back when a later
// try succeeds.

export function showFault(lab, what, error) {
  const line = find(lab, what) ?? lab.appendChild(newLine(what));
  const reason = String(error?.message ?? error).replace(/[.\s]+$/, '');
  line.textContent = `The ${what} could not start: ${reason}. The article and the code stay readable.`;
}

export function clearFault(lab, what) {
  find(lab, what)?.remove();
}

function find(lab, what) {
  return [...lab.children].find((child) => child.className === 'lab-fault' && child.dataset.what === what);
}

function newLine(what) {
  const line = document.createElement('p');
  line.className = 'lab-fault';
  line.dataset.what = what;
  line.setAttribute('role', 'status');
  return line;
}
