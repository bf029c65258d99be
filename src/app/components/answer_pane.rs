//! What became of the chosen invocation: its response, its log, its event.

use std::rc::Rc;

use domain::billing::Tariff;
use domain::cloud::{Invocation, Plan, Run};
use yew::prelude::*;

use super::answer_views::{event_view, log_view, response_view};
use super::names::Names;
use super::tabs::{Tab, Tabs};
use crate::model::{AnswerTab, Msg};
use crate::view_model::which;

/// What the pane shows.
#[derive(PartialEq, Properties)]
pub(crate) struct AnswerPaneProps {
    pub(crate) names: Names,
    pub(crate) tab: AnswerTab,
    pub(crate) plan: Rc<Plan>,
    /// The run and the chosen invocation of it.
    pub(crate) shown: Option<(Rc<Run>, usize)>,
    /// Its details, once they are there.
    pub(crate) details: Option<Rc<Invocation>>,
    pub(crate) tariff: &'static Tariff,
    pub(crate) tell: Callback<Msg>,
}

const TABS: [(AnswerTab, &str, &str); 3] = [
    (AnswerTab::Response, "Response", "response"),
    (AnswerTab::Log, "Log", "log"),
    (AnswerTab::Event, "Event", "event"),
];

/// Draws the pane.
#[component]
pub(crate) fn AnswerPane(props: &AnswerPaneProps) -> Html {
    let AnswerPaneProps {
        names,
        tab: chosen_tab,
        plan,
        shown,
        details,
        tell,
        ..
    } = props;
    let tabs = TABS
        .map(|(_, name, part)| Tab {
            name,
            panel: names.id(part),
        })
        .to_vec();
    let chosen = TABS
        .iter()
        .position(|(tab, ..)| tab == chosen_tab)
        .unwrap_or_default();
    let content = match (shown, details) {
        (None, _) => html! { <p class="which">{ "The answer will be here." }</p> },
        (Some(_), None) => Html::default(),
        (Some((run, index)), Some(invocation)) => match chosen_tab {
            AnswerTab::Response => response_view(run, *index, invocation, props.tariff),
            AnswerTab::Log => log_view(plan, run, *index, invocation, props.tariff),
            AnswerTab::Event => event_view(invocation),
        },
    };
    let heading = shown.as_ref().map(|(run, index)| {
        let which = which(run, *index);
        html! { <p class="which"><b>{ which.request }</b>{ " · " }{ which.rest }</p> }
    });
    let (_, _, part) = TABS[chosen];
    let panel = names.id(part);
    // The other panels have nothing in them; they are there because their tabs name them.
    let others = TABS
        .iter()
        .filter(|(tab, ..)| tab != chosen_tab)
        .map(|(_, _, part)| {
            let id = names.id(part);
            html! { <div key={id.clone()} {id} role="tabpanel" hidden=true></div> }
        });
    html! {
        <div class="pane">
            <div class="bar">
                <Tabs
                    label="Result" class="tabs" {tabs} {chosen}
                    choose={tell.reform(|index: usize| Msg::ChoseTab(TABS[index].0))}
                />
            </div>
            <div
                key={panel.clone()} class="answer" id={panel.clone()} role="tabpanel" tabindex="0"
                aria-labelledby={format!("{panel}-tab")}
            >{ heading }{ content }</div>
            { for others }
        </div>
    }
}
