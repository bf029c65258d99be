//! What became of the chosen invocation: its response, its log, its event.

use std::rc::Rc;

use domain::billing::Tariff;
use domain::cloud::{Invocation, Plan};
use yew::prelude::*;

use super::markup::{Markup, element, list};
use super::names::Names;
use super::part::Part;
use super::run_views::ShownRun;
use super::tabs::{Tab, tab_list};
use crate::model::{AnswerTab, Msg};

/// What the pane shows.
#[derive(PartialEq)]
pub(crate) struct AnswerPane {
    pub(crate) names: Names,
    pub(crate) tab: AnswerTab,
    pub(crate) plan: Rc<Plan>,
    pub(crate) shown: Option<ShownRun>,
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
            shown,
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
        let content = match shown {
            None => list([element("p.which").child("The answer will be here.")]),
            Some(shown) => (shown.views.answer)(self, shown),
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
            .child(panel.set("aria-labelledby", tab).child(content))
            .children(others)
    }
}
