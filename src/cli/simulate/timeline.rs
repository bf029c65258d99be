//! Containers over time, drawn with letters: a row for each container, a column for each slice of time. What is
//! short is still seen: within a slice a killed or failing request comes before init, init before running, that
//! before idling.

use std::fmt::Write;

use domain::cloud::simulate_document::{Carried, Question};
use domain::pool::{OutcomeCode, PoolTrace, StartKind};
use domain::units::SimTime;

/// Slices of time.
const COLUMNS: usize = 72;

/// Containers that are drawn; more would hide the rest.
const LANES: usize = 30;

const LEGEND: &str =
    "i init  # running  . idle  x killed, timed out or failed  T throttled arrivals";

/// Draws the first containers, and throttled arrivals below them.
pub(super) fn draw(question: &Question, carried: &Carried, trace: &PoolTrace) -> String {
    let end = question
        .horizon
        .unwrap_or(carried.totals.horizon)
        .as_micros()
        .max(1);
    let column = |at: SimTime| {
        let at = u128::from(at.as_micros().min(end));
        (at * COLUMNS as u128 / u128::from(end)) as usize
    };
    let mut lanes = vec![vec![' '; COLUMNS]; trace.environments.len().min(LANES)];
    let mut throttled = vec![' '; COLUMNS];
    for (lane, environment) in lanes.iter_mut().zip(&trace.environments) {
        let ends_at = environment.ends_at.unwrap_or(SimTime::MAX);
        mark(lane, column(environment.created_at), column(ends_at), '.');
    }
    for index in 0..trace.len() {
        let Some(environment) = trace.environment[index] else {
            let at = column(trace.arrives_at[index]);
            mark(&mut throttled, at, at, 'T');
            continue;
        };
        let (Some(lane), record) = (
            lanes.get_mut(environment.index()),
            &trace.environments[environment.index()],
        ) else {
            continue;
        };
        let (started, ended) = (trace.started_at[index], trace.ended_at[index]);
        if trace.start_kind[index] == StartKind::Cold {
            mark(lane, column(record.created_at), column(started), 'i');
        }
        if trace.handler_time(index).is_some() {
            mark(lane, column(started), column(ended), '#');
        }
        let is_cut_off = matches!(
            trace.outcome[index],
            OutcomeCode::Killed | OutcomeCode::Timeout | OutcomeCode::InitError
        );
        if is_cut_off {
            mark(lane, column(ended), column(ended), 'x');
        }
    }
    let mut text = String::new();
    for (number, lane) in lanes.iter().enumerate() {
        let _ = writeln!(text, "{number:>4} |{}|", lane.iter().collect::<String>());
    }
    if trace.environments.len() > LANES {
        let _ = writeln!(
            text,
            "     … {} more containers",
            trace.environments.len() - LANES
        );
    }
    if throttled.contains(&'T') {
        let _ = writeln!(text, "     |{}|", throttled.iter().collect::<String>());
    }
    let end = format!("{} ms", SimTime::from_micros(end).as_millis_f64());
    let _ = writeln!(
        text,
        "      0{end:>width$}\n      {LEGEND}",
        width = COLUMNS - 1
    );
    text
}

/// Marks the columns from the first to before the last, at least one, where nothing weightier stands.
fn mark(lane: &mut [char], first: usize, last: usize, letter: char) {
    let weight = |letter: char| " .#iTx".find(letter);
    let last = last.clamp(first + 1, COLUMNS.max(first + 1));
    for place in lane.iter_mut().take(last).skip(first.min(COLUMNS - 1)) {
        if weight(*place) < weight(letter) {
            *place = letter;
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::cloud::simulate_document::{carry_out, read};

    #[test]
    fn draws_every_state() {
        let document = r#"{ "policy": { "keepAliveMs": 100, "initMs": 100, "maxConcurrency": 2, "timeoutMs": 300 },
            "arrivals": [{ "atMs": 0, "durationMs": 200 }, { "atMs": 0, "durationMs": 900 }, { "atMs": 10, "durationMs": 1 }] }"#;
        let question = read(document).unwrap();
        let carried = carry_out(&question);
        let drawn = super::draw(&question, &carried, carried.trace.as_ref().unwrap());
        let lines: Vec<&str> = drawn.lines().collect();
        assert_eq!(
            lines[0],
            format!(
                "   0 |{}{}{}|",
                "i".repeat(18),
                "#".repeat(36),
                ".".repeat(18)
            )
        );
        assert_eq!(
            lines[1],
            format!("   1 |{}{}x|", "i".repeat(18), "#".repeat(53))
        );
        assert_eq!(
            lines[2].trim_end_matches([' ', '|']),
            "     | T",
            "at 10 ms"
        );
    }
}
