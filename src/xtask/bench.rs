//! Runs the benchmarks, and shows the other figure that readers pay for: what the pages weigh.
//!
//! Figures, never assertions: on a shared machine they vary by a third from run to run. What is compared is measured in the
//! same run.

mod invocations;
mod pool;

use anyhow::Result;

use crate::setup::{self, CHROMIUM};
use crate::workspace::Workspace;
use crate::{bundle, process};

/// The profile that is compiled for speed.
const PROFILE: &str = "cli";

/// The tables that are made in a browser, in `www/bench`.
const IN_BROWSER: [&str; 4] = [
    "bench/engine-in-browser.mjs",
    "bench/click-to-response.mjs",
    "bench/further-lab.mjs",
    "bench/large-run.mjs",
];

/// Measures the pool, the built-ins and invocations, builds the pages, weighs them, and measures them in a browser.
pub(crate) fn run(workspace: &Workspace) -> Result<()> {
    let tools = setup::for_tests(workspace)?;
    pool::run(workspace)?;
    run_cargo_bench(workspace, "built_ins")?;
    invocations::run(workspace)?;
    bundle::build(workspace, &tools.page_tools)?;
    for script in IN_BROWSER {
        process::run(
            workspace
                .command("node")
                .arg(script)
                .current_dir(workspace.www())
                .env(CHROMIUM.variable, &tools.browser),
        )?;
    }
    Ok(())
}

/// Of the whole workspace, as everything here, so that nothing is compiled a second time with other features.
fn run_cargo_bench(workspace: &Workspace, bench: &str) -> Result<()> {
    let mut command = workspace.cargo();
    command.args(["bench", "--workspace", "--bench", bench]);
    process::run(command.args(["--locked", "--profile", PROFILE]))
}
