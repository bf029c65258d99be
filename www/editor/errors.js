// Errors where they happened: the line tinted, its number marked, the message as a block of its own below.

import { RangeSet, StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView, GutterMarker, WidgetType, gutterLineClass, gutterWidgetClass } from '@codemirror/view';

/** Takes a list of `{ line, column, message }`, both counted from 1; `column` may be missing. */
export const setErrors = StateEffect.define();

class Message extends WidgetType {
  constructor(error) {
    super();
    this.error = error;
  }

  eq(other) {
    return other.error.message === this.error.message && other.error.id === this.error.id;
  }

  toDOM() {
    const block = document.createElement('div');
    block.className = 'cm-why';
    block.id = this.error.id;
    block.textContent = this.error.message;
    return block;
  }

  get estimatedHeight() {
    return 23;
  }
}

class BadNumber extends GutterMarker {
  elementClass = 'cm-bad';
}

const badNumber = new BadNumber();
const badLine = Decoration.line({ class: 'cm-bad' });
const badPlace = Decoration.mark({ class: 'cm-bad-place' });

// An engine may name the line after the last one, for a bracket that is missing at the end.
function locate(doc, { line, column, message }, index) {
  const found = doc.line(Math.min(Math.max(1, line), doc.lines));
  return { from: found.from, column, message, id: `error-${index}` };
}

// What is kept are positions, and the marks are made from them anew: an edit may join or split the marked lines.
function decorate(state, errors) {
  const ranges = [];
  const marked = new Set();
  for (const error of errors) {
    const line = state.doc.lineAt(error.from);
    if (!marked.has(line.from)) ranges.push(badLine.range(line.from));
    marked.add(line.from);
    const place = placeIn(line, error.column);
    if (place) ranges.push(badPlace.range(place.from, place.to));
    ranges.push(Decoration.widget({ widget: new Message(error), block: true, side: 1 }).range(line.to));
  }
  return Decoration.set(ranges, true);
}

// The word around the column, or the one character there.
function placeIn(line, column) {
  const at = column - 1;
  for (const found of line.text.matchAll(/[\w$]+|./gu)) {
    const end = found.index + found[0].length;
    if (found.index <= at && at < end) return { from: line.from + found.index, to: line.from + end };
  }
  return null;
}

export const errorsField = StateField.define({
  create: () => [],
  update(errors, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setErrors)) return effect.value.map((error, index) => locate(transaction.state.doc, error, index));
    }
    if (!transaction.docChanged || errors.length === 0) return errors;
    // The column is forgotten: what stood there is what the reader is mending.
    return errors.map(({ from, message, id }) => ({ from: transaction.changes.mapPos(from), message, id }));
  },
  provide: (field) => [
    EditorView.decorations.compute([field, 'doc'], (state) => decorate(state, state.field(field))),
    gutterLineClass.compute([field, 'doc'], (state) =>
      RangeSet.of(state.field(field).map((error) => badNumber.range(state.doc.lineAt(error.from).from)), true)),
    gutterWidgetClass.of((view, widget) => (widget instanceof Message ? badNumber : null)),
  ],
});

/**
 * Scrolls the first error into sight inside the editor. CodeMirror's own way would scroll the page as well, and the
 * article must not move under a reader's eyes.
 */
export function revealFirstError(view) {
  const first = view.state.field(errorsField)[0];
  if (!first) return;
  view.requestMeasure({
    read: () => ({ block: view.lineBlockAt(first.from), height: view.scrollDOM.clientHeight, top: view.scrollDOM.scrollTop }),
    write({ block, height, top }) {
      const seen = block.top >= top && block.bottom <= top + height;
      if (!seen) view.scrollDOM.scrollTop = Math.max(0, block.top - height / 3);
    },
  });
}
