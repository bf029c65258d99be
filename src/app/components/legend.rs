//! The key to the picture. Left out where lane heads say the words (low windows).

use yew::prelude::*;

use super::marks::mark;
use crate::view_model::MarkKind;

/// Draws the key.
pub(super) fn legend() -> Html {
    html! {
        <ul class="legend" aria-label="Key">
            { for MarkKind::LEGEND.into_iter().map(|(kind, word)| html! { <li>{ mark(kind) }{ word }</li> }) }
        </ul>
    }
}
