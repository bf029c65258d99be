// How the code looks: the page's own tokens, which reach into the shadow root by inheritance, so that one set of
// colours serves light, dark and forced colours. Metrics are those of the still `<pre>` that the editor replaces; a page
// that changes them there sets the same `--code-…` properties for both.

import { EditorView } from '@codemirror/view';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { tags } from '@lezer/highlight';

const size = 'var(--code-size, 13px)';
const line = 'var(--code-line, 20px)';
const margin = 'var(--code-margin, 8px)';
const numberWidth = 'var(--code-number-width, 34px)';
const textStart = 'var(--code-text-start, 48px)';

// A hue means a state of a container and nothing else, so syntax is weight, softness and one sand tone.
const syntax = HighlightStyle.define([
  { tag: tags.keyword, fontWeight: '700' },
  { tag: tags.bool, fontWeight: '700' },
  { tag: tags.comment, color: 'var(--soft)' },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: 'var(--quote)' },
]);

const surface = EditorView.theme({
  '&': { flex: '1 1 auto', minHeight: '0', color: 'var(--ink)', backgroundColor: 'var(--panel)' },
  '&.cm-focused': { outline: 'none' }, // The frame draws the ring.
  '.cm-scroller': {
    overflow: 'auto',
    font: `450 ${size}/${line} var(--mono, monospace)`,
    fontVariantLigatures: 'none',
    scrollbarWidth: 'thin',
  },
  '.cm-content': { padding: `${margin} 0`, caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 16px 0 0' },
  '.cm-content ::selection': { backgroundColor: 'color-mix(in srgb, var(--ink) 22%, transparent)' },

  '.cm-gutters': { color: 'var(--soft)', backgroundColor: 'var(--panel)' },
  '.cm-gutters.cm-gutters-before': { border: '0' },
  '.cm-lineNumbers .cm-gutterElement': {
    boxSizing: 'border-box',
    width: textStart,
    padding: `0 calc(${textStart} - ${numberWidth}) 0 0`,
  },
});

const error = EditorView.theme({
  '.cm-line.cm-bad, .cm-why': { backgroundColor: 'var(--error-wash)' },
  '.cm-why': {
    // As wide as what is seen, and it stays there while the code scrolls sideways.
    position: 'sticky',
    left: textStart,
    boxSizing: 'border-box',
    maxWidth: `calc(100cqi - ${textStart})`,
    padding: '0 16px 3px 0',
    color: 'var(--error)',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  '.cm-bad-place': {
    textDecoration: 'underline 1.5px var(--error)',
    textUnderlineOffset: '4px',
  },
  // A border and not a shadow: forced colours drop shadows.
  '.cm-lineNumbers .cm-gutterElement.cm-bad': {
    color: 'var(--error)',
    fontWeight: '700',
    backgroundColor: 'var(--error-wash)',
    borderLeft: '3px solid var(--error)',
  },
});

const matches = EditorView.theme({
  '&.cm-focused .cm-matchingBracket, &.cm-focused .cm-nonmatchingBracket': {
    backgroundColor: 'transparent',
    outline: '1px solid var(--edge)',
  },
  '.cm-searchMatch': { backgroundColor: 'transparent', outline: '1px solid var(--edge)' },
  '.cm-searchMatch-selected': { backgroundColor: 'var(--well)', outline: '2px solid var(--ink)' },
});

const control = {
  boxSizing: 'border-box',
  height: 'var(--control-height, 28px)',
  margin: '0',
  border: '1px solid var(--edge)',
  borderRadius: '6px',
  padding: '0 8px',
  font: 'inherit',
  fontSize: 'inherit',
  color: 'var(--ink)',
  background: 'none',
};

const findPanel = EditorView.theme({
  '.cm-panels': { color: 'var(--ink)', backgroundColor: 'var(--panel)' },
  '.cm-panels.cm-panels-top': { borderBottom: '1px solid var(--line)' },
  '.cm-panel.cm-search': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 8px',
    padding: '6px 44px 6px 16px',
    fontWeight: '400',
    fontSize: '14px',
    lineHeight: '18px',
    fontFamily: 'var(--text, inherit)',
  },
  '.cm-panel.cm-search br': { display: 'none' },
  '.cm-panel.cm-search .cm-textfield': { ...control, flex: '1 1 120px', minWidth: '0' },
  '.cm-panel.cm-search .cm-button': control,
  '.cm-panel.cm-search label': { margin: '0', fontSize: 'inherit', color: 'var(--soft)' },
  '.cm-panel.cm-search input[type=checkbox]': { margin: '0 4px 0 0', accentColor: 'var(--ink)', verticalAlign: '-2px' },
  '.cm-panel.cm-search [name=close]': { ...control, position: 'absolute', top: '6px', right: '8px', border: '0' },
  '.cm-panel.cm-search :focus-visible': { outline: '2px solid var(--ink)', outlineOffset: '1px' },
});

export const appearance = [syntaxHighlighting(syntax), surface, error, matches, findPanel];
