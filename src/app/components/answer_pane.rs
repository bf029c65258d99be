//! What became of the chosen invocation: its response, its log, its event.

use std::rc::Rc;

use domain::billing::Tariff;
use domain::cloud::{Invocation, Plan, Run, Trigger};
use domain::http::curl_command;
use domain::lambda::{api_domain, pretty_json};
use yew::prelude::*;

use super::answer_views::{event_view, log_view, response_view};
use super::copy_deeds::{Copies, copy_deeds};
use super::markup::{Content, Markup, element};
use super::names::Names;
use super::part::Part;
use super::tabs::{Tab, tab_list};
use crate::model::{AnswerTab, Msg};
use crate::view_model::{Answer, LogEntry, log_entries, which};

/// What the pane shows.
#[derive(PartialEq)]
pub(crate) struct AnswerPane {
    pub(crate) names: Names,
    pub(crate) tab: AnswerTab,
    pub(crate) plan: Rc<Plan>,
    /// The run and the chosen invocation of it.
    pub(crate) shown: Option<(Rc<Run>, usize)>,
    /// Its details, once they are there.
    pub(crate) details: Option<Rc<Invocation>>,
    pub(crate) tariff: &'static Tariff,
    pub(crate) was_copied: Option<bool>,
    pub(crate) tell: Callback<Msg>,
}

const TABS: [(AnswerTab, &str, &str); 3] = [
    (AnswerTab::Response, "Response", "response"),
    (AnswerTab::Log, "Log", "log"),
    (AnswerTab::Event, "Event", "event"),
];

impl Part for AnswerPane {
    fn draw(&self) -> Markup {
        let AnswerPane {
            names,
            tab: chosen_tab,
            plan,
            shown,
            details,
            tell,
            ..
        } = self;
        let tabs = TABS.map(|(_, name, part)| Tab {
            name,
            panel: names.id(part),
        });
        let chosen = TABS
            .iter()
            .position(|(tab, ..)| tab == chosen_tab)
            .unwrap_or_default();
        let content = match (shown, details) {
            (None, _) => element("p.which").child("The answer will be here.").node(),
            (Some(_), None) => Html::default(),
            (Some((run, index)), Some(invocation)) => match chosen_tab {
                AnswerTab::Response => response_view(run, *index, invocation, self.tariff).node(),
                AnswerTab::Log => log_view(plan, run, *index, invocation, self.tariff).node(),
                AnswerTab::Event => event_view(invocation).node(),
            },
        };
        let heading = shown.as_ref().map(|(run, index)| {
            let which = which(run, *index);
            let request = element("b").child(which.request);
            element("p.which")
                .child(request)
                .child(" · ")
                .child(which.rest)
        });
        let deeds = match (shown, details) {
            (Some((run, index)), Some(invocation)) => {
                let copies = copies(plan, run, *index, invocation, *chosen_tab, self.tariff);
                Some(copy_deeds(*chosen_tab, &copies, self.was_copied, tell))
            }
            _ => None,
        };
        let (_, _, part) = TABS[chosen];
        let tab_panel = |id: String| {
            let panel = element("div[role=tabpanel]").key(id.clone());
            panel.set("id", id)
        };
        // The other panels have nothing in them; they are there because their tabs name them.
        let others = TABS.iter().filter(|(tab, ..)| tab != chosen_tab);
        let others = others.map(|(_, _, part)| tab_panel(names.id(part)).flag("hidden", true));
        let panel = names.id(part);
        let tab = format!("{panel}-tab");
        let panel = tab_panel(panel).set("class", "answer").set("tabindex", "0");
        let choose = tell.reform(|index: usize| Msg::ChoseTab(TABS[index].0));
        let bar = element("div.bar").child(tab_list("Result", "tabs", &tabs, chosen, &choose));
        element("div.pane")
            .child(bar)
            .child(
                panel
                    .set("aria-labelledby", tab)
                    .child(heading)
                    .child(content)
                    .child(deeds),
            )
            .children(others)
    }
}

/// The texts that the buttons copy.
fn copies(
    plan: &Plan,
    run: &Run,
    index: usize,
    invocation: &Invocation,
    tab: AnswerTab,
    tariff: &Tariff,
) -> Copies {
    let shown = match tab {
        AnswerTab::Response => Answer::of(run, index, invocation, tariff)
            .reply
            .map(|reply| reply.to_text())
            .unwrap_or_default(),
        AnswerTab::Log => {
            let line = |entry: LogEntry| format!("{}{}\n", entry.frame, entry.words);
            log_entries(plan, run, index, invocation, tariff)
                .into_iter()
                .map(line)
                .collect()
        }
        AnswerTab::Event => pretty_json(&invocation.event),
    };
    let curl = match plan.trigger_of(index) {
        Some(Trigger::Request { http, .. }) => Some(curl_command(http, &api_domain())),
        _ => None,
    };
    Copies { shown, curl }
}
