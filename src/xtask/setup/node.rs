//! Node.js, which bundles the editor and drives the browser: only looked for, since how it is installed is a person's own choice.

use std::process::Command;

use anyhow::{Result, bail};

use super::search_path::SearchPath;
use super::tool::Tool;
use crate::process;

/// The oldest major version whose test runner and compression the scripts use.
const OLDEST: u32 = 20;

/// Node.js and npm.
pub(crate) struct Node<'a> {
    /// Where they are looked for.
    pub(crate) search_path: &'a SearchPath,
}

impl Tool for Node<'_> {
    fn name(&self) -> String {
        format!("Node.js {OLDEST} or newer, with npm")
    }

    fn purpose(&self) -> &'static str {
        "which bundles the editor and drives the browser tests"
    }

    fn check(&self) -> Result<(), String> {
        let node = self.search_path.first("node").ok_or("there is no `node`")?;
        let version = process::read(Command::new(node).arg("--version"))
            .map_err(|error| format!("{error:#}"))?;
        let version = version.trim();
        if major(version).is_none_or(|major| major < OLDEST) {
            return Err(format!("`node` is {version}"));
        }
        self.search_path.first("npm").ok_or("there is no `npm`")?;
        Ok(())
    }

    fn install(&self) -> Result<()> {
        bail!("This project never installs it by itself")
    }

    fn advice(&self) -> String {
        "Install it from your distribution, from nodejs.org, or with a version manager such as nvm or fnm; then try again."
            .to_owned()
    }
}

/// The major version in what `node --version` prints.
fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(all(test, unix))]
mod tests {
    use super::super::fake_machine::FakeMachine;
    use super::*;

    #[test]
    fn an_old_node_or_a_missing_npm_is_said() {
        let machine = FakeMachine::new("node");
        let search_path = machine.search_path(&["bin"]);
        let node = Node {
            search_path: &search_path,
        };
        assert_eq!(node.check(), Err("there is no `node`".to_owned()));
        machine.program("bin", "node", "echo v18.19.0");
        assert_eq!(node.check(), Err("`node` is v18.19.0".to_owned()));
        machine.program("bin", "node", "echo v20.0.0");
        assert_eq!(node.check(), Err("there is no `npm`".to_owned()));
        machine.program("bin", "npm", "exit 0");
        assert_eq!(node.check(), Ok(()));
    }
}
