// Keys that are typed in a lab stay there: documentation sites bind plain letters ("s" to search, arrows to turn the
// page) and more. Whoever listens below the document hears nothing of them; those that catch keys on their way down cannot
// be kept from it.

/** Lets no key out of a shadow root. The lab itself has had it by then, and what the browser does with it is not touched. */
export function keepKeysInside(root) {
  for (const kind of ['keydown', 'keypress', 'keyup']) root.addEventListener(kind, (event) => event.stopPropagation());
}
