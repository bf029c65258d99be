//! What else one can do, besides sending: choose another request, run traffic, and let time pass.

use domain::units::SimDuration;
use yew::prelude::*;

use super::controls::{beside, button, choose_from, on_press};
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
                    onclick={on_press(tell, Msg::ClickedWait(span))}
                >{ words }</button>
            }
        };
        let choice = |name: &'static str, is_chosen| (name.into(), name.into(), is_chosen);
        let presets = self.presets.iter();
        let presets = presets.map(|&(name, is_chosen)| choice(name, is_chosen));
        let kinds = Traffic::ALL.iter();
        let kinds = kinds.map(|&kind| choice(kind.name(), kind == self.traffic));
        html! {
            <div class="acts">
                if !self.presets.is_empty() {
                    <label class="preset">
                        { beside("Request") }
                        { choose_from(Some("Preset"), None, presets, Msg::ChosePreset, tell) }
                    </label>
                }
                <span class="traffic">
                    <label class="preset">
                        { beside("Traffic") }
                        { choose_from(Some("Traffic"), None, kinds, Msg::ChoseTraffic, tell) }
                    </label>
                    { button("quiet", "Run traffic", Msg::ClickedRunTraffic, tell) }
                </span>
                <span class="wait" role="group" aria-label="Let time pass">
                    { beside("Wait") }
                    <span class="join">{ for WAITS.iter().map(wait) }</span>
                </span>
            </div>
        }
    }
}
