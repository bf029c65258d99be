//! A run as columns of plain numbers, the form in which it crosses from the worker to the page: a browser copies a
//! column in one piece, where an object for each row costs more than the run itself.

use super::Run;
use crate::pool::{EndReason, EnvironmentRecord, OutcomeCode, PoolTrace, StartKind};
use crate::units::{EnvironmentId, SimDuration, SimTime};

/// The names of the columns, in their order. The last six have a row for each environment, the others one for each
/// invocation. What is missing is `NaN`; a kind is its place in its `ALL`.
pub const COLUMN_NAMES: [&str; 13] = [
    "arrivesAtMicros",
    "startedAtMicros",
    "endedAtMicros",
    "environment",
    "startKind",
    "outcome",
    "httpStatus",
    "createdAtMicros",
    "initMicros",
    "initAborted",
    "deployment",
    "endsAtMicros",
    "endReason",
];

/// The columns of a run, in the order of [`COLUMN_NAMES`].
pub type Columns = [Vec<f64>; COLUMN_NAMES.len()];

/// The columns of a run. Its sums, `computing` and `out_of_memory`, are in none of them.
pub fn columns_of(run: &Run) -> Columns {
    let trace = &run.trace;
    let lives = &trace.environments;
    [
        times(&trace.arrives_at),
        times(&trace.started_at),
        times(&trace.ended_at),
        column(&trace.environment, |id| some(id.map(|id| id.0))),
        column(&trace.start_kind, |kind| place(&StartKind::ALL, kind)),
        column(&trace.outcome, |code| place(&OutcomeCode::ALL, code)),
        column(&run.http_status, |status| some(status.map(u32::from))),
        column(lives, |life| micros(life.created_at.as_micros())),
        column(lives, |life| micros(life.init.as_micros())),
        column(lives, |life| f64::from(u8::from(life.init_aborted))),
        column(lives, |life| f64::from(life.deployment)),
        column(lives, |life| {
            life.ends_at.map_or(f64::NAN, |at| micros(at.as_micros()))
        }),
        column(lives, |life| {
            life.end_reason
                .map_or(f64::NAN, |reason| place(&EndReason::ALL, &reason))
        }),
    ]
}

/// The run of these columns and sums; `None` if they are not those of a run.
pub fn run_of(columns: &Columns, computing: SimDuration, out_of_memory: u32) -> Option<Run> {
    let [
        arrives,
        started,
        ended,
        environment,
        start_kind,
        outcome,
        http_status,
        created,
        init,
        init_aborted,
        deployment,
        ends,
        end_reason,
    ] = columns;
    let has_length = |length: usize| move |column: &Vec<f64>| column.len() == length;
    let is_whole = columns[..7].iter().all(has_length(arrives.len()))
        && columns[7..].iter().all(has_length(created.len()));
    if !is_whole {
        return None;
    }
    let environments = (0..created.len())
        .map(|row| {
            Some(EnvironmentRecord {
                created_at: time(created[row]),
                init: SimDuration::from_micros(init[row] as u64),
                init_aborted: init_aborted[row] != 0.0,
                deployment: deployment[row] as u32,
                ends_at: present(ends[row]).map(time),
                end_reason: match present(end_reason[row]) {
                    Some(code) => Some(kind(&EndReason::ALL, code)?),
                    None => None,
                },
            })
        })
        .collect::<Option<_>>()?;
    let read_times = |column: &[f64]| column.iter().copied().map(time).collect();
    Some(Run {
        trace: PoolTrace {
            arrives_at: read_times(arrives),
            started_at: read_times(started),
            ended_at: read_times(ended),
            environment: environment
                .iter()
                .map(|&id| present(id).map(|id| EnvironmentId(id as u32)))
                .collect(),
            start_kind: kinds(&StartKind::ALL, start_kind)?,
            outcome: kinds(&OutcomeCode::ALL, outcome)?,
            environments,
        },
        http_status: http_status
            .iter()
            .map(|&status| present(status).map(|status| status as u16))
            .collect(),
        computing,
        out_of_memory,
    })
}

fn column<T>(rows: &[T], number: impl Fn(&T) -> f64) -> Vec<f64> {
    rows.iter().map(number).collect()
}

fn times(rows: &[SimTime]) -> Vec<f64> {
    column(rows, |at| micros(at.as_micros()))
}

/// Exact up to 2^53, which are 285 years.
fn micros(micros: u64) -> f64 {
    micros as f64
}

fn some(number: Option<u32>) -> f64 {
    number.map_or(f64::NAN, f64::from)
}

fn place<T: PartialEq>(all: &[T], kind: &T) -> f64 {
    all.iter()
        .position(|other| other == kind)
        .map_or(f64::NAN, |place| place as f64)
}

fn present(number: f64) -> Option<f64> {
    (!number.is_nan()).then_some(number)
}

fn time(micros: f64) -> SimTime {
    SimTime::from_micros(micros as u64)
}

fn kind<T: Copy>(all: &[T], place: f64) -> Option<T> {
    all.get(present(place)? as usize).copied()
}

fn kinds<T: Copy>(all: &[T], places: &[f64]) -> Option<Vec<T>> {
    places.iter().map(|&place| kind(all, place)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run() -> Run {
        let life = |end: Option<(u64, EndReason)>| EnvironmentRecord {
            created_at: SimTime::from_micros(7),
            init: SimDuration::from_micros(140_000),
            init_aborted: end.is_some(),
            deployment: 1,
            ends_at: end.map(|(at, _)| SimTime::from_micros(at)),
            end_reason: end.map(|(_, reason)| reason),
        };
        let mut run = Run {
            computing: SimDuration::from_micros(5),
            out_of_memory: 1,
            ..Run::default()
        };
        run.trace.environments = EndReason::ALL
            .iter()
            .map(|&reason| life(Some((9_007_199_254_740_991, reason))))
            .chain([life(None)])
            .collect();
        for (row, &outcome) in OutcomeCode::ALL.iter().enumerate() {
            let at = |micros| SimTime::from_micros(row as u64 + micros);
            run.trace.arrives_at.push(at(0));
            run.trace.started_at.push(at(1));
            run.trace.ended_at.push(at(2));
            let environment = (outcome != OutcomeCode::Throttled).then_some(EnvironmentId(4));
            run.trace.environment.push(environment);
            run.trace
                .start_kind
                .push(StartKind::ALL[row % StartKind::ALL.len()]);
            run.trace.outcome.push(outcome);
            run.http_status.push((row > 0).then_some(200 + row as u16));
        }
        run
    }

    #[test]
    fn a_run_of_every_kind_comes_back() {
        for run in [run(), Run::default()] {
            let columns = columns_of(&run);
            assert_eq!(
                run_of(&columns, run.computing, run.out_of_memory),
                Some(run)
            );
        }
    }

    #[test]
    fn what_is_no_run_is_refused() {
        for spoil in [
            |columns: &mut Columns| columns[2].truncate(1),
            |columns: &mut Columns| columns[8].push(1.0),
            |columns: &mut Columns| columns[5][0] = 6.0,
            |columns: &mut Columns| columns[4][0] = f64::NAN,
        ] {
            let mut columns = columns_of(&run());
            spoil(&mut columns);
            assert_eq!(run_of(&columns, SimDuration::ZERO, 0), None);
        }
    }
}
