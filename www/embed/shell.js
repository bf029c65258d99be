// What stands in the shadow root around the lab: the author's code, which shows through a slot, or the lab in its place;
// a button where the author wants to be asked first; the lines about what failed.

// Enough to be read on any page before our styles have come, or without them.
const ownStyles = `
:host { display: block !important; margin-block: 16px; }
:host([hidden]) { display: none !important; }
slot { display: block; }
[hidden] { display: none !important; }
.lab-fault, .offer {
  all: initial; display: block; box-sizing: border-box; margin: 8px 0 0; font: 15px/1.45 system-ui, sans-serif; color: inherit;
}
.lab-fault { padding: 2px 0 2px 12px; border-left: 3px solid #c2384a; overflow-wrap: anywhere; }
.offer { display: inline-block; padding: 6px 14px; border: 1px solid currentColor; border-radius: 6px; cursor: pointer; }
.offer:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
`;

let ownSheet = null;

function sheetOfOurOwn() {
  if (!ownSheet) {
    ownSheet = new CSSStyleSheet();
    ownSheet.replaceSync(ownStyles);
  }
  return ownSheet;
}

/** Fills an empty shadow root. */
export function shellOf(root) {
  const canAdopt = 'adoptedStyleSheets' in root;
  const slot = document.createElement('slot');
  const lines = document.createElement('div');
  let button = null;
  let frame = null;
  if (canAdopt) root.adoptedStyleSheets = [sheetOfOurOwn()];
  root.append(slot, lines);

  const setTheme = (theme, scheme) => {
    if (!frame) return;
    // A page that has decided on a scheme is followed; otherwise the system is.
    frame.dataset.theme = theme === 'auto' && scheme ? 'page' : theme;
  };

  return {
    slot,
    lines,
    setTheme,

    /** Asks first: `accept` is called when the reader wants the lab. Without it nothing is asked. */
    offer(accept) {
      button?.remove();
      button = null;
      if (!accept) return;
      button = document.createElement('button');
      button.type = 'button';
      button.className = 'offer';
      button.textContent = 'Open the lab';
      button.addEventListener('click', accept);
      slot.after(button);
    },

    /** Hides the author's code and gives an empty place for the lab. */
    showLab(sheet, theme, scheme) {
      if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
      frame?.remove();
      frame = document.createElement('div');
      frame.className = 'embedded';
      setTheme(theme, scheme);
      const place = frame.appendChild(document.createElement('div'));
      slot.before(frame);
      slot.hidden = true;
      return place;
    },

    /** Shows the author's code again. */
    showCode() {
      frame?.remove();
      frame = null;
      slot.hidden = false;
    },
  };
}
