//! Runs the benchmarks, and shows the other figure that readers pay for: what the pages weigh.

use anyhow::Result;

use crate::workspace::Workspace;
use crate::{bundle, process};

/// Runs every benchmark of the workspace, then prints the sizes of the last build.
pub(crate) fn run(workspace: &Workspace) -> Result<()> {
    process::run(workspace.cargo().args(["bench", "--workspace", "--locked"]))?;
    if workspace.dist().is_dir() {
        bundle::show_sizes(workspace)
    } else {
        println!("There is no build to weigh: `cargo xtask build` makes one.");
        Ok(())
    }
}
