//! The container pool: its status, what the cloud is like, and the run as a picture or a table.

use std::rc::Rc;

use domain::cloud::{Plan, Run};
use yew::prelude::*;

use super::controls::on_press;
use super::invite::Invite;
use super::legend::legend;
use super::names::Names;
use super::part::{Part, draw};
use super::settings_line::SettingsLine;
use super::table_view::TableView;
use super::tabs::{Tab, tab_list};
use super::timeline_view::TimelineView;
use crate::model::{Msg, PoolView};

/// What the panel shows.
#[derive(PartialEq)]
pub(crate) struct PoolPanel {
    pub(crate) names: Names,
    pub(crate) status: String,
    /// What the last visitor got, for whoever hears the status and does not see the answer.
    pub(crate) heard: Option<String>,
    /// The next request brings a new version of the function.
    pub(crate) is_changed: bool,
    pub(crate) view: PoolView,
    pub(crate) plan: Rc<Plan>,
    /// The run and the chosen invocation of it.
    pub(crate) shown: Option<(Rc<Run>, usize)>,
    pub(crate) settings: SettingsLine,
    pub(crate) tell: Callback<Msg>,
}

const VIEWS: [(PoolView, &str, &str); 2] = [
    (PoolView::Timeline, "Timeline", "timeline"),
    (PoolView::Table, "Table", "table"),
];

impl Part for PoolPanel {
    fn draw(&self) -> Html {
        let PoolPanel {
            names,
            status,
            heard,
            view,
            shown,
            tell,
            ..
        } = self;
        let tabs = VIEWS.map(|(_, name, part)| Tab {
            name,
            panel: names.id(part),
        });
        let chosen = VIEWS
            .iter()
            .position(|(known, ..)| known == view)
            .unwrap_or_default();
        let panels = VIEWS.iter().map(|(known, _, part)| {
        let id = names.id(part);
        let content = (known == view).then(|| self.picture());
        html! {
            <div
                key={id.clone()} id={id.clone()} role="tabpanel" aria-labelledby={format!("{id}-tab")}
                hidden={known != view}
            >{ content }</div>
        }
    });
        html! {
            <section class="pane pool" aria-label={names.region("Container pool")}>
                <div class="poolhead">
                    <h2>{ "Container pool" }</h2>
                    <p role="status">
                        if let Some(heard) = heard { <span class="unseen">{ heard }{ ", " }</span> }
                        { status }
                        if self.is_changed {
                            <span class="changed">
                                <span class="unseen">{ " · " }</span>{ "changed: the next request deploys it" }
                                <span class="why">{ ", containers start anew" }</span>
                            </span>
                        }
                    </p>
                    <button class="plain" type="button" onclick={on_press(tell, Msg::ClickedResetPool)}>
                        { "Reset pool" }
                    </button>
                    { tab_list("Pool view", "switch", &tabs, chosen, &tell.reform(|index: usize| Msg::ChoseView(VIEWS[index].0))) }
                </div>
                { draw(self.settings.clone()) }
                { for panels }
                if shown.is_some() && *view == PoolView::Timeline { { legend() } }
            </section>
        }
    }
}

impl PoolPanel {
    fn picture(&self) -> Html {
        let PoolPanel {
            view,
            plan,
            shown,
            tell,
            ..
        } = self;
        let Some((run, chosen)) = shown else {
            return draw(Invite {
                form: self.settings.form.clone(),
            });
        };
        let (run, chosen) = (run.clone(), *chosen);
        let choose = tell.reform(Msg::ChoseInvocation);
        let tariff = self.settings.form.tariff;
        match view {
            PoolView::Timeline => {
                html! { <TimelineView plan={plan.clone()} {run} {chosen} {tariff} {choose} /> }
            }
            PoolView::Table => html! { <TableView {run} {chosen} {tariff} {choose} /> },
        }
    }
}
