//! A machine for tests: folders with little shell programs, removed at the end.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::search_path::SearchPath;
use crate::workspace::Workspace;

/// One machine at a time: while one thread starts a program, a program that another thread is just writing counts as busy.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// A folder that stands for a whole machine.
pub(crate) struct FakeMachine {
    root: PathBuf,
    _turn: MutexGuard<'static, ()>,
}

impl FakeMachine {
    /// An empty machine; the name keeps what a broken test left apart from the others.
    pub(crate) fn new(name: &str) -> Self {
        let turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
        let root = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        fs::create_dir_all(&root).expect("the temporary folder can be written");
        Self { root, _turn: turn }
    }

    /// The root of the machine.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// A file with this text.
    pub(crate) fn file(&self, folder: &str, name: &str, text: &str) -> PathBuf {
        let folder = self.root.join(folder);
        fs::create_dir_all(&folder).expect("a folder can be made");
        let path = folder.join(name);
        fs::write(&path, text).expect("a file can be written");
        path
    }

    /// A program that runs these shell commands.
    #[cfg(unix)]
    pub(crate) fn program(&self, folder: &str, name: &str, commands: &str) -> PathBuf {
        use std::os::unix::fs::PermissionsExt;
        let path = self.file(folder, name, &format!("#!/bin/sh\n{commands}\n"));
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755))
            .expect("a file can be made a program");
        path
    }

    /// A search path over folders of this machine.
    pub(crate) fn search_path(&self, folders: &[&str]) -> SearchPath {
        SearchPath::new(folders.iter().map(|folder| self.root.join(folder)))
    }

    /// A workspace on this machine.
    pub(crate) fn workspace(&self) -> Workspace {
        Workspace {
            root: self.root.join("repository"),
            target: self.root.join("repository/target"),
            cargo_home: self.root.join("cargo-home"),
            home: self.root.clone(),
        }
    }
}

impl Drop for FakeMachine {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.root);
    }
}
