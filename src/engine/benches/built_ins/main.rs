//! What it costs that built-ins are metered, bounded or replaced: each of them beside boa's own, in microseconds a call.
//! Figures, never assertions.
//!
//! `cargo xtask bench` runs this; alone, `cargo bench -p engine --bench built_ins --profile cli`.

#![allow(clippy::disallowed_methods, reason = "a benchmark asks the clock")]
#![allow(clippy::disallowed_types, reason = "a benchmark asks the clock")]

mod table;

use std::sync::OnceLock;
use std::time::{Duration, Instant};

use boa_engine::{Context, JsValue, Source};
use domain::lambda::{Deployment, EnvironmentFacts, FunctionRuntime, InvocationRequest, Outcome};
use domain::units::{MemorySize, SimDuration, SimTime};
use engine::Engine;

/// Each figure is from at least so much time.
const LEAST: Duration = Duration::from_millis(20);

/// The best of so many: whatever else the machine does only makes it slower.
const ROUNDS: usize = 3;

/// A parser that recurses, as on the command line.
const STACK_BYTES: usize = 64 * 1024 * 1024;

fn main() {
    // `cargo test --benches` only wants to see that it starts.
    let rows = if std::env::args().any(|argument| argument == "--bench") {
        &table::ROWS[..]
    } else {
        &table::ROWS[..1]
    };
    let work = move || {
        println!(
            "\n{:<28}{:>12}{:>12}{:>9}",
            "Built-ins, µs a call", "boa's own", "ours", "ratio"
        );
        for (name, setup, expression) in rows {
            let boa = best(|count| with_boa(setup, expression, count));
            let ours = best(|count| with_engine(setup, expression, count));
            println!("{name:<28}{boa:>12.3}{ours:>12.3}{:>9.2}", ours / boa);
        }
    };
    let thread = std::thread::Builder::new().stack_size(STACK_BYTES);
    let done = thread.spawn(work).map(std::thread::JoinHandle::join);
    assert!(matches!(done, Ok(Ok(()))), "the table was not finished");
}

/// Time that this thread was on a processor, since others may want it too; where the system does not tell, time.
fn processor_time() -> Duration {
    static BEGUN: OnceLock<Instant> = OnceLock::new();
    let begun = BEGUN.get_or_init(Instant::now);
    std::fs::read_to_string("/proc/thread-self/schedstat")
        .ok()
        .and_then(|text| text.split(' ').next()?.parse().ok())
        .map_or_else(|| begun.elapsed(), Duration::from_nanos)
}

/// Microseconds a call. `run` makes so many calls and says how long that took.
fn best(run: impl Fn(u32) -> Duration) -> f64 {
    let mut count = 16;
    while run(count) < LEAST {
        count *= 2;
    }
    let best = (0..ROUNDS).map(|_| run(count)).min().unwrap_or_default();
    best.as_secs_f64() * 1e6 / f64::from(count)
}

fn with_boa(setup: &str, expression: &str, count: u32) -> Duration {
    let mut context = Context::builder()
        .instructions_remaining(usize::MAX)
        .build()
        .expect("a context without extensions can be made");
    let source = format!(
        "(() => {{ {setup}\nreturn (count) => {{ let last; for (let i = 0; i < count; i += 1) last = {expression}; \
         return typeof last; }}; }})()"
    );
    let function = context
        .eval(Source::from_bytes(&source))
        .expect("the table is JavaScript");
    let function = function.as_callable().expect("a function");
    let begun = processor_time();
    function
        .call(&JsValue::undefined(), &[JsValue::from(count)], &mut context)
        .expect("the table throws nothing");
    processor_time() - begun
}

fn with_engine(setup: &str, expression: &str, count: u32) -> Duration {
    let source = format!(
        "{setup}\nexports.handler = (count, context, callback) => {{ let last; for (let i = 0; i < count; i += 1) \
         last = {expression}; callback(null, typeof last); }};"
    );
    let mut deployment = Deployment::new(&source, "index.handler");
    deployment.memory = MemorySize::from_megabytes(10_240);
    deployment.timeout = SimDuration::from_secs(900);
    let facts = EnvironmentFacts::first(deployment);
    let mut engine = Engine::new();
    assert_eq!(engine.start(&facts).failure, None);
    let request = InvocationRequest {
        request_id: "id",
        event: &count.to_string(),
        starts_at: SimTime::ZERO,
        deadline: SimTime::ZERO + SimDuration::from_secs(900),
    };
    let begun = processor_time();
    let report = engine.invoke(facts.id, &request);
    let took = processor_time() - begun;
    assert!(
        matches!(report.outcome, Outcome::Success(_)),
        "{:?}",
        report.outcome
    );
    took
}
