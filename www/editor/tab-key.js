// Who owns the Tab key. A reader who walks through the page with Tab must get through the editor as through any other
// field; a reader who writes code expects Tab to indent. So Tab moves on until something has been typed, indents from
// then on, and Escape or a switch gives it back to the page.

import { Prec } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { indentLess, indentMore } from '@codemirror/commands';

const modifiers = ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph'];
const onMac = /Mac|iP(hone|ad|od)/.test(navigator.platform);
const toggleName = onMac ? 'Shift+Option+M' : 'Ctrl+M';

/** `say` gets the sentence that tells the reader how to leave, whenever it changes. */
export function tabKey({ isReadOnly, say }) {
  let untouched = true; // Arrived with the keyboard and has typed nothing yet.
  let escaped = false; // The last key was Escape.
  let switched = false; // The reader gave Tab to the page for good.
  let pointerDown = false; // The focus that follows comes from a click or a tap.
  let windowLost = false; // The focus that follows comes back from another window.

  const leaves = () => isReadOnly() || switched || escaped || untouched;
  const tell = () => {
    if (switched) say(`Tab leaves the editor, ${toggleName} changes that`);
    else if (escaped) say('Tab leaves the editor now');
    else say('Esc, then Tab leaves the editor');
  };
  const change = (write) => {
    write();
    tell();
  };
  tell();

  const keys = keymap.of([
    {
      key: 'Tab',
      // `false` lets the browser move the focus, as in every other field.
      run: (view) => (leaves() ? false : indentMore(view)),
      shift: (view) => (leaves() ? false : indentLess(view)),
    },
    {
      key: 'Ctrl-m',
      mac: 'Shift-Alt-m',
      run() {
        change(() => {
          switched = !switched;
          untouched = false;
          escaped = false;
        });
        return true;
      },
    },
  ]);

  const watch = EditorView.domEventObservers({
    pointerdown() {
      pointerDown = true;
      change(() => { escaped = false; });
    },
    focus(event, view) {
      const cameFromInside = view.dom.contains(event.relatedTarget);
      if (!windowLost && !cameFromInside) untouched = !pointerDown;
      pointerDown = false;
      windowLost = false;
    },
    blur(event, view) {
      // When the whole window loses the focus, the field stays the active one in it.
      windowLost = view.root.activeElement === view.contentDOM;
      pointerDown = false;
      if (!windowLost) change(() => { escaped = false; });
    },
    keydown(event) {
      if (event.isComposing) return;
      if (event.key === 'Escape') change(() => { escaped = true; });
      else if (escaped && event.key !== 'Tab' && !modifiers.includes(event.key)) change(() => { escaped = false; });
    },
  });

  const typed = EditorView.updateListener.of((update) => {
    if (update.docChanged && update.view.hasFocus) change(() => { untouched = false; });
  });

  return { extension: [Prec.highest([keys, watch]), typed] };
}
