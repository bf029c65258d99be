// Landmarks must not have the same name twice on a page: a lab alone keeps the plain names, labs in company say which one
// they are.

import { nameOf } from './attributes.js';

/** Gives each lab its label. */
export function nameLabs(labs) {
  const inOrder = [...labs].sort((one, other) => (
    one.element.compareDocumentPosition(other.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
  ));
  const taken = new Set();
  for (const lab of inOrder) {
    const name = nameOf(lab.element);
    let label = name;
    for (let number = 2; taken.has(label); number += 1) label = `${name} ${number}`;
    taken.add(label);
    lab.setLabel(inOrder.length > 1 ? label : '');
  }
}
