//! Opens the finished pages in a real browser, as a reader would.

use std::ffi::OsString;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::process;
use crate::setup::{CHROMIUM, FIREFOX, TestTools};
use crate::workspace::Workspace;

/// Where the scripts of `www` find the command line program, whose results they compare with the page's.
pub(crate) const COMMAND_LINE_VARIABLE: &str = "COLDSTART_CLI";

/// A file of tests that takes longer hangs, in milliseconds. The longest takes a minute and a half on two busy cores.
const LONGEST_FILE: &str = "--test-timeout=400000";

/// Runs every `www/e2e/*.test.mjs` against `dist`.
pub(crate) fn run(workspace: &Workspace, tools: &TestTools) -> Result<()> {
    // Of the whole workspace and in the profile of the tests, so that nothing is compiled a second time with other features.
    process::run(workspace.cargo().args([
        "build",
        "--workspace",
        "--bin",
        "coldstart",
        "--locked",
    ]))?;
    let program = format!("coldstart{}", std::env::consts::EXE_SUFFIX);
    process::run(
        workspace
            .command("node")
            .args(["--test", LONGEST_FILE])
            .args(test_files(workspace)?)
            .current_dir(workspace.www())
            .env(CHROMIUM.variable, &tools.browser)
            .env(
                FIREFOX.variable,
                tools.firefox.as_deref().unwrap_or(Path::new("")),
            )
            .env(
                COMMAND_LINE_VARIABLE,
                workspace.target.join("debug").join(program),
            ),
    )
}

/// The test files in a stable order; Node.js 20 cannot expand the pattern by itself.
fn test_files(workspace: &Workspace) -> Result<Vec<OsString>> {
    let entries = fs::read_dir(workspace.www().join("e2e")).context("www/e2e cannot be read")?;
    let mut files = Vec::new();
    for entry in entries {
        let name = entry?.file_name();
        if name.to_string_lossy().ends_with(".test.mjs") {
            files.push(Path::new("e2e").join(name).into_os_string());
        }
    }
    if files.is_empty() {
        bail!("www/e2e has no *.test.mjs, so nothing would be tested");
    }
    files.sort();
    Ok(files)
}
