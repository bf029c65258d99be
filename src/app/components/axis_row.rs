//! The axis below the lanes: its line and its words.

use yew::prelude::*;

use super::lane_marks::percent;
use crate::view_model::{Extent, Tick, TickKind};

/// Draws the row.
pub(super) fn axis_row(ticks: &[Tick]) -> Html {
    let tick = |tick: &Tick| {
        let class = match tick.kind {
            TickKind::Time => "t-mid",
            TickKind::AfterFold => "",
            TickKind::Fold => "t-mid t-strong",
        };
        html! { <text {class} x={percent(tick.percent)} y="22">{ &tick.text }</text> }
    };
    html! {
        <div class="row axis">
            <svg class="track" aria-hidden="true">
                <line class="axis-line" x1="0" x2="100%" y1="4" y2="4" />
                { for ticks.iter().map(tick) }
            </svg>
        </div>
    }
}

/// What lies behind all rows: folds, and a line at each time that ends above its word.
pub(super) fn axis_background(folds: &[Extent], ticks: &[Tick]) -> Html {
    let lines = ticks.iter().filter(|tick| tick.kind != TickKind::Fold);
    html! {
        <>
            <svg class="over" aria-hidden="true">
                { for folds.iter().map(|fold| html! {
                    <rect class="fold" x={percent(fold.left)} width={percent(fold.width)} height="100%" />
                }) }
            </svg>
            <svg class="over lines" aria-hidden="true">
                { for lines.map(|tick| html! {
                    <line class="grid" x1={percent(tick.percent)} x2={percent(tick.percent)} y1="22" y2="100%" />
                }) }
            </svg>
        </>
    }
}
