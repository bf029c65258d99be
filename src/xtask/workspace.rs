//! Where things are: the repository, its build folder, and cargo's own home.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

/// The folders that every command starts from.
pub(crate) struct Workspace {
    /// The repository.
    pub(crate) root: PathBuf,
    /// Cargo's build folder; a person may have moved it out of the repository.
    pub(crate) target: PathBuf,
    /// Where cargo keeps downloaded crates and installed programs.
    pub(crate) cargo_home: PathBuf,
    /// The person's home folder.
    pub(crate) home: PathBuf,
}

impl Workspace {
    /// Finds the folders of this run, which `cargo xtask` has started.
    pub(crate) fn locate() -> Result<Self> {
        // Asked at run time and not at compile time: a clone that was moved keeps working.
        let package = std::env::var_os("CARGO_MANIFEST_DIR")
            .context("Please start this through `cargo xtask`.")?;
        let root = ancestor(Path::new(&package), 2)?;
        // Cargo put this very program into `<target>/<profile>`, wherever a person's settings have moved that.
        let target = ancestor(&std::env::current_exe()?, 2)?;
        let home = std::env::home_dir().context("This user has no home folder.")?;
        let cargo_home =
            std::env::var_os("CARGO_HOME").map_or_else(|| home.join(".cargo"), PathBuf::from);
        Ok(Self {
            root,
            target,
            cargo_home,
            home,
        })
    }

    /// The folder of the page's shell.
    pub(crate) fn www(&self) -> PathBuf {
        self.root.join("www")
    }

    /// The folder of the finished pages.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// A program, started in the repository.
    pub(crate) fn command(&self, program: impl Into<OsString>) -> Command {
        let mut command = Command::new(program.into());
        command.current_dir(&self.root);
        command
    }

    /// The cargo that started this program.
    pub(crate) fn cargo(&self) -> Command {
        self.command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
    }
}

fn ancestor(path: &Path, steps: usize) -> Result<PathBuf> {
    path.ancestors()
        .nth(steps)
        .map(Path::to_path_buf)
        .with_context(|| format!("{} lies in no folder.", path.display()))
}
