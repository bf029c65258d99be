// Keys typed into the code stay in it. Documentation sites bind plain letters ("s" to search, arrows to turn the page);
// a reader who types code must never trigger them.

const kinds = ['keydown', 'keypress', 'keyup'];
const modifiers = ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock'];

/** Listens at the shadow host, where an event arrives after the editor has had it; returns how to stop listening. */
export function keepKeysInside(host) {
  for (const kind of kinds) host.addEventListener(kind, stop);
  return () => {
    for (const kind of kinds) host.removeEventListener(kind, stop);
  };
}

function stop(event) {
  if (belongsToEditor(event)) event.stopPropagation();
}

function belongsToEditor(event) {
  // Whatever a binding of the editor has used, Ctrl+Enter included: the page would run the code a second time.
  if (event.defaultPrevented) return true;
  // A Tab that was not used is on its way out, and shortcuts with a modifier or a function key are the host's.
  if (event.key === 'Tab' || modifiers.includes(event.key) || /^F\d+$/.test(event.key)) return false;
  const typesWithAltGr = event.getModifierState('AltGraph');
  return typesWithAltGr || !(event.ctrlKey || event.metaKey);
}
