//! What just happened, in one sentence and a few lanes: for a reader who pressed an act in the prose and does not see
//! the lab.

use domain::billing::Tariff;
use domain::cloud::{Plan, Run};
use domain::pool::{OutcomeCode, StartKind};

use super::words::thousands;
use super::{Lane, LaneForm, Measure, Picture, Timeline};

/// So many lanes fit above the sentence.
const MOST_LANES: usize = 3;

/// What the dock shows.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Dock {
    /// `Two at once.`
    pub(crate) what: String,
    /// `Container 1 was warm, container 2 had to start.`
    pub(crate) rest: String,
    /// The containers that answered, at most three.
    pub(crate) lanes: Vec<Lane>,
}

impl Dock {
    /// Tells of the last requests that arrived together; `None` if there are none.
    pub(crate) fn of(plan: &Plan, run: &Run, tariff: &'static Tariff) -> Option<Dock> {
        let trace = &run.trace;
        let last = *trace.arrives_at.last()?;
        let burst: Vec<usize> = (0..trace.len())
            .filter(|&index| trace.arrives_at[index] == last)
            .collect();
        let numbers = |kind: StartKind| -> Vec<u32> {
            let of_kind = burst
                .iter()
                .filter(|&&index| trace.start_kind[index] == kind);
            let mut numbers = Vec::new();
            for number in of_kind.filter_map(|&index| Some(trace.environment[index]?.number())) {
                let place = numbers.partition_point(|&known| known < number);
                numbers.insert(place, number);
            }
            numbers
        };
        let (warm, cold) = (numbers(StartKind::Warm), numbers(StartKind::Cold));
        let mut parts = Vec::new();
        parts.extend(named(&warm, "was warm", "were warm"));
        parts.extend(named(&cold, "had to start", "had to start"));
        let failed = burst
            .iter()
            .filter(|&&index| trace.outcome[index] != OutcomeCode::Ok)
            .count();
        let mut rest = format!("{}.", parts.join(", "));
        if let Some(first) = rest.get_mut(0..1) {
            first.make_ascii_uppercase();
        }
        if failed > 0 {
            rest.push_str(&format!(" {} failed.", thousands(failed as u64)));
        }
        let what = match burst.len() {
            1 => "One request.".to_owned(),
            2 => "Two at once.".to_owned(),
            3 => "Three at once.".to_owned(),
            count => format!("{} at once.", thousands(count as u64)),
        };
        let measure = Measure {
            width_px: 300.0,
            form: LaneForm::Low,
        };
        let lanes = match Timeline::of(plan, run, None, tariff, measure).picture {
            Picture::Lanes { form, lanes } if form.has_words() => lanes
                .into_iter()
                .filter(|lane| warm.contains(&lane.number) || cold.contains(&lane.number))
                .take(MOST_LANES)
                .collect(),
            _ => Vec::new(),
        };
        Some(Dock { what, rest, lanes })
    }
}

/// Up to three containers by their numbers, more by their count; `None` for nobody.
fn named(numbers: &[u32], one: &str, many: &str) -> Option<String> {
    match numbers {
        [] => None,
        [number] => Some(format!("container {number} {one}")),
        [others @ .., last] if others.len() < 3 => {
            let others: Vec<String> = others.iter().map(u32::to_string).collect();
            Some(format!(
                "containers {} and {last} {many}",
                others.join(", ")
            ))
        }
        numbers => Some(format!(
            "{} containers {many}",
            thousands(numbers.len() as u64)
        )),
    }
}

#[cfg(test)]
mod tests {
    use domain::billing::AWS_2016_12;

    use super::*;
    use crate::sample::{Deed, run_of};

    #[test]
    fn tells_what_the_last_requests_met() {
        let answers = Deed::Answers(50);
        for (requests, expected, lanes) in [
            (
                vec![(0, answers)],
                "One request. Container 1 had to start.",
                1,
            ),
            (
                vec![(0, answers), (900, answers)],
                "One request. Container 1 was warm.",
                1,
            ),
            (
                vec![(0, answers), (900, answers), (900, answers)],
                "Two at once. Container 1 was warm, container 2 had to start.",
                2,
            ),
            (
                vec![(0, answers); 3],
                "Three at once. Containers 1, 2 and 3 had to start.",
                3,
            ),
            (
                vec![(0, answers); 20],
                "20 at once. 20 containers had to start.",
                0,
            ),
            (
                vec![(0, Deed::Throws(1))],
                "One request. Container 1 had to start. 1 failed.",
                1,
            ),
        ] {
            let (plan, run) = run_of(&requests);
            let dock = Dock::of(&plan, &run, &AWS_2016_12).unwrap();
            assert_eq!(
                (
                    format!("{} {}", dock.what, dock.rest).as_str(),
                    dock.lanes.len()
                ),
                (expected, lanes)
            );
        }
    }
}
