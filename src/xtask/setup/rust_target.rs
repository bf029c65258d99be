//! The standard library for the browser, without which nothing compiles to WebAssembly.

use std::path::PathBuf;

use anyhow::{Result, bail};

use super::search_path::SearchPath;
use super::tool::Tool;
use crate::process;
use crate::workspace::Workspace;

/// What the page and the worker are compiled for.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The part of the Rust toolchain that compiles for the browser.
pub(crate) struct RustTarget<'a> {
    /// Decides, through its toolchain file, which toolchain is asked.
    pub(crate) workspace: &'a Workspace,
}

/// The folder of the Rust toolchain.
pub(crate) fn sysroot(workspace: &Workspace) -> Result<PathBuf> {
    let printed = process::read(workspace.command("rustc").args(["--print", "sysroot"]))?;
    Ok(PathBuf::from(printed.trim()))
}

impl Tool for RustTarget<'_> {
    fn name(&self) -> String {
        format!("the Rust target {WASM_TARGET}")
    }

    fn purpose(&self) -> &'static str {
        "which compiles for the browser"
    }

    fn check(&self) -> Result<(), String> {
        let sysroot = sysroot(self.workspace).map_err(|error| format!("{error:#}"))?;
        // Looked for in the toolchain itself, which is right with rustup and without.
        if sysroot.join("lib/rustlib").join(WASM_TARGET).is_dir() {
            Ok(())
        } else {
            Err("the toolchain does not have it".to_owned())
        }
    }

    fn install(&self) -> Result<()> {
        let Some(rustup) = SearchPath::of_this_process().first("rustup") else {
            bail!("rustup, which would install it, is not here");
        };
        process::run(
            self.workspace
                .command(rustup)
                .args(["target", "add", WASM_TARGET]),
        )
    }

    fn advice(&self) -> String {
        format!(
            "With rustup: `rustup target add {WASM_TARGET}`. With Rust from a distribution, install its package for \
             WebAssembly, for example `libstd-rust-dev-wasm32` (Debian) or `rust-std-static-{WASM_TARGET}` (Fedora)."
        )
    }
}
