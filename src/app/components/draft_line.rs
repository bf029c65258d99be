//! The line that tells what becomes of the reader's text, when there is something to tell.

use yew::prelude::*;

use super::controls::button;
use super::markup::{Markup, element};
use super::part::Part;
use crate::model::{DraftNotice, Msg};

/// What the line says.
#[derive(PartialEq)]
pub(crate) struct DraftLine {
    pub(crate) notice: DraftNotice,
    pub(crate) tell: Callback<Msg>,
}

impl Part for DraftLine {
    fn draw(&self) -> Markup {
        let DraftLine { notice, tell } = self;
        let button = |words, msg| button("plain", words, msg, tell);
        let (words, deed) = match notice {
            DraftNotice::StarterChanged => (
                "The lesson has a new example. This is your text; Reset code brings the example.",
                None,
            ),
            DraftNotice::ChangedElsewhere(_) => (
                "Another tab has changed this code.",
                Some(button("Take that text", Msg::ClickedTakeOtherDraft)),
            ),
            DraftNotice::NotKept => (
                "This browser keeps nothing (its storage is blocked or full). Your code stays as long as the page is open.",
                None,
            ),
        };
        element("p.draft-line[role=status]")
            .child(element("span").child(words))
            .child(deed)
            .child(button("Dismiss", Msg::ClickedDismissNotice))
    }
}
