//! The row of requests: when each arrived, and how many were in flight.

use super::markup::{Markup, element};
use crate::view_model::{Pill, Timeline, thousands};

/// The row's height, and the part of it that is the area.
pub(super) const AREA_TOP_PX: f64 = 26.0;
const AREA_PX: f64 = 32.0;

/// Draws pills and area into the track; the invocation under the pointer has a ring as well.
pub(super) fn strip_marks(track: Markup, timeline: &Timeline, pointed: Option<usize>) -> Markup {
    let Timeline {
        pills,
        in_flight,
        limit,
        ..
    } = timeline;
    let level = |selector, y_px| element(selector).px("y1", y_px).px("y2", y_px);
    let area =
        element("svg[width=100%][viewBox=0 0 100 32][preserveAspectRatio=none][overflow=visible]")
            .px("y", AREA_TOP_PX)
            .px("height", AREA_PX)
            .child(element("path.area").set("d", in_flight.area.clone()))
            .child(
                element("path.area-top[vector-effect=non-scaling-stroke]")
                    .set("d", in_flight.edge.clone()),
            );
    let limit = limit.map(|_| level("line.limit[x1=0][x2=100%]", AREA_TOP_PX));
    track
        .child(area)
        .child(level("line.grid[x1=0][x2=100%]", AREA_TOP_PX + AREA_PX))
        .child(limit)
        .children(pills.iter().map(|(left, one)| pill(*left, one, pointed)))
}

fn pill(left: f64, pill: &Pill, pointed: Option<usize>) -> Markup {
    let width = pill.width_px;
    let is_pointed = pointed.is_some_and(|index| (pill.first..=pill.last).contains(&index));
    let (inset, top) = if pill.is_throttled {
        (0.8, 1.8)
    } else {
        (0.0, 1.0)
    };
    let shape = element("rect[rx=8.5]")
        .px("x", inset)
        .px("y", top)
        .px("width", width - 2.0 * inset)
        .px("height", 19.0 - 2.0 * top);
    let ring = || {
        let ring = element("rect.ring[x=-2.5][y=-1.5][height=22][rx=11]");
        let ring = ring.and_class((!pill.is_chosen).then_some("pointed"));
        ring.px("width", width + 5.0)
    };
    let request = element("g.req")
        .and_class(pill.is_throttled.then_some("no"))
        .set("data-invocation", pill.first)
        .child(shape)
        .child((pill.is_chosen || is_pointed).then(ring))
        .child(
            element("text[y=13.7]")
                .px("x", width / 2.0)
                .child(pill.text()),
        );
    let place = element("svg[overflow=visible]").percent("x", left);
    place.child(request)
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

/// Puts the words into the right margin of the row.
pub(super) fn strip_tail(margin: Markup, timeline: &Timeline, expiry: Expiry) -> Markup {
    let (first, words) = match timeline.limit {
        Some(limit) => (
            element("text.t-limit[x=8][y=30.5]"),
            format!("limit {}", thousands(limit.into())),
        ),
        None => (
            element("text[x=8][y=30.5]"),
            format!("peak {}", thousands(timeline.in_flight.peak.into())),
        ),
    };
    let margin = margin.child(first.child(words));
    match expiry {
        Expiry::EachItsOwn => margin.child(element("text[x=22][y=54]").child("expires in")),
        Expiry::All(time) => margin
            .child(element("text[x=8][y=45]").child("all expire in"))
            .child(element("text[x=8][y=59]").child(time)),
        Expiry::Nobody => margin,
    }
}
