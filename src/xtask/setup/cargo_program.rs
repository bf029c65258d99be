//! Trunk and wasm-bindgen: programs that cargo can build, each needed in exactly one version.
//!
//! A prebuilt program is taken where `cargo binstall` exists; else the program is built without optimisation, which takes a third of the time
//! and is fast enough for us. A person's own program of another version is never replaced: ours then goes into the build folder.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::search_path::{SearchPath, programs_in};
use super::tool::Tool;
use crate::process;
use crate::workspace::Workspace;

/// The newest Trunk that compiles with the toolchain of `rust-toolchain.toml`.
const TRUNK_VERSION: &str = "0.21.14";

/// A program that is published as a crate.
pub(crate) struct CargoProgram<'a> {
    package: &'static str,
    program: &'static str,
    purpose: &'static str,
    version: String,
    features: &'static [&'static str],
    workspace: &'a Workspace,
    search_path: &'a SearchPath,
}

impl<'a> CargoProgram<'a> {
    /// Trunk, with the certificates of the web left in since it insists on them.
    pub(crate) fn trunk(workspace: &'a Workspace, search_path: &'a SearchPath) -> Self {
        Self {
            package: "trunk",
            program: "trunk",
            purpose: "which builds and serves the pages; this takes some minutes, once",
            version: TRUNK_VERSION.to_owned(),
            features: &["--no-default-features", "--features", "rustls"],
            workspace,
            search_path,
        }
    }

    /// The wasm-bindgen program; it has to be of the very version of the crate in the lock file.
    pub(crate) fn wasm_bindgen(
        workspace: &'a Workspace,
        search_path: &'a SearchPath,
    ) -> Result<Self> {
        let lock = std::fs::read_to_string(workspace.root.join("Cargo.lock"))
            .context("Cargo.lock cannot be read")?;
        Ok(Self {
            package: "wasm-bindgen-cli",
            program: "wasm-bindgen",
            purpose: "which joins WebAssembly and JavaScript; this takes a minute or two, once",
            version: locked_version(&lock, "wasm-bindgen")
                .context("Cargo.lock does not name wasm-bindgen")?
                .to_owned(),
            features: &["--no-default-features"],
            workspace,
            search_path,
        })
    }

    /// The program of the right version, wherever it is.
    pub(crate) fn locate(&self) -> Option<PathBuf> {
        self.candidates()
            .find(|candidate| version_of(candidate).as_deref() == Some(&self.version))
    }

    fn candidates(&self) -> impl Iterator<Item = PathBuf> {
        let own = [
            self.workspace.cargo_home.join("bin"),
            self.own_root().join("bin"),
        ];
        let installed: Vec<_> = programs_in(&own, self.program).collect();
        self.search_path.all(self.program).chain(installed)
    }

    /// Where a program goes that must not replace a person's own.
    fn own_root(&self) -> PathBuf {
        self.workspace.target.join("tools")
    }

    fn installation_root(&self) -> PathBuf {
        let usual = &self.workspace.cargo_home;
        match programs_in(&[usual.join("bin")], self.program).next() {
            Some(_of_another_version) => self.own_root(),
            None => usual.clone(),
        }
    }

    fn prebuilt_installation(&self, root: &Path) -> Command {
        let mut command = self.workspace.cargo();
        command
            .args([
                "binstall",
                "--no-confirm",
                "--disable-strategies",
                "compile",
                "--root",
            ])
            .arg(root)
            .arg(format!("{}@{}", self.package, self.version));
        command
    }

    fn installation_from_source(&self, root: &Path) -> Command {
        let mut command = self.workspace.cargo();
        command
            .args([
                "install",
                self.package,
                "--locked",
                "--version",
                &self.version,
            ])
            .args(self.features)
            .arg("--root")
            .arg(root);
        for setting in [
            "lto=false",
            "opt-level=0",
            "codegen-units=16",
            "debug=false",
        ] {
            command
                .arg("--config")
                .arg(format!("profile.release.{setting}"));
        }
        command
    }
}

impl Tool for CargoProgram<'_> {
    fn name(&self) -> String {
        format!("{} {}", self.program, self.version)
    }

    fn purpose(&self) -> &'static str {
        self.purpose
    }

    fn check(&self) -> Result<(), String> {
        if self.locate().is_some() {
            return Ok(());
        }
        let other = self
            .candidates()
            .find_map(|candidate| version_of(&candidate));
        Err(match other {
            Some(version) => format!("{version} is installed"),
            None => "it is not installed".to_owned(),
        })
    }

    fn install(&self) -> Result<()> {
        let root = self.installation_root();
        if self.search_path.first("cargo-binstall").is_some() {
            match process::run(&mut self.prebuilt_installation(&root)) {
                Ok(()) => return Ok(()),
                Err(error) => println!("No prebuilt program ({error}); building it."),
            }
        }
        process::run(&mut self.installation_from_source(&root))
    }

    fn advice(&self) -> String {
        format!(
            "Cargo's own message above says what went wrong; by hand: `cargo install {} --locked --version {}`.",
            self.package, self.version
        )
    }
}

/// The version that a program says it is: the second word of its first line.
fn version_of(program: &Path) -> Option<String> {
    let printed = process::read(Command::new(program).arg("--version")).ok()?;
    Some(printed.split_whitespace().nth(1)?.to_owned())
}

/// The version of a package in a lock file.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let (_, entry) = lock.split_once(&format!("name = \"{package}\"\nversion = \""))?;
    Some(entry.split_once('"')?.0)
}

#[cfg(all(test, unix))]
mod tests;
