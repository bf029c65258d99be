//! The run as a table, the edition that needs no picture.

use domain::billing::{Bill, Tariff};
use domain::cloud::Run;
use domain::http::reason_phrase;
use domain::pool::{OutcomeCode, StartKind};
use domain::units::SimTime;

use super::MarkKind;
use super::words::{millis, run_time};

/// So many rows are shown at once.
pub(crate) const PAGE: usize = 100;

/// What stands in a cell that has nothing to say.
const NOTHING: &str = "–";

/// One invocation.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Row {
    /// `Arrives`
    pub(crate) arrives: String,
    /// `Container`
    pub(crate) container: String,
    /// `Start`
    pub(crate) start: Cell,
    /// `Duration`
    pub(crate) duration: String,
    /// `Billed`
    pub(crate) billed: String,
    /// `Status`
    pub(crate) status: Cell,
}

/// A word, with the mark of its state if it has one.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Cell {
    /// The mark.
    pub(crate) mark: Option<MarkKind>,
    /// The word.
    pub(crate) word: String,
}

impl Cell {
    fn plain(word: impl Into<String>) -> Cell {
        Cell {
            mark: None,
            word: word.into(),
        }
    }

    fn marked(mark: MarkKind, word: impl Into<String>) -> Cell {
        Cell {
            mark: Some(mark),
            word: word.into(),
        }
    }
}

/// The row of one invocation.
pub(crate) fn row(run: &Run, index: usize, tariff: &Tariff) -> Row {
    let trace = &run.trace;
    let environment = trace.environment[index];
    let ran = trace.start_kind[index] != StartKind::None;
    let init = environment
        .map(|id| trace.environments[id.index()].init)
        .unwrap_or_default();
    Row {
        arrives: millis(trace.arrives_at[index].since(SimTime::ZERO)),
        container: environment.map_or(NOTHING.to_owned(), |id| id.number().to_string()),
        start: match trace.start_kind[index] {
            StartKind::Cold => Cell::marked(MarkKind::Starting, format!("cold, {}", millis(init))),
            StartKind::Warm => Cell::plain("warm"),
            StartKind::None => Cell::plain(NOTHING),
        },
        duration: if ran {
            run_time(trace.duration(index), tariff.granule)
        } else {
            NOTHING.to_owned()
        },
        billed: millis(Bill::billed_duration(trace, index, tariff)),
        status: status(
            trace.outcome[index],
            run.http_status.get(index).copied().flatten(),
        ),
    }
}

fn status(outcome: OutcomeCode, http_status: Option<u16>) -> Cell {
    match outcome {
        OutcomeCode::Ok => Cell::plain(match http_status {
            Some(status) => format!("{status} {}", reason_phrase(status))
                .trim_end()
                .to_owned(),
            None => "answered".to_owned(),
        }),
        OutcomeCode::Error | OutcomeCode::InitError => Cell::marked(MarkKind::Error, "error"),
        OutcomeCode::Timeout => Cell::marked(MarkKind::Error, "timeout"),
        OutcomeCode::Killed => Cell::marked(MarkKind::Error, "killed"),
        OutcomeCode::Throttled => Cell::marked(MarkKind::Throttled, "throttled"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{Deed, run_of};

    #[test]
    fn a_row_says_what_happened() {
        let (_, run) = run_of(&[
            (0, Deed::Answers(112)),
            (1_252, Deed::Throws(6)),
            (2_500, Deed::Hangs),
        ]);
        let texts = |index: usize| {
            let row = row(&run, index, &domain::billing::AWS_2016_12);
            [
                row.arrives,
                row.container,
                row.start.word,
                row.duration,
                row.billed,
                row.status.word,
            ]
            .join(" | ")
        };
        assert_eq!(
            texts(0),
            "0 ms | 1 | cold, 140 ms | 112 ms | 200 ms | 200 OK"
        );
        assert_eq!(texts(1), "1,252 ms | 1 | warm | 6 ms | 100 ms | error");
        assert_eq!(
            texts(2),
            "2,500 ms | 1 | warm | 3,000 ms | 3,000 ms | timeout"
        );
        assert_eq!(
            row(&run, 1, &domain::billing::AWS_2016_12).status.mark,
            Some(MarkKind::Error)
        );
    }
}
