// Before a lab is alive its place shows a still of it, which looks the same and can be clicked. What an impatient reader
// does there is noted and done again on the living lab, by the names that the controls keep.

const fields = 'textarea, select, input:not([type=checkbox], [type=radio])';

/** Starts to note; `handOver` repeats everything on the lab that has taken the still's place. */
export function watchStill(lab) {
  const written = new Map(); // From a field's kind and name to what was written into it.
  let early = []; // The same for what was written before.
  let pressed = null; // Only the last button: two presses of one that seemed dead mean one.
  let focused = null;

  const onInput = ({ target }) => {
    if (target.matches(fields)) written.set(keyOf(target), target.value);
  };
  const onClick = (event) => {
    const button = event.target.closest('button');
    if (!button) return;
    event.preventDefault();
    pressed = keyOf(button);
  };
  lab.addEventListener('input', onInput);
  lab.addEventListener('click', onClick);

  const stop = () => {
    lab.removeEventListener('input', onInput);
    lab.removeEventListener('click', onClick);
  };

  return {
    stop,
    /** To be called right before the still goes: the focus goes with it, and what was written before anybody noted. */
    noteLast() {
      const unheard = [...lab.querySelectorAll(fields)].filter((field) => !written.has(keyOf(field)) && isChanged(field));
      early = unheard.map((field) => [keyOf(field), field.value]);
      const active = lab.getRootNode().activeElement;
      focused = active && lab.contains(active) ? keyOf(active) : null;
    },
    handOver() {
      stop();
      for (const [key, value] of [...early, ...written]) {
        const field = find(lab, key);
        if (field) write(field, value);
      }
      const { activeElement } = lab.getRootNode();
      const focusWasLost = !activeElement || activeElement === document.body;
      if (focused && focusWasLost) find(lab, focused)?.focus({ preventScroll: true });
      if (pressed) find(lab, pressed)?.click();
    },
  };
}

function write(field, value) {
  field.value = value;
  for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true, composed: true }));
}

// Whether a field holds something else than it was made with.
function isChanged(field) {
  if (field.localName !== 'select') return field.value !== field.defaultValue;
  const first = [...field.options].find((option) => option.defaultSelected) ?? field.options[0];
  return field.value !== first?.value;
}

function find(lab, key) {
  return [...lab.querySelectorAll('button, input, select, textarea, [role], [tabindex]')].find((one) => keyOf(one) === key);
}

function keyOf(element) {
  return `${element.localName} ${nameOf(element)}`;
}

// As much of the rules for accessible names as our own controls use: a given name, a label, or the text that is not
// hidden from assistive technology.
function nameOf(element) {
  const name = element.getAttribute('aria-label') ?? textOf(element.labels?.[0] ?? element);
  return name.replace(/\s+/g, ' ').trim();
}

function textOf(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute('aria-hidden') === 'true') return '';
  return [...node.childNodes].map(textOf).join('');
}
