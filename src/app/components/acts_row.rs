//! What else one can do, besides sending: choose another request, run traffic, and let time pass.

use domain::units::SimDuration;
use yew::prelude::*;

use super::field::text_of;
use super::part::Part;
use crate::model::{Msg, Traffic};

/// What the row tells.
#[derive(PartialEq)]
pub(crate) struct ActsRow {
    /// The requests to choose from, and which one it is.
    pub(crate) presets: Vec<(&'static str, bool)>,
    /// The traffic that is chosen.
    pub(crate) traffic: Traffic,
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
                if !self.presets.is_empty() {
                    <label class="preset">
                        <span aria-hidden="true">{ "Request" }</span>
                        <select aria-label="Preset" onchange={tell.reform(|event: Event| Msg::ChosePreset(text_of(&event)))}>
                            { for self.presets.iter().map(|&(name, is_chosen)| html! {
                                <option value={name} selected={is_chosen}>{ name }</option>
                            }) }
                        </select>
                    </label>
                }
                <span class="traffic">
                    <label class="preset">
                        <span aria-hidden="true">{ "Traffic" }</span>
                        <select aria-label="Traffic" onchange={tell.reform(|event: Event| Msg::ChoseTraffic(text_of(&event)))}>
                            { for Traffic::ALL.iter().map(|&traffic| html! {
                                <option value={traffic.name()} selected={traffic == self.traffic}>{ traffic.name() }</option>
                            }) }
                        </select>
                    </label>
                    <button class="quiet" type="button" onclick={tell.reform(|_: MouseEvent| Msg::ClickedRunTraffic)}>
                        { "Run traffic" }
                    </button>
                </span>
                <span class="wait" role="group" aria-label="Let time pass">
                    <span aria-hidden="true">{ "Wait" }</span>
                    <span class="join">{ for WAITS.iter().map(wait) }</span>
                </span>
            </div>
        }
    }
}
