//! The strip at the foot of a narrow page: it answers an act in the prose while the lab is out of sight.

use yew::prelude::*;

use super::controls::button;
use super::lane_marks::lane_marks;
use crate::model::Msg;
use crate::view_model::Dock;

/// Draws the strip.
pub(super) fn dock_view(dock: &Dock, tell: &Callback<Msg>) -> Html {
    let height = |lanes: usize| (lanes * 36).to_string();
    html! {
        <aside class="dock" aria-label="What just happened">
            if !dock.lanes.is_empty() {
                <svg class="lanes" height={height(dock.lanes.len())} width="100%" aria-hidden="true">
                    { for dock.lanes.iter().enumerate().map(|(row, lane)| html! {
                        <svg y={height(row)} height="36" width="100%" overflow="visible">
                            <text x="0" y="18">{ lane.number }</text>
                            <svg x="6%" width="92%" overflow="visible">{ lane_marks(&lane.drawing, None) }</svg>
                        </svg>
                    }) }
                </svg>
            }
            <p role="status"><b>{ &dock.what }</b>{ " " }{ &dock.rest }</p>
            { button("quiet", "Open the lab", Msg::ClickedOpenLab, tell) }
        </aside>
    }
}
