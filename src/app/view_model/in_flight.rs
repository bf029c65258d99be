//! How many requests are in flight, as a stepped area.

use domain::pool::PoolTrace;
use domain::units::SimTime;

use super::Axis;
use super::Coordinate;

/// The height of the area's own coordinates; its width is 100.
pub(crate) const HEIGHT: f64 = 32.0;

/// Steps that are closer than this part of the width are drawn as one.
const LEAST_STEP: f64 = 0.05;

/// The area and its upper edge as SVG paths.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct InFlight {
    /// The closed area.
    pub(crate) area: String,
    /// Its upper edge.
    pub(crate) edge: String,
    /// The most requests in flight at one moment.
    pub(crate) peak: u32,
}

impl InFlight {
    /// The area of a trace, as high as `limit`, or as its own peak if there is no limit.
    pub(crate) fn of(trace: &PoolTrace, axis: &Axis, limit: Option<u32>) -> InFlight {
        let steps = steps(trace);
        let peak = steps.iter().map(|&(_, count)| count).max().unwrap_or(0);
        let unit = HEIGHT / f64::from(limit.unwrap_or(peak).max(1));
        let y = |count: u32| Coordinate(HEIGHT - f64::from(count) * unit);
        let mut edge = format!("M0 {}", Coordinate(HEIGHT));
        let mut drawn = (-1.0, 0);
        let mut waiting = None;
        for (time, count) in steps {
            let x = axis.percent(time);
            if x - drawn.0 < LEAST_STEP {
                // The highest of steps that would coincide is drawn, and where they lead afterwards.
                drawn.1 = count.max(drawn.1);
                edge.push_str(&format!("V{}", y(drawn.1)));
                waiting = Some(count);
                continue;
            }
            if let Some(settled) = waiting.take() {
                edge.push_str(&format!("V{}", y(settled)));
            }
            edge.push_str(&format!("H{}V{}", Coordinate(x), y(count)));
            drawn = (x, count);
        }
        if let Some(settled) = waiting {
            edge.push_str(&format!("V{}", y(settled)));
        }
        edge.push_str("H100");
        InFlight {
            area: format!("{edge}V{}Z", Coordinate(HEIGHT)),
            edge,
            peak,
        }
    }
}

/// The number in flight from each instant on at which it changes.
fn steps(trace: &PoolTrace) -> Vec<(SimTime, u32)> {
    let served = (0..trace.len()).filter(|&index| trace.environment[index].is_some());
    // Rows stand in the order of arrival; only the answers have to be sorted.
    let (arrivals, mut answers): (Vec<u64>, Vec<u64>) = served
        .map(|index| (trace.arrives_at[index], trace.ended_at[index]))
        .map(|(arrival, answer)| (arrival.as_micros(), answer.as_micros()))
        .unzip();
    answers.sort_unstable();
    let (mut arrived, mut answered) = (0, 0);
    let mut steps = Vec::new();
    while let Some(&answer) = answers.get(answered) {
        let now = arrivals
            .get(arrived)
            .map_or(answer, |&arrival| arrival.min(answer));
        let until = |list: &[u64], from: usize| {
            from + list[from..].iter().take_while(|&&at| at <= now).count()
        };
        arrived = until(&arrivals, arrived);
        answered = until(&answers, answered);
        steps.push((SimTime::from_micros(now), (arrived - answered) as u32));
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::super::Activity;
    use super::*;
    use crate::sample::{Deed, run_of};

    #[test]
    fn counts_what_is_in_flight() {
        // Two cold starts of 140 ms, and one that finds both containers warm.
        let (_, run) = run_of(&[
            (0, Deed::Answers(100)),
            (50, Deed::Answers(50)),
            (300, Deed::Answers(100)),
        ]);
        let counts: Vec<(u64, u32)> = steps(&run.trace)
            .into_iter()
            .map(|(time, count)| (time.as_micros() / 1_000, count))
            .collect();
        assert_eq!(counts, [(0, 1), (50, 2), (240, 0), (300, 1), (400, 0)]);

        let end = SimTime::from_millis(400);
        let axis = Axis::of([Activity {
            from: SimTime::ZERO,
            answered: end,
            until: end,
        }]);
        let drawn = InFlight::of(&run.trace, &axis, None);
        assert_eq!(drawn.peak, 2);
        assert!(
            drawn.edge.starts_with("M0 32H0V16H11.364V0H54.545V32"),
            "{}",
            drawn.edge
        );
    }

    #[test]
    fn a_burst_is_one_step() {
        let (_, run) = run_of(&[(0, Deed::Answers(100)); 1_000]);
        assert_eq!(steps(&run.trace).len(), 2);
    }
}
