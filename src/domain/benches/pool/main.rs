//! How many requests a second the pool simulates, at the four settings of SimFaaS's papers, beside a plain model with
//! one heap of events. Both draw the same traffic. Figures, never assertions.
//!
//! `cargo bench -p domain --bench pool --profile cli` prints the table; a number after `--` asks for so many million
//! requests instead of ten.

#![allow(clippy::disallowed_methods, reason = "a benchmark asks the clock")]

mod plain_heap;

use std::time::{Duration, Instant};

use domain::pool::{
    ArrivalProcess, Complete, Counts, Fate, KeepAliveCurve, LeastRecentlyUsed, MostRecentlyUsed,
    Newest, Oldest, OnLimit, Plain, Pool, PoolPolicy, PoolTrace, Rate, Record, Routing, Rules,
    Script, ScriptedService, ServiceTime,
};
use domain::units::{Seed, SimDuration, SimTime};

/// Requests in ten seconds, mean service time and keep-alive in milliseconds.
const SETTINGS: [(u32, u64, u64); 4] = [
    (9, 1_991, 600_000),
    (500, 100, 10_000),
    (1_000, 1_000, 60_000),
    (10_000, 900, 60_000),
];

struct Traffic {
    process: ArrivalProcess,
    service: ServiceTime,
    keep_alive: SimDuration,
    requests: usize,
}

impl Traffic {
    fn new((rate, service, keep_alive): (u32, u64, u64), requests: usize) -> Traffic {
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
type Row = (&'static str, fn(&Traffic) -> u64);

const ROWS: [Row; 12] = [
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
        traffic
            .run::<Plain<MostRecentlyUsed>, _>(traffic.policy(), trace)
            .len() as u64
    }),
    ("trace, newest", |traffic| {
        let trace = PoolTrace::with_capacity(traffic.requests);
        traffic
            .run::<Plain<Newest>, _>(traffic.policy(), trace)
            .len() as u64
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

/// Time that this thread was on a processor, since others may want it too; where the system does not tell, time.
fn processor_time(begun: Instant) -> Duration {
    std::fs::read_to_string("/proc/thread-self/schedstat")
        .ok()
        .and_then(|text| text.split(' ').next()?.parse().ok())
        .map_or_else(|| begun.elapsed(), Duration::from_nanos)
}

fn main() {
    let begun = Instant::now();
    let millions = std::env::args()
        .filter_map(|argument| argument.parse().ok())
        .next();
    let requests = millions.unwrap_or(10) * 1_000_000;
    println!(
        "Million requests a second, {requests} Poisson arrivals, exponential service, one core"
    );
    print!("{:<28}", "rate / service / keep-alive s");
    for (rate, service, keep_alive) in SETTINGS {
        let seconds = |millis: u64| millis as f64 / 1e3;
        let setting = format!(
            "{} / {} / {}",
            f64::from(rate) / 10.0,
            seconds(service),
            seconds(keep_alive)
        );
        print!("{setting:>20}");
    }
    println!();
    for (name, measured) in ROWS {
        print!("{name:<28}");
        for setting in SETTINGS {
            let traffic = Traffic::new(setting, requests);
            // The best of three: whatever else the machine does only makes it slower.
            let mut best = f64::INFINITY;
            let mut check = 0;
            for _ in 0..3 {
                let start = processor_time(begun);
                check = std::hint::black_box(measured(&traffic));
                best = best.min((processor_time(begun) - start).as_secs_f64());
            }
            let per_second = requests as f64 / best / 1e6;
            let check = if name == "traffic alone" { 0 } else { check };
            print!("{per_second:>11.2} {:>8}", format!("({check})"));
        }
        println!();
    }
}
