//! The key to the picture. Left out where lane heads say the words (low windows).

use yew::prelude::*;

use super::marks::Mark;
use crate::view_model::MarkKind;

/// Draws the key.
#[component]
pub(crate) fn Legend() -> Html {
    html! {
        <ul class="legend" aria-label="Key">
            { for MarkKind::LEGEND.into_iter().map(|(kind, word)| html! { <li><Mark {kind} />{ word }</li> }) }
        </ul>
    }
}
