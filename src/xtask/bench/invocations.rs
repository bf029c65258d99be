//! Invocations a second through the whole contract, natively, beside lambda-local.

use anyhow::Result;

use super::PROFILE;
use crate::browser_tests::COMMAND_LINE_VARIABLE;
use crate::process;
use crate::workspace::Workspace;

/// Prints the table.
pub(super) fn run(workspace: &Workspace) -> Result<()> {
    let mut build = workspace.cargo();
    build.args(["build", "--workspace", "--bin", "coldstart", "--locked"]);
    // With a benchmark beside it, its dependencies have the features that the benchmarks were compiled with.
    process::run(build.args(["--bench", "built_ins", "--profile", PROFILE]))?;
    let program = format!("coldstart{}", std::env::consts::EXE_SUFFIX);
    process::run(
        workspace
            .command("node")
            .arg("bench/invocations.mjs")
            .current_dir(workspace.www())
            .env(
                COMMAND_LINE_VARIABLE,
                workspace.target.join(PROFILE).join(program),
            ),
    )
}
