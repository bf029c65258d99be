//! What the simulation assumes of the real cloud: the long text behind "How true is it?".

use domain::cloud::{Assumption, assumptions};

use super::markup::{Markup, element};

/// Draws the list.
pub(super) fn assumption_list() -> Markup {
    let entry = |known: Assumption| {
        let what = element("dd").child(known.here);
        element("div")
            .child(element("dt").child(known.about))
            .child(what.child(" ").child(known.source))
    };
    element("dl").children(assumptions().into_iter().map(entry))
}
