//! What else one can do to the cloud, besides sending: let time pass.

use domain::units::SimDuration;
use yew::prelude::*;

use super::part::Part;
use crate::model::Msg;

/// What the row tells.
#[derive(PartialEq)]
pub(crate) struct ActsRow {
    pub(crate) tell: Callback<Msg>,
}

const WAITS: [(&str, &str, SimDuration); 3] = [
    ("1 s", "Wait 1 s", SimDuration::from_secs(1)),
    ("1 min", "Wait 1 min", SimDuration::from_secs(60)),
    ("15 min", "Wait 15 min", SimDuration::from_secs(900)),
];

impl Part for ActsRow {
    fn draw(&self) -> Html {
        let tell = &self.tell;
        let wait = |&(words, name, span): &(&'static str, &'static str, SimDuration)| {
            html! {
                <button
                    class="quiet" type="button" aria-label={name}
                    onclick={tell.reform(move |_: MouseEvent| Msg::ClickedWait(span))}
                >{ words }</button>
            }
        };
        html! {
            <div class="acts">
                <span class="wait" role="group" aria-label="Let time pass">
                    <span aria-hidden="true">{ "Wait" }</span>
                    <span class="join">{ for WAITS.iter().map(wait) }</span>
                </span>
            </div>
        }
    }
}
