//! How long visitors waited, init included: the middle one, and the slow ones that a mean would hide.

use domain::pool::PoolTrace;
use domain::units::SimDuration;

use super::words::millis;

/// Which percentiles are told.
const PERCENTILES: [(usize, &str); 3] = [
    (50, "Latency p50"),
    (95, "Latency p95"),
    (99, "Latency p99"),
];

/// Percentiles of latency by nearest rank: the smallest latency that so many per cent of the requests do not exceed.
/// Throttled requests got no answer and are not counted; without any answer there is nothing to tell.
pub(crate) fn latency(trace: &PoolTrace) -> Vec<(&'static str, String)> {
    let mut latencies: Vec<u64> = (0..trace.len())
        .filter(|&index| trace.environment[index].is_some())
        .map(|index| {
            trace.ended_at[index]
                .since(trace.arrives_at[index])
                .as_micros()
        })
        .collect();
    if latencies.is_empty() {
        return Vec::new();
    }
    latencies.sort_unstable();
    PERCENTILES
        .map(|(percent, name)| (name, millis(nearest_rank(&latencies, percent))))
        .to_vec()
}

/// The percentile of a sorted list of microseconds by nearest rank; the list must not be empty.
pub(super) fn nearest_rank(sorted: &[u64], percent: usize) -> SimDuration {
    let rank = (sorted.len() * percent).div_ceil(100).max(1);
    SimDuration::from_micros(sorted[rank - 1])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{Deed, run_of};

    #[test]
    fn ranks_are_those_of_the_sorted_list() {
        // 100 requests of 1 to 100 ms, each in its own container, which takes 140 ms to start.
        let requests: Vec<_> = (1..=100).map(|millis| (0, Deed::Answers(millis))).collect();
        let (_, run) = run_of(&requests);
        let told = latency(&run.trace);
        assert_eq!(
            told,
            [
                ("Latency p50", "190 ms"),
                ("Latency p95", "235 ms"),
                ("Latency p99", "239 ms")
            ]
            .map(|(name, time)| (name, time.to_owned()))
        );
        let (_, one) = run_of(&[(0, Deed::Answers(60))]);
        assert_eq!(latency(&one.trace)[2], ("Latency p99", "200 ms".to_owned()));
        let (_, none) = run_of(&[]);
        assert_eq!(latency(&none.trace), []);
    }
}
