//! The sources of the dependencies, fetched before anything is built.
//!
//! Trunk is told to stay offline, and hands that on to cargo: on a fresh clone it would then refuse to download a crate.

use anyhow::Result;

use super::tool::Tool;
use crate::process;
use crate::workspace::Workspace;

/// Every crate that the lock file names.
pub(crate) struct Crates<'a> {
    /// Holds the lock file.
    pub(crate) workspace: &'a Workspace,
}

impl Tool for Crates<'_> {
    fn name(&self) -> String {
        "the sources of the dependencies".to_owned()
    }

    fn purpose(&self) -> &'static str {
        "which are downloaded once"
    }

    fn check(&self) -> Result<(), String> {
        if process::succeeds(self.workspace.cargo().args(["fetch", "--offline"])) {
            Ok(())
        } else {
            Err("some are not on this machine".to_owned())
        }
    }

    fn install(&self) -> Result<()> {
        process::run(self.workspace.cargo().arg("fetch"))
    }

    fn advice(&self) -> String {
        "Cargo's own message above says what it could not fetch; a connection is needed this once."
            .to_owned()
    }
}
