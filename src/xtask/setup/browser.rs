//! The browsers that the tests open the pages in: a person's own where there are such, else Debian's.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail};

use super::search_path::SearchPath;
use super::tool::Tool;
use crate::process;
use crate::workspace::Workspace;

/// Browsers that are told apart by more than their version.
#[derive(Debug)]
pub(crate) struct Family {
    name: &'static str,
    purpose: &'static str,
    /// Names a browser that is not on the search path; the tests read it, too.
    pub(crate) variable: &'static str,
    /// What such browsers are called, the one of Debian's package of this name first.
    names: &'static [&'static str],
}

/// The family that every test runs in.
pub(crate) const CHROMIUM: Family = Family {
    name: "Chromium",
    purpose: "which the browser tests drive",
    variable: "COLDSTART_BROWSER",
    names: &[
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
    ],
};

/// The other engine, in which the main road is gone once more.
pub(crate) const FIREFOX: Family = Family {
    name: "Firefox",
    purpose: "in which a few tests are run once more",
    variable: "COLDSTART_FIREFOX",
    names: &["firefox-esr", "firefox"],
};

/// A browser.
pub(crate) struct Browser<'a> {
    family: &'static Family,
    chosen: Option<PathBuf>,
    search_path: SearchPath,
    workspace: &'a Workspace,
}

impl<'a> Browser<'a> {
    /// The browser of this machine, which the environment may have chosen.
    pub(crate) fn of_this_machine(family: &'static Family, workspace: &'a Workspace) -> Self {
        let chosen = std::env::var_os(family.variable).filter(|chosen| !chosen.is_empty());
        Self::new(
            family,
            chosen.map(PathBuf::from),
            SearchPath::of_this_process(),
            workspace,
        )
    }

    fn new(
        family: &'static Family,
        chosen: Option<PathBuf>,
        search_path: SearchPath,
        workspace: &'a Workspace,
    ) -> Self {
        Self {
            family,
            chosen,
            search_path,
            workspace,
        }
    }

    /// The browser, if there is one.
    pub(crate) fn locate(&self) -> Option<PathBuf> {
        match &self.chosen {
            Some(chosen) => chosen.is_file().then(|| chosen.clone()),
            None => self
                .family
                .names
                .iter()
                .find_map(|name| self.search_path.first(name)),
        }
    }

    /// How commands are run with the rights that Debian's packages need, without ever asking for a password.
    fn privileges(&self) -> Result<&'static [&'static str]> {
        let user = process::read(Command::new("id").arg("-u")).unwrap_or_default();
        if user.trim() == "0" {
            return Ok(&[]);
        }
        if process::succeeds(Command::new("sudo").args(["-n", "true"])) {
            return Ok(&["sudo", "-n"]);
        }
        bail!("Only root may install packages here, and sudo asks for a password");
    }
}

impl Tool for Browser<'_> {
    fn name(&self) -> String {
        self.family.name.to_owned()
    }

    fn purpose(&self) -> &'static str {
        self.family.purpose
    }

    fn check(&self) -> Result<(), String> {
        if self.locate().is_some() {
            return Ok(());
        }
        Err(match &self.chosen {
            Some(chosen) => format!(
                "{} names {}, which is no file",
                self.family.variable,
                chosen.display()
            ),
            None => "no browser of its family was found".to_owned(),
        })
    }

    fn install(&self) -> Result<()> {
        if self.chosen.is_some() {
            bail!("{} is set, so nothing else is tried", self.family.variable);
        }
        if self.search_path.first("apt-get").is_none() {
            bail!("This system has no apt-get");
        }
        let privileges = self.privileges()?;
        for words in [
            &["update"][..],
            &[
                "install",
                "--yes",
                "--no-install-recommends",
                self.family.names[0],
            ],
        ] {
            // Through `env`, since sudo drops what it is not told to keep.
            let line = privileges
                .iter()
                .chain(&["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"])
                .chain(words)
                .copied()
                .collect::<Vec<_>>();
            process::run(self.workspace.command(line[0]).args(&line[1..]))?;
        }
        Ok(())
    }

    fn advice(&self) -> String {
        format!(
            "Install {}, or set {} to the program of one. \
             `cargo xtask test --quick` runs every check that needs no browser.",
            self.family.name, self.family.variable
        )
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::super::fake_machine::FakeMachine;
    use super::*;

    #[test]
    fn the_chosen_browser_wins_and_a_wrong_choice_is_said() {
        let machine = FakeMachine::new("browser");
        let workspace = machine.workspace();
        let look = |chosen: Option<PathBuf>| {
            Browser::new(&CHROMIUM, chosen, machine.search_path(&["bin"]), &workspace)
        };
        assert!(look(None).check().is_err());
        assert!(
            look(None)
                .install()
                .is_err_and(|error| error.to_string().contains("apt-get"))
        );

        let chrome = machine.program("bin", "google-chrome", "exit 0");
        assert_eq!(look(None).locate(), Some(chrome));
        let chromium = machine.program("bin", "chromium", "exit 0");
        assert_eq!(look(None).locate(), Some(chromium));
        let own = machine.program("elsewhere", "browser", "exit 0");
        assert_eq!(look(Some(own.clone())).locate(), Some(own));

        let wrong = look(Some(machine.root().join("absent")));
        assert!(
            wrong
                .check()
                .is_err_and(|lack| lack.contains(CHROMIUM.variable))
        );
        assert!(wrong.install().is_err());
    }
}
