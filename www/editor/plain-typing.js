// Typing over a selection. Left to itself, Chromium keeps the look of what was selected by writing a style attribute into the
// new text; the policy of a page that allows no inline style blocks that, and says so in its console each time. The editor
// draws the text anew anyway, so it puts the letters in place itself.

import { EditorView } from '@codemirror/view';

export const plainTyping = EditorView.domEventHandlers({
  beforeinput(event, view) {
    if (event.inputType !== 'insertText' || !event.data || event.isComposing || view.state.readOnly) return false;
    const { from, to } = rangeOf(view);
    if (from === to) return false;
    const insert = () => view.state.update({
      changes: { from, to, insert: event.data },
      selection: { anchor: from + event.data.length },
      userEvent: 'input.type',
      scrollIntoView: true,
    });
    // Whoever wants to know of typed letters, such as brackets that close themselves, is asked first, as always.
    const isTaken = view.state.facet(EditorView.inputHandler).some((handle) => handle(view, from, to, event.data, insert));
    if (!isTaken) view.dispatch(insert());
    event.preventDefault();
    return true;
  },
});

// What the browser is about to replace. The editor hears of a changed selection only later, so the browser is asked. In a
// shadow root it answers to that root alone, and elsewhere than in Chromium to the document; a selection of everything,
// with a message below the last line, Chromium tells to the document only.
function rangeOf(view) {
  const known = [document, view.root].map((root) => root.getSelection?.()).filter((selection) => isInside(view, selection));
  const selection = known.find(({ isCollapsed }) => !isCollapsed) ?? known[0];
  if (!selection) return view.state.selection.main;
  const anchor = positionOf(view, selection.anchorNode, selection.anchorOffset);
  const focus = positionOf(view, selection.focusNode, selection.focusOffset);
  return { from: Math.min(anchor, focus), to: Math.max(anchor, focus) };
}

function isInside(view, selection) {
  return view.contentDOM.contains(selection?.anchorNode ?? null) && view.contentDOM.contains(selection?.focusNode ?? null);
}

// Whoever selects all there is points behind the last child, which is no line but a message if the last line has one.
function positionOf(view, node, offset) {
  const isEnd = node === view.contentDOM && offset >= node.childNodes.length;
  return isEnd ? view.state.doc.length : view.posAtDOM(node, offset);
}
