//! The packages of the page's shell, installed exactly as the lock file of `www` says.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use anyhow::{Context, Result};

use super::search_path::SearchPath;
use super::tool::Tool;
use crate::process;
use crate::workspace::Workspace;

/// What `www/package-lock.json` names.
pub(crate) struct NodePackages<'a> {
    /// Holds the folder `www`.
    pub(crate) workspace: &'a Workspace,
    /// Where npm is looked for.
    pub(crate) search_path: &'a SearchPath,
}

impl Tool for NodePackages<'_> {
    fn name(&self) -> String {
        "the npm packages of www".to_owned()
    }

    fn purpose(&self) -> &'static str {
        "which hold the editor, the bundler and the browser's driver"
    }

    fn check(&self) -> Result<(), String> {
        let www = self.workspace.www();
        let lock =
            changed(&www.join("package-lock.json")).ok_or("www/package-lock.json is missing")?;
        // npm writes this file last, so it also tells an installation that was broken off.
        let installed = changed(&www.join("node_modules/.package-lock.json"))
            .ok_or("they are not installed")?;
        if installed < lock {
            return Err("the lock file has changed since they were installed".to_owned());
        }
        Ok(())
    }

    fn install(&self) -> Result<()> {
        let npm = self.search_path.first("npm").context("there is no npm")?;
        process::run(
            self.workspace
                .command(npm)
                .args(["ci", "--no-audit", "--no-fund"])
                .current_dir(self.workspace.www()),
        )
    }

    fn advice(&self) -> String {
        "npm's own message above says what went wrong; `npm ci` in the folder www does the same by hand.".to_owned()
    }
}

fn changed(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).ok()?.modified().ok()
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs::File;
    use std::time::Duration;

    use super::super::fake_machine::FakeMachine;
    use super::*;

    #[test]
    fn packages_are_installed_when_they_are_missing_or_older_than_the_lock_file() {
        let machine = FakeMachine::new("node-packages");
        let workspace = machine.workspace();
        let search_path = machine.search_path(&["bin"]);
        let packages = NodePackages {
            workspace: &workspace,
            search_path: &search_path,
        };
        assert!(packages.check().is_err_and(|lack| lack.contains("missing")));

        let lock = machine.file("repository/www", "package-lock.json", "{}");
        assert!(
            packages
                .check()
                .is_err_and(|lack| lack.contains("not installed"))
        );

        let npm =
            "[ \"$1\" = ci ] && mkdir -p node_modules && echo {} > node_modules/.package-lock.json";
        machine.program("bin", "npm", npm);
        packages.install().expect("this npm always works");
        assert_eq!(packages.check(), Ok(()));

        File::options()
            .write(true)
            .open(&lock)
            .and_then(|file| file.set_modified(SystemTime::now() + Duration::from_secs(60)))
            .expect("a file's time can be set");
        assert!(
            packages
                .check()
                .is_err_and(|lack| lack.contains("has changed"))
        );
    }
}
