//! The sentence that is said when the machinery fails, with the way out.

use yew::prelude::*;

use super::controls::on_press;
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
        let onclick = on_press(&self.tell, Msg::ClickedStartAgain);
        html! {
            <div class="fault" role="alert">
                <p>{ self.fault.to_string() }{ " Your code is kept." }</p>
                <button class="quiet" type="button" {onclick}>{ "Start again" }</button>
            </div>
        }
    }
}
