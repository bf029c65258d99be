//! Results that hold for every single trace, at no tolerance: identities of a sample path, the order of the routings,
//! and the oracle that tells from the busy count alone who starts cold (pool-model.md, section 3, A to C).

use domain::pool::{
    Complete, Fate, KeepAliveCurve, LeastRecentlyUsed, MostRecentlyUsed, Newest, Oldest, OnLimit,
    OutcomeCode, Plain, Pool, PoolPolicy, PoolTrace, Record, Routing, Rules, Script,
    ScriptedService, StartKind, Usage,
};
use domain::units::{SimDuration, SimTime};
use proptest::prelude::*;
use proptest::sample::select;

/// Arrival and duration of each request in microseconds.
type Traffic = Vec<(u64, u64)>;

/// Gaps and durations small and round, so that ties are frequent, or of any size; up to 400 requests.
fn traffic() -> impl Strategy<Value = Traffic> {
    let requests = |gap: u64, duration: u64| {
        prop::collection::vec((0..gap, 0..duration), 1..400).prop_map(|gaps| {
            let mut at = 0;
            let request = |(gap, duration)| {
                at += gap;
                (at, duration)
            };
            gaps.into_iter().map(request).collect()
        })
    };
    prop_oneof![requests(4, 12), requests(3, 60), requests(1_000, 5_000)]
}

fn routing() -> impl Strategy<Value = Routing> {
    select(vec![
        Routing::Newest,
        Routing::Oldest,
        Routing::MostRecentlyUsed,
        Routing::LeastRecentlyUsed,
        Routing::LeastLoaded,
    ])
}

fn policy(routing: Routing, keep_alive: Option<u64>, limit: Option<u32>) -> PoolPolicy {
    PoolPolicy {
        keep_alive: keep_alive.map(SimDuration::from_micros),
        concurrency_limit: limit,
        init_limit: None,
        routing,
        ..PoolPolicy::default()
    }
}

fn run<U: Rules>(policy: &PoolPolicy, traffic: &Traffic, init: u64) -> (PoolTrace, Usage) {
    let service = ScriptedService {
        timeout: None,
        fate_of_timeout: Fate::Lost,
    };
    let mut pool: Pool<_, U> = Pool::recording(policy.clone(), service, PoolTrace::default(), None);
    play(&mut pool, traffic, init);
    let usage = pool.usage().clone();
    (pool.into_record(), usage)
}

fn play<U: Rules, T: Record>(pool: &mut Pool<ScriptedService, U, T>, traffic: &Traffic, init: u64) {
    for &(at, duration) in traffic {
        let script = Script {
            duration: SimDuration::from_micros(duration),
            init: SimDuration::from_micros(init),
            init_fails: false,
        };
        pool.arrive(SimTime::from_micros(at), &script);
    }
    pool.finish();
}

fn cold(trace: &PoolTrace) -> u64 {
    trace.count(StartKind::Cold) as u64
}

/// Latencies, and whether a request was turned away: what a visitor notices.
fn noticed(trace: &PoolTrace) -> (Vec<SimTime>, Vec<OutcomeCode>) {
    (trace.ended_at.clone(), trace.outcome.clone())
}

fn is_served(trace: &PoolTrace, index: usize) -> bool {
    trace.environment[index].is_some()
}

/// Who starts cold under most-recently-used routing, from arrivals and ends alone: the request that raises the busy
/// count to a level that was never reached, or that was left no later than a keep-alive time ago.
fn cold_by_excursions(trace: &PoolTrace, keep_alive: u64) -> Vec<bool> {
    let mut left_at: Vec<Option<u64>> = Vec::new();
    let mut ends: Vec<u64> = Vec::new();
    let mut cold = Vec::new();
    for index in 0..trace.len() {
        let now = trace.arrives_at[index].as_micros();
        ends.sort_unstable();
        while let Some(&end) = ends.first().filter(|&&end| end <= now) {
            ends.remove(0);
            left_at[ends.len()] = Some(end);
        }
        if !is_served(trace, index) {
            cold.push(false);
            continue;
        }
        let level = ends.len();
        left_at.resize(left_at.len().max(level + 1), None);
        cold.push(left_at[level].is_none_or(|left| now - left >= keep_alive));
        ends.push(trace.ended_at[index].as_micros());
    }
    cold
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn requests_containers_and_times_add_up(
        traffic in traffic(), routing in routing(), init in 0_u64..20, keep_alive in 0_u64..40,
        limit in prop::option::of(1_u32..8),
    ) {
        let (trace, usage) = run::<Complete>(&policy(routing, Some(keep_alive), limit), &traffic, init);
        // A1: every request is one of three, and every container has one request that caused it.
        let served = (0..trace.len()).filter(|&index| is_served(&trace, index)).count();
        prop_assert_eq!(trace.count(StartKind::Cold) + trace.count(StartKind::Warm), served);
        prop_assert_eq!(trace.count(StartKind::None), trace.len() - served);
        prop_assert_eq!(cold(&trace), usage.created);
        // A2, Little: busy time is the sum of all times in the system.
        let in_system: u64 = (0..trace.len())
            .filter(|&index| is_served(&trace, index))
            .map(|index| trace.ended_at[index].since(trace.arrives_at[index]).as_micros())
            .sum();
        let busy = usage.busy_micros(usage.last_event);
        prop_assert_eq!(busy, u128::from(in_system));
        // A3: every container expired after exactly a keep-alive time without work.
        let idle = usage.environment_micros(usage.last_event) - busy;
        prop_assert!(idle >= u128::from(usage.created) * u128::from(keep_alive));
        // A5: the limit holds for requests and for containers.
        if let Some(limit) = limit {
            prop_assert!(usage.peak_concurrency <= limit);
            prop_assert!(usage.peak_environments <= limit);
        }
        prop_assert_eq!(usage.alive, 0);
    }

    #[test]
    fn without_expiry_containers_are_the_peak(traffic in traffic(), routing in routing(), init in 0_u64..20) {
        // A4
        let (trace, usage) = run::<Complete>(&policy(routing, None, None), &traffic, init);
        prop_assert_eq!(usage.created, u64::from(usage.peak_concurrency));
        prop_assert_eq!(usage.peak_environments, usage.peak_concurrency);
        // Containers alive are the running maximum of those busy, which rises at arrivals only.
        let (mut alive, mut peak) = (0, 0);
        for index in 0..trace.len() {
            let now = trace.arrives_at[index];
            let busy = 1 + (0..index).filter(|&earlier| trace.ended_at[earlier] > now).count();
            peak = peak.max(busy);
            alive += usize::from(trace.start_kind[index] == StartKind::Cold);
            prop_assert_eq!(alive, peak, "at request {}", index);
        }
    }

    #[test]
    fn without_keep_alive_nothing_is_warm_and_nothing_idles(
        traffic in traffic(), routing in routing(), init in 0_u64..20, limit in prop::option::of(1_u32..8),
    ) {
        // A5
        let (trace, usage) = run::<Complete>(&policy(routing, Some(0), limit), &traffic, init);
        prop_assert_eq!(trace.count(StartKind::Warm), 0);
        prop_assert_eq!(usage.environment_micros(usage.last_event), usage.busy_micros(usage.last_event));
    }

    #[test]
    fn without_init_visitors_notice_neither_keep_alive_nor_routing(
        traffic in traffic(), one in routing(), other in routing(), keep_alive in 0_u64..40,
        limit in prop::option::of(1_u32..8),
    ) {
        // A6
        let (short, usage) = run::<Complete>(&policy(one, Some(keep_alive), limit), &traffic, 0);
        let (never, usage_of_never) = run::<Complete>(&policy(other, None, limit), &traffic, 0);
        prop_assert_eq!(noticed(&short), noticed(&never));
        prop_assert_eq!(usage.peak_concurrency, usage_of_never.peak_concurrency);
        prop_assert_eq!(usage.busy_micros(SimTime::MAX), usage_of_never.busy_micros(SimTime::MAX));
    }

    #[test]
    fn lru_starts_cold_least_and_mru_most(
        traffic in traffic(), keep_alive in 0_u64..60, limit in prop::option::of(1_u32..8),
    ) {
        // B: and container time is in the opposite order.
        let at = |routing| run::<Complete>(&policy(routing, Some(keep_alive), limit), &traffic, 0);
        let time = |usage: &Usage| usage.environment_micros(usage.last_event);
        let (least, kept_most) = at(Routing::LeastRecentlyUsed);
        let (most, kept_least) = at(Routing::MostRecentlyUsed);
        for routing in [Routing::Newest, Routing::Oldest, Routing::LeastLoaded] {
            let (trace, usage) = at(routing);
            prop_assert!(cold(&least) <= cold(&trace) && cold(&trace) <= cold(&most), "{:?}", routing);
            prop_assert!(time(&kept_least) <= time(&usage) && time(&usage) <= time(&kept_most), "{:?}", routing);
        }
    }

    #[test]
    fn mru_is_cold_where_the_excursions_say(
        traffic in traffic(), init in prop_oneof![Just(0_u64), 0_u64..20], keep_alive in 0_u64..60,
        limit in prop::option::of(1_u32..8),
    ) {
        // C, request by request.
        let (trace, _) = run::<Complete>(&policy(Routing::MostRecentlyUsed, Some(keep_alive), limit), &traffic, init);
        let found: Vec<bool> = trace.start_kind.iter().map(|&kind| kind == StartKind::Cold).collect();
        prop_assert_eq!(found, cold_by_excursions(&trace, keep_alive));
    }

    #[test]
    fn one_pass_gives_every_keep_alive_time(traffic in traffic(), limit in prop::option::of(1_u32..8)) {
        let spans = |&(at, duration): &(u64, u64)| (SimTime::from_micros(at), SimDuration::from_micros(duration));
        let curve = KeepAliveCurve::of(traffic.iter().map(spans), limit);
        for keep_alive in [0, 1, 2, 3, 5, 8, 13, 21, 55, 500, 5_000] {
            let policy = policy(Routing::MostRecentlyUsed, Some(keep_alive), limit);
            let (trace, usage) = run::<Complete>(&policy, &traffic, 0);
            let idle = usage.environment_micros(usage.last_event) - usage.busy_micros(usage.last_event);
            let keep_alive = SimDuration::from_micros(keep_alive);
            prop_assert_eq!(curve.cold_starts(keep_alive), cold(&trace), "{:?}", keep_alive);
            prop_assert_eq!(curve.idle_micros(keep_alive), idle, "{:?}", keep_alive);
        }
    }

    #[test]
    fn the_fast_rules_are_the_complete_ones(
        traffic in traffic(), init in 0_u64..20, keep_alive in prop::option::of(0_u64..60),
        limit in prop::option::of(1_u32..8), containers in prop::option::of(1_u32..8),
    ) {
        let at = |routing| PoolPolicy { environment_limit: containers, ..policy(routing, keep_alive, limit) };
        macro_rules! same {
            ($router:ty, $routing:expr) => {
                let (complete, usage) = run::<Complete>(&at($routing), &traffic, init);
                let (plain, plain_usage) = run::<Plain<$router>>(&at($routing), &traffic, init);
                prop_assert_eq!(&complete, &plain);
                prop_assert_eq!(format!("{:?}", usage), format!("{:?}", plain_usage));
            };
        }
        same!(Newest, Routing::Newest);
        same!(Oldest, Routing::Oldest);
        same!(Oldest, Routing::LeastLoaded);
        same!(MostRecentlyUsed, Routing::MostRecentlyUsed);
        same!(LeastRecentlyUsed, Routing::LeastRecentlyUsed);
    }

    #[test]
    fn a_queue_keeps_the_order_of_arrival(
        traffic in traffic(), routing in routing(), limit in 1_u32..6, keep_alive in 0_u64..40,
    ) {
        let policy = PoolPolicy {
            on_limit: OnLimit::Queue { timeout: None },
            ..policy(routing, Some(keep_alive), Some(limit))
        };
        let (trace, usage) = run::<Complete>(&policy, &traffic, 0);
        prop_assert_eq!(trace.count(StartKind::None), 0);
        prop_assert!(trace.started_at.is_sorted());
        prop_assert!(usage.peak_concurrency <= limit);
    }
}
