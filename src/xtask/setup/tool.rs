//! What every tool can say of itself, and the one way in which a tool comes onto the machine.

use anyhow::{Context, Result, anyhow};

use crate::announce::Step;

/// A thing that a command needs and a fresh machine lacks.
pub(crate) trait Tool {
    /// What it is called, with the version where that matters.
    fn name(&self) -> String;

    /// What it is for, and how long the installation may take, as the end of a sentence.
    fn purpose(&self) -> &'static str;

    /// Succeeds when it is there and is the right one; otherwise says what is amiss.
    fn check(&self) -> Result<(), String>;

    /// Brings it onto the machine; fails when that is not possible here.
    fn install(&self) -> Result<()>;

    /// What a person can do when it could not be installed.
    fn advice(&self) -> String;
}

/// Leaves a machine that has the tool, or says why not and what to do.
pub(crate) fn ensure(tool: &dyn Tool) -> Result<()> {
    let Err(lack) = tool.check() else {
        return Ok(());
    };
    let name = tool.name();
    let step = Step::begin(&format!("Setting up {name}, {} ({lack}).", tool.purpose()));
    tool.install()
        .and_then(|()| {
            tool.check()
                .map_err(|lack| anyhow!("It was installed, and still: {lack}."))
        })
        .with_context(|| format!("{name} is missing.\n{}", tool.advice()))?;
    step.end(&format!("Set up: {name}"));
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    /// A tool whose installation works, fails, or pretends to work.
    struct Scripted {
        there: Cell<bool>,
        installs: Result<bool, &'static str>,
        attempts: Cell<u32>,
    }

    impl Scripted {
        fn new(there: bool, installs: Result<bool, &'static str>) -> Self {
            Self {
                there: Cell::new(there),
                installs,
                attempts: Cell::new(0),
            }
        }
    }

    impl Tool for Scripted {
        fn name(&self) -> String {
            "Hammer".to_owned()
        }

        fn purpose(&self) -> &'static str {
            "for nails"
        }

        fn check(&self) -> Result<(), String> {
            if self.there.get() {
                Ok(())
            } else {
                Err("no hammer in the box".to_owned())
            }
        }

        fn install(&self) -> Result<()> {
            self.attempts.set(self.attempts.get() + 1);
            self.there
                .set(self.installs.map_err(|error| anyhow!(error))?);
            Ok(())
        }

        fn advice(&self) -> String {
            "Ask the neighbours.".to_owned()
        }
    }

    #[test]
    fn what_is_there_is_left_alone() {
        let tool = Scripted::new(true, Err("never asked"));
        ensure(&tool).expect("it is there");
        assert_eq!(tool.attempts.get(), 0);
    }

    #[test]
    fn what_is_missing_is_installed_once() {
        let tool = Scripted::new(false, Ok(true));
        ensure(&tool).expect("it can be installed");
        assert_eq!(tool.attempts.get(), 1);
    }

    #[test]
    fn a_failed_installation_carries_its_cause_and_the_advice() {
        for (installs, cause) in [
            (Err("the shop is shut"), "the shop is shut"),
            (Ok(false), "no hammer in the box"),
        ] {
            let error = ensure(&Scripted::new(false, installs)).expect_err(cause);
            let text = format!("{error:#}");
            assert!(text.contains("Hammer is missing"), "{text}");
            assert!(text.contains("Ask the neighbours."), "{text}");
            assert!(text.contains(cause), "{text}");
        }
    }
}
