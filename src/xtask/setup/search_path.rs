//! Where this machine looks for programs, as a value, so that a test can hand in another machine.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The folders that hold programs, in the order in which they are searched.
pub(crate) struct SearchPath {
    folders: Vec<PathBuf>,
}

impl SearchPath {
    /// The folders of the `PATH` that this process was given.
    pub(crate) fn of_this_process() -> Self {
        let path = std::env::var_os("PATH").unwrap_or_default();
        Self::new(std::env::split_paths(&path))
    }

    /// These folders, in this order.
    pub(crate) fn new(folders: impl IntoIterator<Item = PathBuf>) -> Self {
        Self {
            folders: folders.into_iter().collect(),
        }
    }

    /// Every program of this name, the one that a shell would start first.
    pub(crate) fn all(&self, program: &str) -> impl Iterator<Item = PathBuf> {
        programs_in(&self.folders, program)
    }

    /// The program that a shell would start.
    pub(crate) fn first(&self, program: &str) -> Option<PathBuf> {
        self.all(program).next()
    }
}

/// The programs of this name in these folders.
pub(crate) fn programs_in(folders: &[PathBuf], program: &str) -> impl Iterator<Item = PathBuf> {
    let endings: &[&str] = if cfg!(windows) {
        &[".exe", ".cmd"]
    } else {
        &[""]
    };
    folders.iter().flat_map(move |folder| {
        endings
            .iter()
            .map(|ending| folder.join(format!("{program}{ending}")))
            .filter(|candidate| is_program(candidate))
            .collect::<Vec<_>>()
    })
}

/// The present `PATH` with one more folder in front of the others.
pub(crate) fn path_with_first(folder: &Path) -> OsString {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(folder.to_path_buf()).chain(std::env::split_paths(&path));
    // Joining fails only for a folder whose name holds the separator; such a folder cannot be searched anyway.
    std::env::join_paths(folders).unwrap_or(path)
}

#[cfg(unix)]
fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata()
        .is_ok_and(|metadata| metadata.is_file() && metadata.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(path: &Path) -> bool {
    path.is_file()
}

#[cfg(all(test, unix))]
mod tests {
    use super::super::fake_machine::FakeMachine;

    #[test]
    fn programs_are_found_in_order_and_files_that_cannot_run_are_not() {
        let machine = FakeMachine::new("search-path");
        let second = machine.program("second", "tool", "exit 0");
        machine.file("first", "tool", "not a program");
        let path = machine.search_path(&["first", "absent", "second"]);
        assert_eq!(path.first("tool"), Some(second.clone()));
        let first = machine.program("first", "tool", "exit 0");
        assert_eq!(path.all("tool").collect::<Vec<_>>(), [first, second]);
        assert_eq!(path.first("other"), None);
    }
}
