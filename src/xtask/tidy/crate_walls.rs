//! The walls between the crates: what must not be reached from a room, near or far.
//!
//! Looked at for the browser's target, since that is what is shipped, and for the command line's machine where a room is used there.

use anyhow::Result;

use super::complaint::Complaint;
use super::dependency_tree::{self, Dependency};
use crate::setup::WASM_TARGET;
use crate::workspace::Workspace;

/// The JavaScript engine, which comes as a family of crates.
const BOA: &str = "boa_*";

/// One wall.
struct Wall {
    package: &'static str,
    target: &'static str,
    /// Names of packages; a star at the end stands for any ending.
    refused: &'static [&'static str],
    reason: &'static str,
}

const WALLS: [Wall; 4] = [
    Wall {
        package: "domain",
        target: "all",
        refused: &[
            "yew",
            "web-sys",
            "js-sys",
            "wasm-bindgen",
            BOA,
            "engine",
            "app",
            "site",
        ],
        reason: "the rules know no browser and no JavaScript engine",
    },
    Wall {
        package: "app",
        target: WASM_TARGET,
        refused: &[BOA, "engine"],
        reason: "the page plays runs and never makes them; the engine is loaded by the worker alone",
    },
    Wall {
        package: "worker",
        target: WASM_TARGET,
        refused: &["yew", "app"],
        reason: "the worker draws nothing",
    },
    Wall {
        package: "engine",
        target: WASM_TARGET,
        refused: &["yew", "web-sys", "app"],
        reason: "the engine runs without a page, also on the command line",
    },
];

/// Dependencies that go through a wall.
pub(crate) fn complaints(workspace: &Workspace) -> Result<Vec<Complaint>> {
    let mut complaints = Vec::new();
    for wall in &WALLS {
        let dependencies = dependency_tree::of(workspace, wall.package, wall.target)?;
        complaints.extend(breaches(wall, &dependencies));
    }
    Ok(complaints)
}

fn breaches(wall: &Wall, dependencies: &[Dependency]) -> Vec<Complaint> {
    dependencies
        .iter()
        .filter(|dependency| {
            wall.refused
                .iter()
                .any(|pattern| matches(pattern, &dependency.name))
        })
        .map(|dependency| {
            let way = dependency_tree::explanation(wall.package, wall.target, &dependency.name);
            let message = format!(
                "must not be built from {}: {} (`{way}`)",
                dependency.name, wall.reason
            );
            Complaint::about(wall.package, message)
        })
        .collect()
}

fn matches(pattern: &str, name: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(beginning) => name.starts_with(beginning),
        None => name == pattern,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn breach_count(package: &str, dependency: &str) -> usize {
        let wall = WALLS
            .iter()
            .find(|wall| wall.package == package)
            .expect("a wall");
        let dependency = Dependency {
            name: dependency.to_owned(),
            title: format!("{dependency} v1.0.0"),
            licence: String::new(),
        };
        breaches(wall, &[dependency]).len()
    }

    #[test]
    fn a_dependency_through_a_wall_is_refused() {
        for (package, dependency) in [
            ("domain", "yew"),
            ("domain", "boa_ast"),
            ("app", "boa_engine"),
            ("app", "engine"),
            ("worker", "yew"),
            ("engine", "web-sys"),
        ] {
            assert_eq!(
                breach_count(package, dependency),
                1,
                "{package} {dependency}"
            );
        }
        for (package, dependency) in [
            ("app", "yew"),
            ("worker", "boa_engine"),
            ("domain", "serde"),
        ] {
            assert_eq!(
                breach_count(package, dependency),
                0,
                "{package} {dependency}"
            );
        }
    }
}
