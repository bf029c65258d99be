//! Everything that is shipped can be passed on under licences that ask for no more than to be named.

use anyhow::Result;

use super::complaint::Complaint;
use super::dependency_tree::{self, Dependency};
use super::licence_expression;
use crate::setup::WASM_TARGET;
use crate::workspace::Workspace;

/// The licences that a shipped dependency may be under.
const ACCEPTED: [&str; 13] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// The packages that are shipped, each for where it runs; `all` stands for whatever machine the command line is built for.
const SHIPPED: [(&str, &str); 3] = [
    ("app", WASM_TARGET),
    ("worker", WASM_TARGET),
    ("coldstart", "all"),
];

/// Shipped dependencies whose licence is missing or not on the list.
pub(crate) fn complaints(workspace: &Workspace) -> Result<Vec<Complaint>> {
    let mut complaints = Vec::new();
    for (package, target) in SHIPPED {
        for dependency in dependency_tree::of(workspace, package, target)? {
            complaints.extend(complaint(package, &dependency));
        }
    }
    Ok(complaints)
}

fn complaint(package: &str, dependency: &Dependency) -> Option<Complaint> {
    let Dependency { title, licence, .. } = dependency;
    let message = match licence_expression::is_met(licence, &ACCEPTED) {
        Some(true) => return None,
        Some(false) => format!("{title} is under `{licence}`, which xtask's list does not accept"),
        None => format!("{title} states no licence that can be read (`{licence}`)"),
    };
    Some(Complaint::about(package, message))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn licences_that_ask_for_more_are_refused() {
        let refused = |licence: &str| {
            let dependency = Dependency {
                name: "thing".to_owned(),
                title: "thing v1.0.0".to_owned(),
                licence: licence.to_owned(),
            };
            complaint("app", &dependency).is_some()
        };
        assert!(refused("GPL-3.0-only"));
        assert!(refused("MIT AND MPL-2.0"));
        assert!(refused(""));
        assert!(!refused("MIT OR GPL-3.0-only"));
        assert!(!refused("(MIT OR Apache-2.0) AND Unicode-3.0"));
    }
}
