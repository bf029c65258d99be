//! The answer for spreadsheets. No value holds a comma or a quotation mark.

use domain::cloud::simulate_document::{Carried, Question, Row, totals};

/// A line for each invocation; without those, one of totals.
pub(super) fn write(question: &Question, carried: &Carried) -> String {
    let Some(trace) = &carried.trace else {
        let (names, values): (Vec<&str>, Vec<String>) = totals(carried).into_iter().unzip();
        return format!("{}\n{}\n", names.join(","), values.join(","));
    };
    let mut text =
        String::from("index,atMs,container,cold,throttled,startMs,endMs,billedMs,outcome\n");
    for index in 0..trace.len() {
        let row = Row::of(question, trace, index);
        let cells = [
            index.to_string(),
            row.at.to_string(),
            or_empty(row.container),
            row.cold.to_string(),
            row.throttled.to_string(),
            or_empty(row.started),
            or_empty(row.ended),
            row.billed.to_string(),
            row.outcome.to_owned(),
        ];
        text.push_str(&cells.join(","));
        text.push('\n');
    }
    text
}

fn or_empty(value: Option<impl ToString>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}
