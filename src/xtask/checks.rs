//! Every check that a change has to pass, in the order of what they cost: the first failure ends the run.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::announce::{Step, spoken};
use crate::build_paths::BuildPaths;
use crate::setup::{self, TestTools, WASM_TARGET};
use crate::workspace::Workspace;
use crate::{browser_tests, bundle, process, tidy};

/// Runs the checks; `quick` leaves out those that need a finished build.
pub(crate) fn run_all(workspace: &Workspace, quick: bool) -> Result<()> {
    let began = Instant::now();
    let tools = if quick {
        setup::for_compiling(workspace)?;
        None
    } else {
        Some(setup::for_tests(workspace)?)
    };
    let checks = checks(workspace, tools.as_ref());
    let mut passed = Vec::new();
    for (index, check) in checks.iter().enumerate() {
        let step = Step::begin(&format!(
            "\n[{}/{}] {}",
            index + 1,
            checks.len(),
            check.name
        ));
        (check.run)().with_context(|| failure(check.name, &passed))?;
        passed.push((check.name, step.end(&format!("Passed: {}", check.name))));
    }
    println!("\n{}", summary(&passed, began.elapsed()));
    Ok(())
}

/// One check.
struct Check<'a> {
    name: &'static str,
    run: Box<dyn Fn() -> Result<()> + 'a>,
}

fn checks<'a>(workspace: &'a Workspace, tools: Option<&'a TestTools>) -> Vec<Check<'a>> {
    let cargo =
        |words: &'static [&'static str]| move || process::run(workspace.cargo().args(words));
    let mut checks: Vec<Check> = Vec::new();
    let mut add = |name, run: Box<dyn Fn() -> Result<()> + 'a>| checks.push(Check { name, run });
    add("format", Box::new(cargo(&["fmt", "--all", "--check"])));
    add("lints", Box::new(cargo(LINTS)));
    add(
        "lints for the browser",
        Box::new(|| lint_for_the_browser(workspace)),
    );
    add("tidiness", Box::new(|| tidy::check(workspace)));
    add("tests", Box::new(|| test(workspace)));
    if let Some(tools) = tools {
        add(
            "build",
            Box::new(|| bundle::build(workspace, &tools.page_tools)),
        );
        add(
            "browser tests",
            Box::new(|| browser_tests::run(workspace, tools)),
        );
    }
    checks
}

const LINTS: &[&str] = &[
    "clippy",
    "--workspace",
    "--all-targets",
    "--locked",
    "--",
    "--deny=warnings",
];

/// What turns the components into the page; the site build renders them without it.
const PAGE_FEATURE: &str = "app/page";

/// The same cases on every machine, so that a run fails because of what was changed and not by chance. `cargo test`
/// without the variable draws new ones each time, and proptest prints the one that failed.
fn test(workspace: &Workspace) -> Result<()> {
    let mut tests = workspace.cargo();
    tests
        .args(["test", "--workspace", "--locked"])
        .env("PROPTEST_RNG_SEED", "20161223");
    process::run(&mut tests)
}

/// Code that exists in the browser only is not seen by the native lints.
fn lint_for_the_browser(workspace: &Workspace) -> Result<()> {
    let mut clippy = workspace.cargo();
    clippy
        .args(["clippy", "--locked", "--target", WASM_TARGET])
        .args(["--package", "worker", "--package", "app"])
        .args(["--features", PAGE_FEATURE, "--", "--deny=warnings"]);
    // The same flags as the build's, or each would undo the other's work.
    BuildPaths::of(workspace)?.hide_in(&mut clippy);
    process::run(&mut clippy)
}

fn failure(name: &str, passed: &[(&str, Duration)]) -> String {
    match passed.len() {
        0 => format!("The check \"{name}\" failed"),
        1 => format!("The check \"{name}\" failed, after one had passed"),
        count => format!("The check \"{name}\" failed, after {count} had passed"),
    }
}

/// A table of the times and one line that says it all.
fn summary(passed: &[(&str, Duration)], total: Duration) -> String {
    let mut lines: Vec<String> = passed
        .iter()
        .map(|(name, took)| format!("  {name:<22} {:>12}", spoken(*took)))
        .collect();
    lines.push(format!("  {:<22} {:>12}", "with the set-up", spoken(total)));
    lines.push(format!("Checks: {} passed, 0 failed", passed.len()));
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_counts_the_checks() {
        let passed = [
            ("format", Duration::from_millis(800)),
            ("lints", Duration::from_secs(70)),
        ];
        let summary = summary(&passed, Duration::from_secs(71));
        assert!(
            summary.ends_with("\nChecks: 2 passed, 0 failed"),
            "{summary}"
        );
        assert!(summary.contains("1 min 10 s"), "{summary}");
    }

    #[test]
    fn a_failure_names_its_check_and_what_had_passed() {
        let passed = [("format", Duration::ZERO), ("lints", Duration::ZERO)];
        assert_eq!(
            failure("tests", &passed),
            "The check \"tests\" failed, after 2 had passed"
        );
        assert_eq!(failure("format", &[]), "The check \"format\" failed");
    }
}
