//! Builds the pages as they are published, looks for what must not be in them, and shows what they weigh.

use anyhow::Result;

use crate::announce::Step;
use crate::build_paths::BuildPaths;
use crate::setup::PageTools;
use crate::trunk::trunk;
use crate::workspace::Workspace;
use crate::{leaks, process};

/// Leaves the finished pages in `dist`.
pub(crate) fn build(workspace: &Workspace, tools: &PageTools) -> Result<()> {
    let paths = BuildPaths::of(workspace)?;
    let step = Step::begin("Building the pages.");
    process::run(trunk(workspace, tools, &paths, "build")?.arg("--release"))?;
    step.end("The pages are built");
    leaks::refuse(&workspace.dist(), paths.private())?;
    show_sizes(workspace)
}

/// Prints what each file of `dist` weighs, as it is and on the wire.
pub(crate) fn show_sizes(workspace: &Workspace) -> Result<()> {
    process::run(
        workspace
            .command("node")
            .arg("www/sizes.mjs")
            .arg(workspace.dist()),
    )
}
