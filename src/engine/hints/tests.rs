//! Each hint explains a failure: for each row of the table a program that comes to it.

use domain::lambda::{
    Deployment, EnvironmentFacts, FunctionError, FunctionRuntime, InvocationRequest, ModuleFormat,
    NodeRuntime,
};
use domain::units::{MemorySize, SimDuration, SimTime};

use super::HINTS;
use crate::Engine;

/// For each row of the hints, in order, the handler string and a text whose failure is explained by it.
const PROGRAMS: &[(&str, &str)] = &[
    (
        "index.handler",
        "exports.handler = async (event) => event.body.trim();",
    ),
    (
        "index.handler",
        "exports.handler = async (event) => event.none.trim();",
    ),
    (
        "index.handler",
        "exports.handler = async (event) => { event.none.colour = 1; };",
    ),
    (
        "index.handler",
        "exports.handler = async (event) => { const { a } = event.none; };",
    ),
    (
        "index.handler",
        "exports.handler = async (event) => Object.keys(event.none);",
    ),
    (
        "index.handler",
        "exports.handler = async (event) => event.trim();",
    ),
    (
        "index.handler",
        "exports.handler = async (event) => new event();",
    ),
    (
        "index.handler",
        "exports.handler = async (event) => [...event];",
    ),
    (
        "index.handler",
        "exports.handler = async () => { const a = 1; a = 2; };",
    ),
    (
        "index.handler",
        "exports.handler = async () => { const a = {}; a.a = a; JSON.stringify(a); };",
    ),
    (
        "index.handler",
        "exports.handler = async () => JSON.stringify({ a: 1n });",
    ),
    (
        "index.handler",
        "exports.handler = async (event) => 'a' in event.body;",
    ),
    ("index.handler", "exports.handler = async () => 1n + 1;"),
    (
        "index.handler",
        "exports.handler = async () => { class Kite {} Kite(); };",
    ),
    (
        "index.handler",
        "exports.handler = async () => { 'use strict'; Object.freeze({ a: 1 }).a = 2; };",
    ),
    (
        "index.handler",
        "exports.handler = async () => new URL('kites');",
    ),
    (
        "index.handler",
        "exports.handler = async () => Buffer.from(5);",
    ),
    (
        "index.handler",
        "exports.handler = async () => fetch('https://example.com');",
    ),
    (
        "index.handler",
        "exports.handler = async () => require('child_process').exec('ls');",
    ),
    (
        "index.handler",
        "exports.handler = async () => new Array(-1);",
    ),
    (
        "index.handler",
        "exports.handler = async () => 'a'.repeat(-1);",
    ),
    (
        "index.handler",
        "exports.handler = async () => new Date('x').toISOString();",
    ),
    (
        "index.handler",
        "exports.handler = async () => Buffer.alloc(-1);",
    ),
    (
        "index.handler",
        "exports.handler = async () => decodeURIComponent('%');",
    ),
    (
        "index.handler",
        "exports.handler = async () => require('assert').equal(1, 2);",
    ),
    (
        "index.handler",
        "exports.handler = async () => require('fs').readFileSync('/tmp/none');",
    ),
    (
        "index.handler",
        "exports.handler = async () => require('fs').writeFileSync('data.json', '');",
    ),
    (
        "index.handler",
        "require('fs').writeFileSync('/tmp/a', ''); exports.handler = async () => require('fs').truncateSync('/tmp/a', 6e8);",
    ),
    (
        "index.handler",
        "exports.handler = async () => require('fs').mkdirSync('/tmp');",
    ),
    (
        "index.handler",
        "exports.handler = async () => { a; let a = 1; };",
    ),
    (
        "esm",
        "const fs = require('fs'); export const handler = async () => 1;",
    ),
    ("index.handler", "exports.handler = async () => nothing;"),
    (
        "index.handler",
        "exports.handler = async () => { (function dive() { dive(); })(); };",
    ),
    (
        "index.handler",
        "exports.handler = async () => JSON.parse('kite');",
    ),
    (
        "index.handler",
        "exports.handler = async () => new RegExp('(');",
    ),
    (
        "index.handler",
        "exports.handler = async () => ({ a: 1n });",
    ),
    ("index.handler", "const pad = require('left-pad');"),
    ("index.handler", "exports.handler = async () => {"),
    ("handler", "exports.handler = async () => 1;"),
    ("esm", "import pad from 'left-pad';"),
    ("esm", "import mine from './mine.mjs';"),
    (
        "index.handler",
        "exports.handler = async () => { throw new Error('mine'); };",
    ),
];

#[test]
fn each_hint_explains_a_failure() {
    assert_eq!(PROGRAMS.len(), HINTS.len());
    let mut wrong = Vec::new();
    for (&(handler, source), (_, _, hint)) in PROGRAMS.iter().zip(HINTS) {
        let error = failure(source, handler, NodeRuntime::Node22, r#"{"body":null}"#);
        if error.as_ref().and_then(|error| error.hint.as_deref()) != Some(hint) {
            wrong.push(format!("{source}: {error:?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// What becomes of a file: the failure of its init phase, or else of its first invocation.
pub(super) fn failure(
    source: &str,
    handler: &str,
    runtime: NodeRuntime,
    event: &str,
) -> Option<FunctionError> {
    let is_module = handler == "esm";
    let mut deployment = Deployment::new(source, if is_module { "index.handler" } else { handler });
    if is_module {
        deployment.module_format = ModuleFormat::EsModule;
    }
    deployment.runtime = runtime;
    deployment.memory = MemorySize::from_megabytes(512);
    deployment.timeout = SimDuration::from_secs(8);
    let facts = EnvironmentFacts::first(deployment);
    let mut engine = Engine::new();
    let failure = engine.start(&facts).failure;
    if failure.is_some() {
        return failure;
    }
    let starts_at = SimTime::from_millis(1_000);
    let request = InvocationRequest {
        request_id: "id",
        event,
        starts_at,
        deadline: starts_at + facts.deployment.timeout,
    };
    engine.invoke(facts.id, &request).outcome.error().cloned()
}
