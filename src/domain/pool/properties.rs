//! Exact results that hold for every trace, whatever the arrivals: identities of a sample path, and the oracle that
//! says from the busy count alone how many containers a run needs. proptest prints the failing case.

use proptest::prelude::*;

use super::table::{Scripted, Step};
use super::*;
use crate::units::{SimDuration, SimTime};

/// Gaps and durations small and round, so that ties are frequent.
fn arrivals() -> impl Strategy<Value = Vec<(u64, u64)>> {
    prop::collection::vec((0_u64..20, 0_u64..40), 1..80)
}

fn simulate(
    arrivals: &[(u64, u64)],
    init: u64,
    keep_alive: Option<u64>,
    concurrency_limit: Option<u32>,
) -> PoolTrace {
    let policy = PoolPolicy {
        keep_alive: keep_alive.map(SimDuration::from_millis),
        concurrency_limit,
        init_limit: None,
        ..PoolPolicy::default()
    };
    let service = Scripted {
        init: SimDuration::from_millis(init),
        next_init_fails: false,
        retired: Vec::new(),
    };
    let mut pool: Pool<_> = Pool::new(policy, service);
    let mut at = 0;
    for &(gap, duration) in arrivals {
        at += gap;
        pool.arrive(
            SimTime::from_millis(at),
            &Step {
                duration: SimDuration::from_millis(duration),
                fate: Fate::Keep,
            },
        );
    }
    pool.trace().clone()
}

/// Requests in flight just after the arrival `index` was taken.
fn in_flight_at(trace: &PoolTrace, index: usize) -> usize {
    let at = trace.arrives_at[index];
    let served = |other: &usize| trace.environment[*other].is_some();
    (0..=index)
        .filter(served)
        .filter(|&other| trace.ended_at[other] > at || other == index)
        .count()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_request_is_cold_warm_or_throttled(
        arrivals in arrivals(), init in 0_u64..30, keep_alive in 0_u64..60, limit in 1_u32..6,
    ) {
        let trace = simulate(&arrivals, init, Some(keep_alive), Some(limit));
        let (cold, warm, none) =
            (trace.count(StartKind::Cold), trace.count(StartKind::Warm), trace.count(StartKind::None));
        prop_assert_eq!(cold + warm + none, arrivals.len());
        prop_assert_eq!(cold, trace.environments.len());
        for index in 0..trace.len() {
            prop_assert!(in_flight_at(&trace, index) <= limit as usize || trace.environment[index].is_none());
        }
    }

    #[test]
    fn an_environment_serves_one_request_at_a_time_and_only_while_it_lives(
        arrivals in arrivals(), init in 0_u64..30, keep_alive in 0_u64..60,
    ) {
        let trace = simulate(&arrivals, init, Some(keep_alive), None);
        for (number, record) in trace.environments.iter().enumerate() {
            let served: Vec<usize> =
                (0..trace.len()).filter(|&i| trace.environment[i].is_some_and(|e| e.index() == number)).collect();
            prop_assert!(served.windows(2).all(|pair| trace.ended_at[pair[0]] <= trace.arrives_at[pair[1]]));
            let last = trace.ended_at[*served.last().unwrap()];
            // Every expired environment ends with exactly the keep-alive time of idling.
            prop_assert_eq!(record.ends_at, Some(last + SimDuration::from_millis(keep_alive)));
        }
    }

    #[test]
    fn without_expiry_the_pool_grows_to_the_peak_concurrency(arrivals in arrivals(), init in 0_u64..30) {
        let trace = simulate(&arrivals, init, None, None);
        let peak = (0..trace.len()).map(|index| in_flight_at(&trace, index)).max().unwrap();
        // A request of no duration is gone before the next of its instant, and was in flight all the same.
        prop_assert_eq!(trace.environments.len(), peak);
    }

    #[test]
    fn without_keep_alive_nothing_is_warm(arrivals in arrivals(), init in 0_u64..30) {
        let trace = simulate(&arrivals, init, Some(0), None);
        let positive = arrivals.iter().all(|&(_, duration)| duration + init > 0);
        prop_assert!(!positive || trace.count(StartKind::Warm) == 0);
    }

    #[test]
    fn without_init_latency_and_throttling_do_not_depend_on_keep_alive(
        arrivals in arrivals(), keep_alive in 0_u64..60, limit in 1_u32..6,
    ) {
        let short = simulate(&arrivals, 0, Some(keep_alive), Some(limit));
        let never = simulate(&arrivals, 0, None, Some(limit));
        prop_assert_eq!(&short.ended_at, &never.ended_at);
        prop_assert_eq!(&short.outcome, &never.outcome);
    }

    #[test]
    fn a_longer_trace_begins_as_the_shorter_one(arrivals in arrivals(), cut in 0_usize..80) {
        let cut = cut.min(arrivals.len());
        let (whole, part) = (simulate(&arrivals, 7, Some(30), None), simulate(&arrivals[..cut], 7, Some(30), None));
        prop_assert_eq!(&whole.ended_at[..cut], &part.ended_at[..]);
        prop_assert_eq!(&whole.environment[..cut], &part.environment[..]);
    }
}
