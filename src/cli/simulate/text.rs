//! The answer for people: containers over time, the first invocations, samples and totals.

use std::fmt::Write;

use domain::cloud::simulate_document::{Carried, Question, Row, totals};

use super::timeline;

/// Invocations that are listed; more would hide the rest.
const ROWS: usize = 40;

/// Everything on one screen or two.
pub(super) fn write(question: &Question, carried: &Carried) -> String {
    let mut text = String::new();
    if let Some(trace) = &carried.trace {
        text.push_str(&timeline::draw(question, carried, trace));
        let _ = writeln!(
            text,
            "\n{:>6} {:>12} {:>9} {:>5} {:>12} {:>12} {:>10}  outcome",
            "#", "arrives ms", "container", "start", "starts ms", "ends ms", "billed ms"
        );
        for index in 0..trace.len().min(ROWS) {
            let row = Row::of(question, trace, index);
            let start = match (row.throttled, row.cold) {
                (true, _) => "-",
                (false, true) => "cold",
                (false, false) => "warm",
            };
            let _ = writeln!(
                text,
                "{index:>6} {:>12} {:>9} {start:>5} {:>12} {:>12} {:>10}  {}",
                row.at.to_string(),
                or_dash(row.container),
                or_dash(row.started),
                or_dash(row.ended),
                row.billed.to_string(),
                row.outcome
            );
        }
        if trace.len() > ROWS {
            let _ = writeln!(text, "       … {} more: --csv has all", trace.len() - ROWS);
        }
        text.push('\n');
    }
    for sample in &carried.samples {
        let _ = writeln!(
            text,
            "at {} ms: {} containers, {} busy",
            sample.at.as_millis_f64(),
            sample.containers,
            sample.busy
        );
    }
    for (name, value) in totals(carried) {
        let _ = writeln!(text, "{name:<18} {value:>20}");
    }
    text
}

fn or_dash(value: Option<impl ToString>) -> String {
    value.map_or_else(|| "-".to_owned(), |value| value.to_string())
}
