//! The sentence that is said when the machinery fails, with the way out.

use yew::prelude::*;

use super::part::Part;
use crate::model::{Fault, Msg};

/// What failed.
#[derive(PartialEq)]
pub(crate) struct FaultLine {
    pub(crate) fault: Fault,
    pub(crate) tell: Callback<Msg>,
}

impl Part for FaultLine {
    fn draw(&self) -> Html {
        let onclick = self.tell.reform(|_: MouseEvent| Msg::ClickedStartAgain);
        html! {
            <div class="fault" role="alert">
                <p>{ self.fault.to_string() }{ " Your code is kept." }</p>
                <button class="quiet" type="button" {onclick}>{ "Start again" }</button>
            </div>
        }
    }
}
