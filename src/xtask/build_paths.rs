//! The folders of this machine, and how they are kept out of what is published.
//!
//! A panic message carries the path of its source file. The compiler is told to write another path for each folder of this machine, and what
//! was built is searched afterwards (see [`crate::leaks`]), because a macro may still have copied a path.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::setup;
use crate::workspace::Workspace;

/// The compiler's flags for the browser's target alone: native builds keep their own, and with them what they have already built.
const FLAGS_VARIABLE: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Folders of this machine that compiled code could name.
pub(crate) struct BuildPaths {
    /// A folder and what is written for it; where one folder lies in another, the inner one comes later, since the last match wins.
    remapped: Vec<(PathBuf, &'static str)>,
    /// Texts that must not be found in anything that is published.
    private: Vec<String>,
}

impl BuildPaths {
    /// The folders of this machine; the crates have to be fetched by now.
    pub(crate) fn of(workspace: &Workspace) -> Result<Self> {
        let sysroot = setup::sysroot(workspace)?;
        let registries = folders_in(&workspace.cargo_home.join("registry/src"));
        Ok(Self::new(workspace, &sysroot, &registries))
    }

    fn new(workspace: &Workspace, sysroot: &Path, registries: &[PathBuf]) -> Self {
        let mut remapped = vec![
            (workspace.cargo_home.clone(), "/cargo"),
            (workspace.target.clone(), "/coldstart/target"),
            (workspace.root.clone(), "/coldstart"),
            (sysroot.to_path_buf(), "/rust"),
        ];
        if let Ok(resolved) = sysroot.canonicalize() {
            remapped.push((resolved, "/rust"));
        }
        // A folder of downloaded sources bears the name of the registry's host.
        remapped.extend(registries.iter().map(|folder| (folder.clone(), "/crates")));
        remapped.sort_by_key(|(folder, _)| folder.components().count());
        remapped.dedup();

        let root = workspace.root.display();
        let mut private: Vec<String> = remapped
            .iter()
            .filter(|(folder, _)| *folder != workspace.root)
            .map(|(folder, _)| folder.display().to_string())
            .collect();
        // With the folder below it: a clone at `/app` must not take offence at `src/app/main.rs`.
        private.extend(["src", "www", "content", "target"].map(|inner| format!("{root}/{inner}/")));
        private.extend(
            registries
                .iter()
                .filter_map(|folder| folder.file_name())
                .map(|name| name.to_string_lossy().into_owned()),
        );
        if workspace.home.components().count() > 1 {
            private.push(format!("{}/", workspace.home.display()));
        }
        Self { remapped, private }
    }

    /// Texts that must not be found in anything that is published.
    pub(crate) fn private(&self) -> &[String] {
        &self.private
    }

    /// Has the compiler, wherever `command` starts it for the browser, write our paths in place of this machine's.
    pub(crate) fn hide_in(&self, command: &mut Command) {
        command.env(FLAGS_VARIABLE, self.flags());
        // Either of these would make cargo overlook the variable above.
        command.env_remove("RUSTFLAGS");
        command.env_remove("CARGO_ENCODED_RUSTFLAGS");
    }

    fn flags(&self) -> OsString {
        let mut flags = OsString::new();
        for (folder, replacement) in &self.remapped {
            let folder = folder.as_os_str();
            // Cargo splits this variable at blanks and knows no quotes; such a path is left for the search to find.
            if folder.to_string_lossy().contains(char::is_whitespace) {
                continue;
            }
            if !flags.is_empty() {
                flags.push(" ");
            }
            flags.push("--remap-path-prefix=");
            flags.push(folder);
            flags.push("=");
            flags.push(replacement);
        }
        flags
    }
}

fn folders_in(folder: &Path) -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.is_dir())
        .collect();
    // The flags are part of what cargo compares: another order would build everything anew.
    folders.sort();
    folders
}

#[cfg(test)]
mod tests {
    use super::*;

    fn workspace(root: &str) -> Workspace {
        Workspace {
            root: root.into(),
            target: Path::new(root).join("target"),
            cargo_home: "/people/ada/.cargo".into(),
            home: "/people/ada".into(),
        }
    }

    #[test]
    fn the_inner_folder_comes_after_the_outer_one() {
        let registry = PathBuf::from("/people/ada/.cargo/registry/src/host-1");
        let paths = BuildPaths::new(
            &workspace("/people/ada/.cargo/odd/place"),
            Path::new("/tools/rust"),
            std::slice::from_ref(&registry),
        );
        let flags = paths.flags().into_string().expect("these paths are text");
        let at = |flag: &str| {
            flags
                .find(flag)
                .unwrap_or_else(|| panic!("{flag} in {flags}"))
        };
        let cargo = at("--remap-path-prefix=/people/ada/.cargo=/cargo");
        assert!(cargo < at("--remap-path-prefix=/people/ada/.cargo/odd/place=/coldstart"));
        assert!(cargo < at("--remap-path-prefix=/people/ada/.cargo/registry/src/host-1=/crates"));
        at("--remap-path-prefix=/tools/rust=/rust");
    }

    #[test]
    fn private_texts_are_the_folders_and_the_name_of_the_registry() {
        let registry = PathBuf::from("/people/ada/.cargo/registry/src/host-1");
        let paths = BuildPaths::new(&workspace("/app"), Path::new("/tools/rust"), &[registry]);
        for text in ["/people/ada/", "/app/src/", "/tools/rust", "host-1"] {
            assert!(
                paths.private().iter().any(|private| private == text),
                "{text}"
            );
        }
        assert!(!paths.private().iter().any(|private| private == "/app"));
    }

    #[test]
    fn a_path_with_a_blank_would_break_the_flags_and_is_left_out() {
        let paths = BuildPaths::new(&workspace("/my files/clone"), Path::new("/rust-1"), &[]);
        let flags = paths.flags().into_string().expect("these paths are text");
        assert!(!flags.contains("my files"), "{flags}");
        assert!(flags.contains("/rust-1=/rust"), "{flags}");
    }
}
