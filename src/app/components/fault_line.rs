//! The sentence that is said when the machinery fails, with the way out.

use yew::prelude::*;

use crate::model::{Fault, Msg};

/// What failed.
#[derive(PartialEq, Properties)]
pub(crate) struct FaultLineProps {
    pub(crate) fault: Fault,
    pub(crate) tell: Callback<Msg>,
}

/// Draws the sentence.
#[component]
pub(crate) fn FaultLine(props: &FaultLineProps) -> Html {
    let onclick = props.tell.reform(|_: MouseEvent| Msg::ClickedStartAgain);
    html! {
        <div class="fault" role="alert">
            <p>{ props.fault.to_string() }{ " Your code is kept." }</p>
            <button class="quiet" type="button" {onclick}>{ "Start again" }</button>
        </div>
    }
}
