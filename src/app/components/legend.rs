//! The key to the picture. Left out where lane heads say the words (low windows).

use super::marks::mark;
use super::markup::{Markup, element};
use crate::view_model::MarkKind;

/// Draws the key.
pub(super) fn legend() -> Markup {
    let entry = |(kind, word)| element("li").child(mark(kind)).child(word);
    element("ul.legend[aria-label=Key]").children(MarkKind::LEGEND.into_iter().map(entry))
}
