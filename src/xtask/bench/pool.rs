//! The speed of the pool: natively, beside SimFaaS, and in wasm.

use std::path::PathBuf;

use anyhow::Result;

use super::{PROFILE, run_cargo_bench};
use crate::process;
use crate::setup::WASM_TARGET;
use crate::workspace::Workspace;

/// What SimFaaS is installed as, from Python's package index.
const SIMFAAS: &str = "simfaas==0.2.2";

/// The folder of the benchmark.
const SOURCES: &str = "src/domain/benches/pool";

/// Prints the three tables.
pub(super) fn run(workspace: &Workspace) -> Result<()> {
    run_cargo_bench(workspace, "pool")?;
    beside_simfaas(workspace)?;
    in_wasm(workspace)
}

/// Python and SimFaaS are for this comparison alone, so whoever lacks them goes without it.
fn beside_simfaas(workspace: &Workspace) -> Result<()> {
    let Some(python) = python_with_simfaas(workspace) else {
        println!(
            "SimFaaS was not measured: it needs python3 with the module `venv`, and {SIMFAAS} from Python's package \
             index."
        );
        return Ok(());
    };
    let script = workspace.root.join(SOURCES).join("beside_simfaas.py");
    process::run(workspace.command(python).arg(script))
}

/// A Python of its own in the build folder, made at the first time.
fn python_with_simfaas(workspace: &Workspace) -> Option<PathBuf> {
    let folder = workspace.target.join("simfaas");
    let python = folder.join(if cfg!(windows) {
        "Scripts/python.exe"
    } else {
        "bin/python"
    });
    let is_there = || process::succeeds(workspace.command(&python).args(["-c", "import simfaas"]));
    if !is_there() {
        process::succeeds(
            workspace
                .command("python3")
                .args(["-m", "venv"])
                .arg(&folder),
        );
        process::succeeds(
            workspace
                .command(&python)
                .args(["-m", "pip", "install", "--quiet", SIMFAAS]),
        );
    }
    is_there().then_some(python)
}

fn in_wasm(workspace: &Workspace) -> Result<()> {
    let mut build = workspace.cargo();
    build.args([
        "build",
        "-p",
        "domain",
        "--example",
        "pool_in_wasm",
        "--locked",
    ]);
    process::run(build.args(["--profile", PROFILE, "--target", WASM_TARGET]))?;
    let module = workspace
        .target
        .join(WASM_TARGET)
        .join(PROFILE)
        .join("examples/pool_in_wasm.wasm");
    let script = workspace.root.join(SOURCES).join("in_wasm.mjs");
    process::run(workspace.command("node").arg(script).arg(module))
}
