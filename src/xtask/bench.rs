//! Runs the benchmarks, and shows the other figure that readers pay for: what the pages weigh.
//!
//! Figures, never assertions: on a shared machine they vary by a third from run to run.

mod pool;

use anyhow::Result;

use crate::setup::{self, CHROMIUM};
use crate::workspace::Workspace;
use crate::{bundle, process};

/// The tables that are made in a browser, in `www/bench`.
const IN_BROWSER: [&str; 2] = ["bench/engine-in-browser.mjs", "bench/click-to-response.mjs"];

/// Measures the pool, builds the pages, weighs them, and measures them in a browser.
pub(crate) fn run(workspace: &Workspace) -> Result<()> {
    let tools = setup::for_tests(workspace)?;
    pool::run(workspace)?;
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
