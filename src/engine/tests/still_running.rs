//! The line that was running when the time was up, as a table: a handler, the line that is marked, and a part of the hint.

use domain::cloud::{Plan, Simulation, Trigger};
use domain::lambda::{Deployment, EnvironmentFacts, FunctionRuntime, InvocationRequest, Outcome};
use domain::pool::PoolPolicy;
use domain::units::{CalendarTime, EnvironmentId, Seed, SimTime};
use engine::Engine;

const SEEN: &str = "was still running";
const LIKELY: &str = "has probably a loop that does not end";

const CASES: &[(&str, Option<(u32, &str)>)] = &[
    (
        "exports.handler = () => {\n  while (true) {}\n};",
        Some((2, LIKELY)),
    ),
    (
        "exports.handler = async () => {\n  await null;\n  for (;;);\n};",
        Some((3, LIKELY)),
    ),
    (
        "exports.handler = async () => {\n  for (;;) await null;\n};",
        Some((2, LIKELY)),
    ),
    (
        "const f = () => {\n  let i = 0;\n  while (i < 1) {}\n};\nexports.handler = () => [1].map(f);",
        Some((3, LIKELY)),
    ),
    (
        "exports.handler = () => {\n  for (const a of [1]) ;\n  do {} while (true);\n};",
        Some((3, LIKELY)),
    ),
    (
        "function f(list) {\n  for (;;) {\n    list.indexOf(2);\n  }\n}\nexports.handler = () => {\n  for (;;) f([1]);\n};",
        Some((3, SEEN)),
    ),
    (
        "exports.handler = async () => {\n  await null;\n  const list = [1];\n  while (list) {\n    list.join();\n  }\n};",
        Some((5, SEEN)),
    ),
    (
        "exports.handler = () => {\n  return /(a+)+$/.test('a'.repeat(40) + 'b');\n};",
        Some((2, SEEN)),
    ),
    (
        "const f = (n) => (n < 2 ? n : f(n - 1) + f(n - 2));\nexports.handler = () => f(90);",
        None,
    ),
    (
        "exports.handler = () => {\n  setInterval(() => { for (;;) break; }, 100);\n};",
        None,
    ),
];

#[test]
fn a_timeout_names_the_line_that_was_running() {
    for &(source, expected) in CASES {
        let Outcome::Timeout(error) = run(source) else {
            panic!("{source} does not run into the timeout");
        };
        assert_eq!(
            error.position.map(|place| place.line),
            expected.map(|(line, _)| line),
            "{source}"
        );
        if let Some((line, part)) = expected {
            let hint = error.hint.unwrap_or_default();
            assert!(
                hint.starts_with(&format!("Line {line} {part}")),
                "{source}: {hint}"
            );
        }
    }
}

#[test]
fn a_module_that_does_not_end_names_the_line() {
    for (source, line, part) in [
        ("let a;\nfor (;;) {}", 2, LIKELY),
        (
            "const list = [1];\nwhile (list) {\n  list.join();\n}\nfor (;;) ;",
            3,
            SEEN,
        ),
    ] {
        let mut plan = Plan::new(Seed(1), CalendarTime::DEFAULT_START, PoolPolicy::default());
        plan.deploy(SimTime::ZERO, Deployment::new(source, "index.handler"));
        plan.arrive(SimTime::ZERO, Trigger::Event("{}".to_owned()), 1);
        let mut simulation = Simulation::new(Engine::new(), plan).expect("the plan is in order");
        simulation.finish();
        let outcome = &simulation.invocation(0).expect("it was sent").outcome;
        let Outcome::Timeout(error) = outcome else {
            panic!("{source}: {outcome:?}");
        };
        assert_eq!(
            error.position.map(|place| place.line),
            Some(line),
            "{source}"
        );
        let hint = error.hint.as_deref().unwrap_or_default();
        assert!(
            hint.starts_with(&format!("Line {line} {part}")),
            "{source}: {hint}"
        );
    }
}

fn run(source: &str) -> Outcome {
    let facts = EnvironmentFacts::first(Deployment::new(source, "index.handler"));
    let mut engine = Engine::new();
    assert_eq!(engine.start(&facts).failure, None, "{source}");
    let starts_at = SimTime::from_millis(1_000);
    let request = InvocationRequest {
        request_id: "id",
        event: "{}",
        starts_at,
        deadline: starts_at + facts.deployment.timeout,
    };
    engine.invoke(EnvironmentId(0), &request).outcome
}
