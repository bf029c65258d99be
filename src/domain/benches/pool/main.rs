//! How many requests a second the pool simulates, at the four settings of SimFaaS's papers, beside a plain model with
//! one heap of events. Both draw the same traffic. Figures, never assertions.
//!
//! `cargo xtask bench` runs this, SimFaaS beside it, and the same in wasm; alone,
//! `cargo bench -p domain --bench pool --profile cli` prints the table; a number after `--` asks for so many million
//! requests instead of ten.

#![allow(clippy::disallowed_methods, reason = "a benchmark asks the clock")]

mod measured;
mod plain_heap;

use std::time::{Duration, Instant};

use measured::{ROWS, SETTINGS, Traffic};

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
