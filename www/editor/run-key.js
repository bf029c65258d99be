// Ctrl+Enter (on macOS also Command+Enter) runs the code. It stands before every other binding, one of which would
// insert a line.

import { Prec } from '@codemirror/state';
import { keymap } from '@codemirror/view';

export function runKey(onRun) {
  const run = () => {
    onRun?.();
    return true;
  };
  const scope = 'editor search-panel';
  return Prec.highest(keymap.of([
    { key: 'Mod-Enter', run, scope, preventDefault: true },
    { key: 'Ctrl-Enter', run, scope, preventDefault: true },
  ]));
}
