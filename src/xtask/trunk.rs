//! Trunk as this project starts it: offline, with the right wasm-bindgen in reach, and with this machine's folders hidden.

use std::process::Command;

use anyhow::{Context, Result};

use crate::build_paths::BuildPaths;
use crate::setup::{PageTools, path_with_first};
use crate::workspace::Workspace;

/// Trunk with one of its own commands, ready for more flags.
pub(crate) fn trunk(
    workspace: &Workspace,
    tools: &PageTools,
    paths: &BuildPaths,
    subcommand: &str,
) -> Result<Command> {
    let beside = tools
        .wasm_bindgen
        .parent()
        .context("wasm-bindgen lies in no folder")?;
    let mut trunk = workspace.command(&tools.trunk);
    trunk
        .args([subcommand, "--offline"])
        .env("PATH", path_with_first(beside))
        // It would ask the network whether there is a newer Trunk.
        .env("TRUNK_SKIP_VERSION_CHECK", "true");
    // Any value means "no colour" by convention; this version of Trunk refuses all but two words.
    if std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        trunk.env("NO_COLOR", "true");
    }
    paths.hide_in(&mut trunk);
    Ok(trunk)
}
