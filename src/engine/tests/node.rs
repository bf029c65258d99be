//! The Node.js surface as a table: each script of `tests/node` prints lines, and has to print here what it printed in
//! Node.js. What that was is beside it as text, written by `tests/node/measure.sh`.

use std::fs;
use std::path::Path;

use domain::lambda::{Deployment, EnvironmentFacts, FunctionRuntime, InvocationRequest, Outcome};
use domain::units::{EnvironmentId, MemorySize, SimDuration, SimTime};
use engine::Engine;

#[test]
fn scripts_print_what_node_prints() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/node");
    let mut scripts: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "js"))
        .collect();
    scripts.sort();
    assert!(
        scripts.len() > 10,
        "the scripts are in {}",
        folder.display()
    );
    let failures: Vec<String> = scripts
        .iter()
        .flat_map(|script| differences(script))
        .collect();
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

fn differences(script: &Path) -> Vec<String> {
    let name = script.file_name().unwrap().to_string_lossy();
    let text = fs::read_to_string(script).unwrap();
    let expected = fs::read_to_string(script.with_extension("txt")).unwrap();
    let printed = print(&text);
    let (mut printed, mut expected) = (printed.lines(), expected.lines());
    let mut differences = Vec::new();
    for line in 1.. {
        match (printed.next(), expected.next()) {
            (None, None) => break,
            (printed, expected) if printed == expected => {}
            (printed, expected) => differences.push(format!(
                "{name}:{line}: {:?} instead of {:?}",
                printed.unwrap_or("<nothing>"),
                expected.unwrap_or("<nothing>"),
            )),
        }
    }
    differences
}

/// What a script prints when it runs as the body of a handler.
fn print(script: &str) -> String {
    let source = format!(
        "exports.handler = (event, context, callback) => {{ callback(null);\n{script}\n}};"
    );
    let mut deployment = Deployment::new(&source, "index.handler");
    deployment.memory = MemorySize::from_megabytes(1536);
    deployment.timeout = SimDuration::from_secs(60);
    let facts = EnvironmentFacts::first(deployment);
    let mut engine = Engine::new();
    let init = engine.start(&facts);
    assert_eq!(init.failure, None);
    let starts_at = SimTime::from_millis(1_000);
    let request = InvocationRequest {
        request_id: "id",
        event: "{}",
        starts_at,
        deadline: starts_at + SimDuration::from_secs(60),
    };
    let report = engine.invoke(EnvironmentId(0), &request);
    let mut lines: Vec<String> = report.log.into_iter().map(|line| line.message).collect();
    if !matches!(report.outcome, Outcome::Success(_)) {
        lines.push(format!("{:?}", report.outcome));
    }
    lines.join("\n")
}
