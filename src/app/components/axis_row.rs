//! The axis below the lanes: its line and its words.

use yew::prelude::*;

use super::markup::{Markup, element, list};
use crate::view_model::{Extent, Tick, TickKind};

/// Draws the row.
pub(super) fn axis_row(ticks: &[Tick]) -> Markup {
    let tick = |tick: &Tick| {
        let word = element(match tick.kind {
            TickKind::Time => "text.t-mid[y=22]",
            TickKind::AfterFold => "text[y=22]",
            TickKind::Fold => "text.t-mid.t-strong[y=22]",
        });
        word.percent("x", tick.percent).child(tick.text.clone())
    };
    let track = element("svg.track[aria-hidden=true]")
        .child(element("line.axis-line[x1=0][x2=100%][y1=4][y2=4]"))
        .children(ticks.iter().map(tick));
    element("div.row.axis").child(track)
}

/// What lies behind all rows: folds, and a line at each time that ends above its word.
pub(super) fn axis_background(folds: &[Extent], ticks: &[Tick]) -> Vec<Html> {
    let fold = |fold: &Extent| {
        let place = element("rect.fold[height=100%]").percent("x", fold.left);
        place.percent("width", fold.width)
    };
    let lines = ticks.iter().filter(|tick| tick.kind != TickKind::Fold);
    let line = |tick: &Tick| {
        let line = element("line.grid[y1=22][y2=100%]");
        line.percent("x1", tick.percent).percent("x2", tick.percent)
    };
    let (over, over_lines) = (
        element("svg.over[aria-hidden=true]"),
        element("svg.over.lines[aria-hidden=true]"),
    );
    list([
        over.children(folds.iter().map(fold)),
        over_lines.children(lines.map(line)),
    ])
}
