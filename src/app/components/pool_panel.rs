//! The container pool: its status, what the cloud is like, and the run as a picture or a table.

use std::rc::Rc;

use domain::cloud::{Plan, Run};
use yew::prelude::*;

use super::invite::Invite;
use super::legend::Legend;
use super::names::Names;
use super::table_view::TableView;
use super::tabs::{Tab, Tabs};
use super::timeline_view::TimelineView;
use crate::model::{Msg, PoolView, SettingsForm};

/// What the panel shows.
#[derive(PartialEq, Properties)]
pub(crate) struct PoolPanelProps {
    pub(crate) names: Names,
    pub(crate) status: String,
    /// The next request brings a new version of the function.
    pub(crate) is_changed: bool,
    pub(crate) view: PoolView,
    pub(crate) plan: Rc<Plan>,
    /// The run and the chosen invocation of it.
    pub(crate) shown: Option<(Rc<Run>, usize)>,
    pub(crate) form: SettingsForm,
    /// The line with the settings, which belongs to the whole lab.
    pub(crate) settings: Html,
    pub(crate) tell: Callback<Msg>,
}

const VIEWS: [(PoolView, &str, &str); 2] = [
    (PoolView::Timeline, "Timeline", "timeline"),
    (PoolView::Table, "Table", "table"),
];

/// Draws the panel.
#[component]
pub(crate) fn PoolPanel(props: &PoolPanelProps) -> Html {
    let PoolPanelProps {
        names,
        status,
        view,
        shown,
        tell,
        ..
    } = props;
    let tabs = VIEWS
        .map(|(_, name, part)| Tab {
            name,
            panel: names.id(part),
        })
        .to_vec();
    let chosen = VIEWS
        .iter()
        .position(|(known, ..)| known == view)
        .unwrap_or_default();
    let panels = VIEWS.iter().map(|(known, _, part)| {
        let id = names.id(part);
        let content = (known == view).then(|| picture(props));
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
                    { status }
                    if props.is_changed {
                        <span class="changed">
                            <span class="unseen">{ " · " }</span>{ "changed: the next request deploys it" }
                            <span class="why">{ ", containers start anew" }</span>
                        </span>
                    }
                </p>
                <button class="plain" type="button" onclick={tell.reform(|_: MouseEvent| Msg::ClickedResetPool)}>
                    { "Reset pool" }
                </button>
                <Tabs
                    label="Pool view" class="switch" {tabs} {chosen}
                    choose={tell.reform(|index: usize| Msg::ChoseView(VIEWS[index].0))}
                />
            </div>
            { props.settings.clone() }
            { for panels }
            if shown.is_some() && *view == PoolView::Timeline { <Legend /> }
        </section>
    }
}

fn picture(props: &PoolPanelProps) -> Html {
    let PoolPanelProps {
        view,
        plan,
        shown,
        tell,
        ..
    } = props;
    let Some((run, chosen)) = shown else {
        return html! { <Invite form={props.form.clone()} /> };
    };
    let (run, chosen) = (run.clone(), *chosen);
    let choose = tell.reform(Msg::ChoseInvocation);
    let tariff = props.form.tariff;
    match view {
        PoolView::Timeline => {
            html! { <TimelineView plan={plan.clone()} {run} {chosen} {tariff} {choose} /> }
        }
        PoolView::Table => html! { <TableView {run} {chosen} {tariff} {choose} /> },
    }
}
