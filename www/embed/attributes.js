// The attributes of <coldstart-lab>. Those about the shell are read here; what the others mean is known by the page's
// program alone, and they are handed on as they are.

/** All that the element listens to. */
export const attributeNames = ['handler', 'memory', 'tariff', 'request', 'readonly', 'name', 'id', 'theme', 'loading'];

/** Those that the page's program reads. */
const handedOn = ['handler', 'memory', 'tariff', 'request', 'readonly'];

// The first word is the default.
const words = {
  theme: ['auto', 'light', 'dark'],
  loading: ['visible', 'click', 'eager'],
};

/** The word that an attribute holds, or its default, which is said if what it holds is no such word. */
export function plainWord(element, attribute, host) {
  const value = element.getAttribute(attribute);
  const word = value?.trim().toLowerCase() || words[attribute][0];
  const isKnown = words[attribute].includes(word);
  const [first] = words[attribute];
  host.complain(attribute, isKnown ? null : `${attribute}="${shortened(value)}" means nothing: ${listed(words[attribute])} would. ${first} is used.`);
  return isKnown ? word : first;
}

/** The attributes for the page's program, and the name that tells drafts apart. */
export function wordsFor(element) {
  const found = handedOn.filter((name) => element.hasAttribute(name)).map((name) => [name, element.getAttribute(name)]);
  return { name: nameOf(element), ...Object.fromEntries(found) };
}

/** What tells an element from others on its page: its name, its id, or its place among them. */
export function nameOf(element) {
  const given = (element.getAttribute('name') ?? '').trim() || element.id.trim();
  if (given) return given.slice(0, 100);
  return String([...document.querySelectorAll('coldstart-lab')].indexOf(element) + 1);
}

function listed(all) {
  return `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`;
}

export function shortened(text) {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
