//! The sentence that is said when the machinery fails, with the way out.

use yew::prelude::*;

use super::controls::button;
use super::markup::{Markup, element};
use super::part::Part;
use crate::model::{Fault, Msg};

/// What failed.
#[derive(PartialEq)]
pub(crate) struct FaultLine {
    pub(crate) fault: Fault,
    pub(crate) tell: Callback<Msg>,
}

impl Part for FaultLine {
    fn draw(&self) -> Markup {
        let words = element("p").child(self.fault.to_string());
        element("div.fault[role=alert]")
            .child(words.child(" Your code is kept."))
            .child(button(
                "quiet",
                "Start again",
                Msg::ClickedStartAgain,
                &self.tell,
            ))
    }
}
