// The code editor of a lab: CodeMirror 6 behind one small door, so that the page (written in Rust) has to know a
// handful of plain functions and nothing of CodeMirror. Loaded late, once per page, by embed.js.

import { Annotation, Compartment, EditorState } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { defaultKeymap, history, historyField, historyKeymap, isolateHistory, undo } from '@codemirror/commands';
import { bracketMatching, indentOnInput, indentUnit, LanguageSupport } from '@codemirror/language';
import { javascriptLanguage } from '@codemirror/lang-javascript';
import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { search, searchKeymap } from '@codemirror/search';
import { appearance } from './editor/appearance.js';
import { errorsField, setErrors, revealFirstError } from './editor/errors.js';
import { frameFor } from './editor/frame.js';
import { keepKeysInside } from './editor/host-keys.js';
import { plainTyping } from './editor/plain-typing.js';
import { runKey } from './editor/run-key.js';
import { tabKey } from './editor/tab-key.js';

// Marks text that the page wrote. The page knows that text already; telling it again would send the two in circles.
const writtenByPage = Annotation.define();

// CodeMirror's words for its search, where ours are plainer.
const phrases = {
  next: 'Next',
  previous: 'Previous',
  all: 'Select all',
  regexp: 'regular expression',
  'by word': 'whole words',
  replace: 'Replace',
  'replace all': 'Replace all',
  close: 'Close',
};

/**
 * Puts an editor into `parent`, which must be empty and must not set its own `display`.
 *
 * @param {HTMLElement} parent
 * @param {{ text: string, saved?: string, label: string, readOnly?: boolean, onEdit?: (text: string) => void, onRun?: () => void }} options
 */
export function create(parent, { text, saved = '', label, readOnly = false, onEdit, onRun }) {
  const frame = frameFor(parent);
  const letGoOfKeys = keepKeysInside(parent);
  const changeable = new Compartment();
  let isReadOnly = readOnly;
  const tab = tabKey({ isReadOnly: () => isReadOnly, say: frame.say });

  const extensions = [
    runKey(onRun),
    tab.extension,
    lineNumbers(),
    history(),
    indentUnit.of('  '),
    EditorState.tabSize.of(2),
    // The bare language: the package's ready-made support would bring completion, of which the lab has none.
    new LanguageSupport(javascriptLanguage),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    plainTyping,
    search({ top: true }),
    EditorState.phrases.of(phrases),
    keymap.of([...closeBracketsKeymap, ...searchKeymap, ...historyKeymap, ...defaultKeymap]),
    appearance,
    errorsField,
    changeable.of(EditorState.readOnly.of(readOnly)),
    EditorView.contentAttributes.compute([errorsField, EditorState.readOnly], (state) =>
      contentAttributes(label, state.readOnly, state.field(errorsField))),
    EditorView.updateListener.of((update) => {
      if (!update.docChanged) return;
      if (update.transactions.some((transaction) => transaction.annotation(writtenByPage))) return;
      onEdit?.(update.state.doc.toString());
    }),
  ];

  const view = new EditorView({
    // Naming the root makes CodeMirror adopt its style sheets there, which `style-src 'self'` allows; in the document
    // itself it would write <style> elements, which it forbids.
    root: frame.root,
    state: firstState(text, saved, extensions),
  });
  frame.hold(view.dom);
  // CodeMirror measures nothing outside the window, and a lab is made before it is scrolled there: its line numbers
  // would jump into place under the reader's eyes. Restoring the position it has anyway makes it measure now.
  view.dispatch({ effects: view.scrollSnapshot() });

  return {
    /** Replaces the whole text as one step that the reader can undo. */
    setText(newText) {
      if (newText === view.state.doc.toString()) return;
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: newText },
        annotations: [writtenByPage.of(true), isolateHistory.of('full')],
      });
    },
    /** Lets the reader change the text, or only read it. */
    setReadOnly(newValue) {
      if (newValue === isReadOnly) return;
      isReadOnly = newValue;
      view.dispatch({ effects: changeable.reconfigure(EditorState.readOnly.of(newValue)) });
    },
    /** Marks lines and writes each message under its line; replaces what was marked before. */
    showErrors(errors) {
      view.dispatch({ effects: setErrors.of(errors) });
      revealFirstError(view);
    },
    clearErrors() {
      view.dispatch({ effects: setErrors.of([]) });
    },
    focus() {
      view.focus();
    },
    /** The text with its history, for the next visit. */
    snapshot() {
      return JSON.stringify(view.state.toJSON({ history: historyField }));
    },
    undo() {
      undo(view);
    },
    destroy() {
      view.destroy();
      letGoOfKeys();
      frame.remove();
    },
  };
}

// The state at the beginning, with the history of an earlier visit if that belongs to this text.
function firstState(text, saved, extensions) {
  try {
    const earlier = JSON.parse(saved);
    if (earlier.doc === text) return EditorState.fromJSON(earlier, { extensions }, { history: historyField });
  } catch {
    // Nothing was saved, or another version saved it: the text is there all the same.
  }
  return EditorState.create({ doc: text, extensions });
}

// What assistive technology is told about the text field.
function contentAttributes(label, readOnly, errors) {
  const attributes = {
    'aria-label': label,
    // Said outright, although editable text takes the focus anyway: it makes the scrolling part reachable beyond doubt.
    tabindex: '0',
    'aria-describedby': ['leave', ...errors.map((error) => error.id)].join(' '),
  };
  if (errors.length > 0) attributes['aria-invalid'] = 'true';
  if (readOnly) attributes['aria-readonly'] = 'true';
  return attributes;
}
