//! What a package of the workspace is built from, as cargo resolves it for one target.

use std::collections::BTreeSet;

use anyhow::Result;

use crate::process;
use crate::workspace::Workspace;

/// A package that another is built from.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Dependency {
    /// Its name.
    pub(crate) name: String,
    /// Its name and version, for a person.
    pub(crate) title: String,
    /// The licence expression that it states; empty if none.
    pub(crate) licence: String,
}

/// What `package` is built from for `target`, itself left out: all that ends in the program, near or far, with every feature of
/// its own on. What only builds or tests it is not part of it.
pub(crate) fn of(workspace: &Workspace, package: &str, target: &str) -> Result<Vec<Dependency>> {
    let tree = process::read(workspace.cargo().args([
        "tree",
        "--offline",
        "--all-features",
        "--package",
        package,
        "--target",
        target,
        "--edges=normal,no-proc-macro",
        "--prefix=none",
        "--format={p}|{l}",
    ]))?;
    Ok(parse(&tree, package))
}

/// How a person sees the way from a package to something that it must not reach.
pub(crate) fn explanation(package: &str, target: &str, dependency: &str) -> String {
    format!("cargo tree --package {package} --target {target} --edges normal --invert {dependency}")
}

fn parse(tree: &str, package: &str) -> Vec<Dependency> {
    let dependencies: BTreeSet<Dependency> = tree
        .lines()
        .filter_map(|line| {
            let (title, licence) = line.split_once('|')?;
            let mut words = title.split_whitespace();
            let (name, version) = (words.next()?, words.next()?);
            Some(Dependency {
                name: name.to_owned(),
                title: format!("{name} {version}"),
                // A subtree that was shown before is marked at the end of the line.
                licence: licence.trim_end_matches("(*)").trim().to_owned(),
            })
        })
        .filter(|dependency| dependency.name != package)
        .collect();
    dependencies.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_dependency_is_listed_once() {
        let tree = "app v0.1.0 (/clone/src/app)|MIT OR Apache-2.0\n\
                    yew v0.23.0|MIT OR Apache-2.0\n\
                    odd v1.0.0|\n\
                    \n\
                    yew v0.23.0|MIT OR Apache-2.0 (*)\n";
        let dependencies = parse(tree, "app");
        let titles: Vec<_> = dependencies
            .iter()
            .map(|dependency| dependency.title.as_str())
            .collect();
        assert_eq!(titles, ["odd v1.0.0", "yew v0.23.0"]);
        assert_eq!(dependencies[0].licence, "");
        assert_eq!(dependencies[1].licence, "MIT OR Apache-2.0");
    }
}
