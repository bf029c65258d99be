// The editor's own open shadow root and what stands in it beside CodeMirror: the line that tells how to leave.
// Its own root, because a page's styles must not reach the code and the code's styles must not reach the page.

const styles = `
:host { display: flex; flex-direction: column; min-width: 0; min-height: 0; }
:host([hidden]) { display: none; }

/* A container, so that a long error message can wrap at the width that is seen instead of that of the longest line. */
.frame { position: relative; display: flex; flex-direction: column; flex: 1 1 auto; min-height: 0; container-type: inline-size; }

/* Above the code rather than below it: showing it must move nothing. Clicks go through. */
.leave {
  position: absolute; right: 0; bottom: 0; z-index: 301;
  padding: 0 16px 0 8px; border-start-start-radius: 6px;
  font-weight: 400; font-size: 12px; line-height: 20px; font-family: var(--text, inherit); color: var(--soft); background: var(--panel);
  visibility: hidden; pointer-events: none;
}
/* The focus ring is an element of its own: drawn as CodeMirror's outline it would vanish behind numbers and tinted lines. */
.ring { position: absolute; inset: 0; z-index: 302; border: 2px solid var(--ink); border-radius: 4px; visibility: hidden; pointer-events: none; }

.cm-focused ~ .leave, .cm-focused ~ .ring { visibility: visible; }
@media print { .leave, .ring { display: none; } }
`;

/** Makes the root below `host`, or empties the one that an earlier editor left: a root can never be taken away. */
export function frameFor(host) {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  root.replaceChildren();

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];

  const body = element('div', 'frame');
  const leave = element('p', 'leave');
  leave.id = 'leave';
  body.append(leave, element('div', 'ring'));
  root.append(body);

  return {
    root,
    /** Takes CodeMirror's element before the rest, which shows itself by what precedes it. */
    hold(editor) {
      body.prepend(editor);
    },
    say(sentence) {
      leave.textContent = sentence;
    },
    remove() {
      root.replaceChildren();
    },
  };
}

function element(name, className) {
  const made = document.createElement(name);
  made.className = className;
  return made;
}
