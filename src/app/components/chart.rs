//! What pictures of numbers are made of, each written once: a line, a word, a plot, a slider, and the table of the numbers.
//! Across they measure in per cent and down in pixels, so that words are never scaled.

use yew::prelude::*;

use super::field::text_of;
use super::lane_marks::px;
use super::markup::{Content, Markup, element};
use crate::model::Msg;

/// A line from one place to another.
pub(super) fn line(class: &'static str, (x1, y1): (f64, f64), (x2, y2): (f64, f64)) -> Markup {
    let line = element("line").set("class", class);
    let line = line.percent("x1", x1).percent("x2", x2);
    line.px("y1", y1).px("y2", y2)
}

/// A word at a place, moved by so many pixels to the right; `anchor` says which end of it stands there.
pub(super) fn word(
    class: &'static str,
    (x, y): (f64, f64),
    right_px: f64,
    anchor: &'static str,
    words: impl Content,
) -> Markup {
    let word = element("text").set("class", class).percent("x", x);
    let word = word.px("dx", right_px).px("y", y);
    word.set("text-anchor", anchor).child(words)
}

/// Paths within a frame of this height, a thousand units wide whatever the screen.
pub(super) fn plot(top_px: f64, height_px: f64, paths: &[(&'static str, &str)]) -> Markup {
    let path = |(class, path): &(&'static str, &str)| {
        let line = element("path[vector-effect=non-scaling-stroke]").set("class", *class);
        line.set("d", (*path).to_owned())
    };
    element("svg[width=100%][preserveAspectRatio=none]")
        .px("y", top_px)
        .px("height", height_px)
        .set("viewBox", format!("0 0 1000 {}", px(height_px)))
        .children(paths.iter().map(path))
}

/// The picture around all of that.
pub(super) fn chart(name: String, height_px: f64, marks: Vec<Html>) -> Markup {
    let picture = element("svg[role=img][width=100%][overflow=visible]").set("aria-label", name);
    element("div.chart").child(picture.px("height", height_px).child(marks))
}

/// A native slider over places from 0 to `last`; `words` say what the present place means.
pub(super) fn slider(
    name: &'static str,
    (place, last): (usize, usize),
    words: String,
    tell: &Callback<Msg>,
    chosen: impl Fn(usize) -> Msg + 'static,
) -> Markup {
    let choose = tell.reform(move |event: Event| {
        let place = text_of(&event).parse().unwrap_or_default();
        chosen(last.min(place))
    });
    element("input[type=range][min=0]")
        .set("max", last)
        .set("aria-label", name)
        .set("aria-valuetext", words)
        .holds(&place.to_string())
        .on_input(choose)
}

/// One row of a table.
pub(super) struct NumberRow {
    pub(super) is_present: bool,
    /// The first one names the row.
    pub(super) cells: Vec<String>,
    /// What went wrong in it, if something did; it stands below the name.
    pub(super) failure: String,
}

/// The numbers of a picture.
pub(super) fn numbers(
    name: &'static str,
    columns: &[&'static str],
    rows: impl Iterator<Item = NumberRow>,
) -> Markup {
    let heading = |name: &&'static str| element("th[scope=col]").child(*name);
    let cell = |(index, text): (usize, String), failure: &str| match (index, failure) {
        (0, "") => element("th[scope=row]").child(text),
        (0, failure) => {
            let failure = element("span").child(failure.to_owned());
            element("th[scope=row]")
                .child(text)
                .child(" ")
                .child(failure)
        }
        _ => element("td").child(text),
    };
    let row = |row: NumberRow| {
        let cells = row.cells.into_iter().enumerate();
        let selector = if row.is_present {
            "tr.sel[aria-current=true]"
        } else {
            "tr"
        };
        element(selector).children(cells.map(|place| cell(place, &row.failure)))
    };
    let headings = element("tr").children(columns.iter().map(heading));
    element("table")
        .set("aria-label", name)
        .child(element("thead").child(headings))
        .child(element("tbody").children(rows.map(row)))
}
