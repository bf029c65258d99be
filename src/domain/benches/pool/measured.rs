//! What is measured, natively and in wasm: the settings, the traffic, and a row for each way to run the pool.

use super::plain_heap;

use domain::pool::{
    ArrivalProcess, Complete, Counts, Fate, KeepAliveCurve, LeastRecentlyUsed, MostRecentlyUsed,
    Newest, Oldest, OnLimit, Plain, Pool, PoolPolicy, PoolTrace, Rate, Record, Routing, Rules,
    Script, ScriptedService, ServiceTime,
};
use domain::units::{Seed, SimDuration, SimTime};

/// Requests in ten seconds, mean service time and keep-alive in milliseconds.
pub(crate) const SETTINGS: [(u32, u64, u64); 4] = [
    (9, 1_991, 600_000),
    (500, 100, 10_000),
    (1_000, 1_000, 60_000),
    (10_000, 900, 60_000),
];

pub(crate) struct Traffic {
    process: ArrivalProcess,
    service: ServiceTime,
    keep_alive: SimDuration,
    requests: usize,
}

impl Traffic {
    pub(crate) fn new((rate, service, keep_alive): (u32, u64, u64), requests: usize) -> Traffic {
        let rate = Rate {
            requests: rate,
            per: SimDuration::from_secs(10),
        };
        Traffic {
            process: ArrivalProcess::Poisson(rate),
            service: ServiceTime::Exponential(SimDuration::from_millis(service)),
            keep_alive: SimDuration::from_millis(keep_alive),
            requests,
        }
    }

    fn each(&self) -> impl Iterator<Item = (SimTime, SimDuration)> + '_ {
        let mut service = self.service.times(Seed(1));
        let arrivals = self
            .process
            .arrivals(Seed(1), SimTime::MAX)
            .take(self.requests);
        arrivals.map(move |at| (at, service.draw()))
    }

    fn policy(&self) -> PoolPolicy {
        PoolPolicy {
            keep_alive: Some(self.keep_alive),
            ..PoolPolicy::default()
        }
    }

    fn run<U: Rules, T: Record>(&self, policy: PoolPolicy, record: T) -> T {
        let service = ScriptedService {
            timeout: None,
            fate_of_timeout: Fate::Lost,
        };
        let mut pool: Pool<_, U, T> = Pool::recording(policy, service, record, None);
        for (at, duration) in self.each() {
            let init = SimDuration::ZERO;
            pool.arrive(
                at,
                &Script {
                    duration,
                    init,
                    init_fails: false,
                },
            );
        }
        pool.finish();
        pool.into_record()
    }

    fn counts<U: Rules>(&self, policy: PoolPolicy) -> u64 {
        self.run::<U, _>(policy, Counts::default()).cold
    }
}

/// What is measured: a name, and what it gives as a check that it did the work.
pub(crate) type Row = (&'static str, fn(&Traffic) -> u64);

pub(crate) const ROWS: [Row; 12] = [
    ("traffic alone", |traffic| {
        traffic
            .each()
            .map(|(at, span)| at.as_micros() ^ span.as_micros())
            .fold(0, u64::wrapping_add)
    }),
    ("plain heap model, newest", |traffic| {
        plain_heap::cold_starts(traffic.each(), traffic.keep_alive)
    }),
    ("totals, mru", |traffic| {
        traffic.counts::<Plain<MostRecentlyUsed>>(traffic.policy())
    }),
    ("totals, newest", |traffic| {
        traffic.counts::<Plain<Newest>>(traffic.policy())
    }),
    ("totals, lru", |traffic| {
        traffic.counts::<Plain<LeastRecentlyUsed>>(traffic.policy())
    }),
    ("totals, oldest", |traffic| {
        traffic.counts::<Plain<Oldest>>(traffic.policy())
    }),
    ("trace, mru", |traffic| {
        let trace = PoolTrace::with_capacity(traffic.requests);
        name_of(&traffic.run::<Plain<MostRecentlyUsed>, _>(traffic.policy(), trace))
    }),
    ("trace, newest", |traffic| {
        let trace = PoolTrace::with_capacity(traffic.requests);
        name_of(&traffic.run::<Plain<Newest>, _>(traffic.policy(), trace))
    }),
    ("totals, newest, limit", |traffic| {
        let concurrency_limit = Some(100_000);
        traffic.counts::<Plain<Newest>>(PoolPolicy {
            concurrency_limit,
            ..traffic.policy()
        })
    }),
    ("every rule, newest", |traffic| {
        traffic.counts::<Complete>(traffic.policy())
    }),
    ("every rule, queue, 4 share", |traffic| {
        let policy = PoolPolicy {
            on_limit: OnLimit::Queue { timeout: None },
            concurrency_limit: Some(100_000),
            requests_per_environment: 4,
            routing: Routing::LeastLoaded,
            ..traffic.policy()
        };
        traffic.counts::<Complete>(policy)
    }),
    ("keep-alive curve", |traffic| {
        KeepAliveCurve::of(traffic.each(), None).cold_starts(traffic.keep_alive)
    }),
];

/// Five digits that the whole trace decides, so that native and wasm can be seen to agree.
fn name_of(trace: &PoolTrace) -> u64 {
    let environments = trace
        .environment
        .iter()
        .flatten()
        .map(|environment| u64::from(environment.0));
    let times = trace
        .started_at
        .iter()
        .chain(&trace.ended_at)
        .map(|at| at.as_micros());
    let hash = environments.chain(times).fold(0_u64, |hash, value| {
        (hash ^ value)
            .wrapping_mul(0x0100_0000_01b3)
            .rotate_left(17)
    });
    hash % 100_000
}
