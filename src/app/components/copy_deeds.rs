//! Taking an answer along: buttons that copy what the pane shows, and the request as a curl command.

use yew::prelude::*;

use super::controls::button;
use super::markup::{Markup, element};
use crate::model::{AnswerTab, Msg};

/// What can be copied.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Copies {
    /// The response, the log or the event, as text.
    pub(crate) shown: String,
    /// The request; none where no visitor caused the invocation.
    pub(crate) curl: Option<String>,
}

/// The buttons for this view.
pub(super) fn copy_deeds(
    tab: AnswerTab,
    copies: &Copies,
    was_copied: Option<bool>,
    tell: &Callback<Msg>,
) -> Markup {
    let button =
        |words, text: &str| button("plain", words, Msg::ClickedCopy(text.to_owned()), tell);
    let words = match tab {
        AnswerTab::Response => "Copy response",
        AnswerTab::Log => "Copy log",
        AnswerTab::Event => "Copy event",
    };
    let said = match was_copied {
        Some(true) => "Copied.",
        Some(false) => {
            "The browser does not allow copying here. The text is selected: copy it with the keys."
        }
        None => "",
    };
    let curl = copies.curl.as_ref();
    let curl = curl.filter(|_| tab == AnswerTab::Response);
    element("p.deeds.copies")
        .child(button(words, &copies.shown))
        .child(curl.map(|curl| button("Copy as curl", curl)))
        .child(element("span[role=status]").child(said))
}
