//! What the prose can do to the lab: an act link is a control that stands in the article.

use domain::units::SimDuration;

use super::sending::Arrivals;
use super::{Command, Model};

/// An act that a link in the prose carries out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ProseAct {
    /// So many requests at once, as they stand in the form.
    Send(u32),
    /// Time passes.
    Wait(SimDuration),
}

impl ProseAct {
    /// Reads what the site build wrote beside the words of a link: `burst=2`, or `wait=15min`. `None` for anything
    /// else, and then the words stay words.
    pub(crate) fn parse(text: &str) -> Option<ProseAct> {
        match text.split_once('=')? {
            ("burst", count) => {
                let count: u32 = count.parse().ok()?;
                (1..=1_000)
                    .contains(&count)
                    .then_some(ProseAct::Send(count))
            }
            ("wait", "1s") => Some(ProseAct::Wait(SimDuration::from_secs(1))),
            ("wait", "1min") => Some(ProseAct::Wait(SimDuration::from_secs(60))),
            ("wait", "15min") => Some(ProseAct::Wait(SimDuration::from_secs(900))),
            _ => None,
        }
    }
}

impl Model {
    /// Carries out what a link in the prose says.
    pub(super) fn follow(&mut self, act: ProseAct) -> Vec<Command> {
        match act {
            ProseAct::Send(count) => {
                self.dock_is_due = !self.is_in_sight;
                self.send(Some(Arrivals::AtOnce(count)))
            }
            ProseAct::Wait(span) => self.wait(span),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_the_site_writes_and_nothing_else() {
        for (text, expected) in [
            ("burst=2", Some(ProseAct::Send(2))),
            ("burst=1000", Some(ProseAct::Send(1_000))),
            (
                "wait=15min",
                Some(ProseAct::Wait(SimDuration::from_secs(900))),
            ),
            ("burst=0", None),
            ("burst=1001", None),
            ("burst=-1", None),
            ("wait=2h", None),
            ("kill=1", None),
            ("burst", None),
            ("", None),
        ] {
            assert_eq!(ProseAct::parse(text), expected, "{text}");
        }
    }
}
