//! Words of the legend in the prose: a state of the picture, named in a sentence, wears the mark that it has in the
//! picture. The marks are the app's own.

use app::MarkKind;

use crate::escape::escape;
use crate::stills::Stills;

/// The states that have a mark, by the words that name them in a lesson.
const STATES: [(&str, MarkKind); 7] = [
    ("starting", MarkKind::Starting),
    ("running", MarkKind::Running),
    ("warm", MarkKind::Warm),
    ("gone", MarkKind::Gone),
    ("error", MarkKind::Error),
    ("throttled", MarkKind::Throttled),
    ("billed", MarkKind::Billed),
];

/// The marks of all states, drawn.
#[derive(Clone, Debug)]
pub(crate) struct Legend {
    marks: Vec<(&'static str, String)>,
}

impl Legend {
    /// Draws the marks.
    pub(crate) fn new(stills: &Stills) -> Legend {
        Legend {
            marks: STATES
                .iter()
                .map(|&(state, kind)| (state, stills.mark(kind)))
                .collect(),
        }
    }

    /// The HTML of `:t[words]`: the mark of the state that the words name, and the words. `Err` says which states there
    /// are.
    pub(crate) fn word(&self, words: &str) -> Result<String, String> {
        let is_named = |state: &str| {
            words
                .split(|character: char| !character.is_alphanumeric())
                .any(|word| word.eq_ignore_ascii_case(state))
        };
        let mut marks = self.marks.iter().filter(|(state, _)| is_named(state));
        match (marks.next(), marks.next()) {
            (Some((_, mark)), None) => {
                Ok(format!("<span class=\"w\">{mark}{}</span>", escape(words)))
            }
            _ => Err(format!(
                "Name one state: {}.",
                STATES.map(|(state, _)| state).join(", ")
            )),
        }
    }
}
