//! The strip at the foot of a narrow page: it answers an act in the prose while the lab is out of sight.

use domain::billing::Tariff;
use domain::cloud::{Plan, Run};
use yew::prelude::*;

use super::controls::button;
use super::lane_marks::lane_marks;
use super::markup::{Content, Markup, element};
use crate::model::Msg;
use crate::view_model::{Dock, Lane};

/// The height of a lane.
const LANE_PX: usize = 36;

/// The strip for the last requests that arrived together; none if there are none.
pub(super) fn dock(
    plan: &Plan,
    run: &Run,
    tariff: &'static Tariff,
    tell: &Callback<Msg>,
) -> Option<Html> {
    let dock = Dock::of(plan, run, tariff)?;
    Some(dock_view(&dock, tell).node())
}

fn dock_view(dock: &Dock, tell: &Callback<Msg>) -> Markup {
    let row = |(row, lane): (usize, &Lane)| {
        let track = element("svg[x=6%][width=92%][overflow=visible]");
        element("svg[height=36][width=100%][overflow=visible]")
            .set("y", row * LANE_PX)
            .child(element("text[x=0][y=18]").child(lane.number.to_string()))
            .child(lane_marks(track, &lane.drawing, None))
    };
    let lanes = (!dock.lanes.is_empty()).then(|| {
        element("svg.lanes[width=100%][aria-hidden=true]")
            .set("height", dock.lanes.len() * LANE_PX)
            .children(dock.lanes.iter().enumerate().map(row))
    });
    let what = element("b").child(dock.what.clone());
    let said = element("p[role=status]").child(what);
    element("aside.dock")
        .set("aria-label", "What just happened")
        .child(lanes)
        .child(said.child(" ").child(dock.rest.clone()))
        .child(button("quiet", "Open the lab", Msg::ClickedOpenLab, tell))
}
