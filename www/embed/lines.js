// The lines below a lab: what failed, and which words of its author were not understood. One for each thing, taken back
// when it is mended. The text is always text.

/** Lines at the end of `parent`. */
export function linesIn(parent) {
  const find = (what) => [...parent.children].find((child) => child.className === 'lab-fault' && child.dataset.what === what);
  return {
    /** Shows a sentence; tells whether it is news. */
    show(what, sentence) {
      const line = find(what) ?? parent.appendChild(newLine(what));
      if (line.textContent === sentence) return false;
      line.textContent = sentence;
      return true;
    },
    clear(what) {
      find(what)?.remove();
    },
  };
}

function newLine(what) {
  const line = document.createElement('p');
  line.className = 'lab-fault';
  line.dataset.what = what;
  line.setAttribute('role', 'status');
  return line;
}
