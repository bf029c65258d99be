//! The row of requests: when each arrived, and how many were in flight.

use yew::prelude::*;

use super::lane_marks::{percent, px};
use crate::view_model::{Pill, Timeline, thousands};

/// The row's height, and the part of it that is the area.
pub(super) const AREA_TOP_PX: f64 = 26.0;
const AREA_PX: f64 = 32.0;

/// Draws pills and area; the invocation under the pointer has a ring as well.
pub(super) fn strip_marks(timeline: &Timeline, pointed: Option<usize>) -> Html {
    let Timeline {
        pills,
        in_flight,
        limit,
        ..
    } = timeline;
    let bottom = px(AREA_TOP_PX + AREA_PX);
    html! {
        <>
            <svg
                y={px(AREA_TOP_PX)} width="100%" height={px(AREA_PX)} viewBox="0 0 100 32"
                preserveAspectRatio="none" overflow="visible"
            >
                <path class="area" d={in_flight.area.clone()} />
                <path class="area-top" d={in_flight.edge.clone()} vector-effect="non-scaling-stroke" />
            </svg>
            <line class="grid" x1="0" x2="100%" y1={bottom.clone()} y2={bottom} />
            if limit.is_some() {
                <line class="limit" x1="0" x2="100%" y1={px(AREA_TOP_PX)} y2={px(AREA_TOP_PX)} />
            }
            { for pills.iter().map(|(left, one)| pill(*left, one, pointed)) }
        </>
    }
}

fn pill(left: f64, pill: &Pill, pointed: Option<usize>) -> Html {
    let width = pill.width_px;
    let is_pointed = pointed.is_some_and(|index| (pill.first..=pill.last).contains(&index));
    let (inset, top) = if pill.is_throttled {
        (0.8, 1.8)
    } else {
        (0.0, 1.0)
    };
    html! {
        <svg x={percent(left)} overflow="visible">
            <g class={classes!("req", pill.is_throttled.then_some("no"))} data-invocation={pill.first.to_string()}>
                <rect
                    x={px(inset)} y={px(top)} width={px(width - 2.0 * inset)}
                    height={px(19.0 - 2.0 * top)} rx="8.5"
                />
                if pill.is_chosen || is_pointed {
                    <rect class={classes!("ring", (!pill.is_chosen).then_some("pointed"))} x="-2.5" y="-1.5" width={px(width + 5.0)} height="22" rx="11" />
                }
                <text x={px(width / 2.0)} y="13.7">{ pill.text() }</text>
            </g>
        </svg>
    }
}

/// What the right margin says of the containers below.
pub(super) enum Expiry {
    /// Each lane says its own time.
    EachItsOwn,
    /// When the last of them will be gone.
    All(String),
    /// Nothing waits.
    Nobody,
}

/// The words in the right margin of the row.
pub(super) fn strip_tail(timeline: &Timeline, expiry: &Expiry) -> Html {
    let top = match timeline.limit {
        Some(limit) => {
            html! { <text class="t-limit" x="8" y="30.5">{ format!("limit {}", thousands(limit.into())) }</text> }
        }
        None => {
            html! { <text x="8" y="30.5">{ format!("peak {}", thousands(timeline.in_flight.peak.into())) }</text> }
        }
    };
    let bottom = match expiry {
        Expiry::EachItsOwn => html! { <text x="22" y="54">{ "expires in" }</text> },
        Expiry::All(time) => html! {
            <><text x="8" y="45">{ "all expire in" }</text><text x="8" y="59">{ time }</text></>
        },
        Expiry::Nobody => Html::default(),
    };
    html! { <>{ top }{ bottom }</> }
}
