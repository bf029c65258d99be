//! What else one can do, besides sending: choose another request, run traffic, and let time pass.

use domain::units::SimDuration;
use yew::prelude::*;

use super::controls::{beside, button, choose_from};
use super::markup::{Markup, element};
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
    fn draw(&self) -> Markup {
        let tell = &self.tell;
        let wait = |&(words, name, span): &(&'static str, &'static str, SimDuration)| {
            button("quiet", words, Msg::ClickedWait(span), tell).set("aria-label", name)
        };
        let choice = |name: &'static str, is_chosen| (name.into(), name.into(), is_chosen);
        let choose = |label, name, choices, fact| {
            let list = choose_from(Some(name), None, choices, fact, tell);
            element("label.preset").child(beside(label)).child(list)
        };
        let presets = self.presets.iter();
        let presets = presets.map(|&(name, is_chosen)| choice(name, is_chosen));
        let presets = || {
            choose(
                "Request",
                "Request preset",
                presets.collect(),
                Msg::ChosePreset,
            )
        };
        let kinds = Traffic::ALL.iter();
        let kinds = kinds.map(|&kind| choice(kind.name(), kind == self.traffic));
        let kinds = choose("Traffic", "Traffic", kinds.collect(), Msg::ChoseTraffic);
        let run = button("quiet", "Run traffic", Msg::ClickedRunTraffic, tell);
        let waits = element("span.join").children(WAITS.iter().map(wait));
        element("div.acts")
            .child((!self.presets.is_empty()).then(presets))
            .child(element("span.traffic").child(kinds).child(run))
            .child(
                element("span.wait[role=group]")
                    .set("aria-label", "Let time pass")
                    .child(beside("Wait"))
                    .child(waits),
            )
    }
}
