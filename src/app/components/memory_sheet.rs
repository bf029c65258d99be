//! What other memory sizes would take and cost: the picture, its numbers, and the slider that chooses one.

use yew::prelude::*;

use super::chart::{NumberRow, chart, line, numbers, plot, slider, word};
use super::markup::{Markup, element, list};
use crate::model::{MemoryStudy, Msg, Setting};
use crate::view_model::{CURVE_PX, MemorySizes, SizeRow, counted};

/// Where each curve begins, below its name.
const DURATION_TOP_PX: f64 = 24.0;
const PRICE_TOP_PX: f64 = DURATION_TOP_PX + CURVE_PX + 34.0;
const BOTTOM_PX: f64 = PRICE_TOP_PX + CURVE_PX;

/// What the bill opens.
pub(super) fn memory_sheet(
    sizes: &MemorySizes,
    study: &MemoryStudy,
    tell: &Callback<Msg>,
) -> Vec<Html> {
    let offered: Vec<String> = sizes.rows.iter().map(SizeRow::megabytes).collect();
    let last = offered.len() - 1;
    let chosen = move |place: usize| Msg::ChangedSetting(Setting::Memory(offered[place].clone()));
    let words = sizes.words();
    let state = match (study.fault(), last + 1 - sizes.known()) {
        (Some(fault), _) => fault,
        (None, 0) => format!(
            "Each size is a run of its own: {} of this code, sent again; times are medians. The next request deploys the size \
             that is chosen.",
            counted(study.requests() as u64, "request")
        ),
        (None, waiting) => format!(
            "Running the same requests again: {} to go.",
            counted(waiting as u64, "size")
        ),
    };
    let slider = slider(
        "Memory (MB)",
        (sizes.present, last),
        words.clone(),
        tell,
        chosen,
    );
    list([
        element("div")
            .child(picture(sizes))
            .child(element("div.chart.slide").child(slider))
            .child(element("p.here").child(words)),
        element("div")
            .child(table(sizes))
            .child(element("p").child(state)),
    ])
}

fn picture(sizes: &MemorySizes) -> Markup {
    let mut marks: Vec<Markup> = Vec::new();
    let here = sizes.rows[sizes.present].across;
    for (top, name, most) in [
        (DURATION_TOP_PX, "Duration", &sizes.longest),
        (PRICE_TOP_PX, "Price per million", &sizes.dearest),
    ] {
        let bottom = top + CURVE_PX;
        marks.push(word("c-name", (0.0, top - 11.0), 0.0, "start", name));
        marks.push(line("c-grid", (0.0, top), (100.0, top)));
        marks.push(line("c-base", (0.0, bottom), (100.0, bottom)));
        marks.push(line("c-here", (here, top), (here, bottom)));
        marks.push(word("c-tick", (0.0, top + 5.0), -10.0, "end", most.clone()));
        marks.push(word("c-tick", (0.0, bottom + 4.0), -10.0, "end", "0"));
    }
    marks.push(word(
        "c-tick",
        (100.0, DURATION_TOP_PX - 11.0),
        0.0,
        "end",
        "dotted: billed",
    ));
    let times = [
        ("c-billed", &*sizes.billed_line),
        ("c-line run", &*sizes.duration_line),
    ];
    marks.push(plot(DURATION_TOP_PX, CURVE_PX, &times));
    marks.push(plot(
        PRICE_TOP_PX,
        CURVE_PX,
        &[("c-line", &sizes.price_line)],
    ));
    for (index, row) in sizes.rows.iter().enumerate() {
        let is_present = index == sizes.present;
        if let Some(found) = &row.found {
            let class = |class| {
                if row.failure.is_empty() {
                    class
                } else {
                    "c-dot failed"
                }
            };
            for (class, down) in [
                (class("c-dot run"), DURATION_TOP_PX + found.duration_px),
                (class("c-dot"), PRICE_TOP_PX + found.price_px),
            ] {
                marks.push(dot(class, (row.across, down), is_present));
            }
        }
        let is_outer = index == 0 || index + 1 == sizes.rows.len();
        let class = match (is_present, is_outer) {
            (true, _) => "c-size c-name",
            (_, true) => "c-size c-tick",
            _ => "c-size c-tick inner",
        };
        marks.push(word(
            class,
            (row.across, BOTTOM_PX + 18.0),
            0.0,
            "middle",
            row.megabytes(),
        ));
    }
    let name = "Duration and price over memory sizes; the table has the numbers.".to_owned();
    chart(name, BOTTOM_PX + 24.0, list(marks))
}

/// A dot; the style sheet makes a square of one that stands for a failure.
fn dot(class: &'static str, (x, y): (f64, f64), is_present: bool) -> Markup {
    let radius = if is_present { 5.0 } else { 3.0 };
    let square = element("rect").set("class", class);
    let square = square.px("x", -radius).px("y", -radius);
    let square = square.px("width", 2.0 * radius).px("height", 2.0 * radius);
    let place = element("svg[overflow=visible]");
    place.percent("x", x).px("y", y).child(square)
}

fn table(sizes: &MemorySizes) -> Markup {
    let row = |(index, row): (usize, &SizeRow)| -> NumberRow {
        let unknown = || [if row.is_run() { "–" } else { "…" }; 3].map(str::to_owned);
        let numbers = row.found.as_ref().map_or_else(unknown, |found| {
            [&found.duration, &found.billed, &found.price].map(Clone::clone)
        });
        let name = format!("{} MB", row.megabytes());
        NumberRow {
            is_present: index == sizes.present,
            cells: [name].into_iter().chain(numbers).collect(),
            failure: row.failure.clone(),
        }
    };
    numbers(
        "Memory sizes",
        &["Memory", "Duration", "Billed", "Per million"],
        sizes.rows.iter().enumerate().map(row),
    )
}
