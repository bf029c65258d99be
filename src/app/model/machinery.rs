//! How the worker fares, and how it can fail. Failures of the reader's code are results and never end up here.

use std::fmt;

/// The state of the worker.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Machinery {
    /// Nobody has needed it yet.
    #[default]
    Asleep,
    /// It was asked for and has not answered.
    Starting,
    /// It listens.
    Ready,
    /// It is gone.
    Failed(Fault),
}

/// How the machinery failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The engine or its worker could not be loaded.
    NotLoaded(String),
    /// The worker was started and never said that it is ready.
    SilentAtStart,
    /// Page and worker come from different builds.
    OtherBuild,
    /// A run gave no answer for so long that the worker was ended.
    NoAnswer,
    /// The worker broke down.
    Broken(String),
}

impl Fault {
    /// The stable name under which the page around the lab hears of it; `None` for what its script knows better.
    pub(crate) fn code(&self) -> Option<&'static str> {
        match self {
            Fault::NotLoaded(_) => None,
            Fault::SilentAtStart => Some("engine-silent"),
            Fault::OtherBuild => Some("other-build"),
            Fault::NoAnswer => Some("no-answer"),
            Fault::Broken(_) => Some("engine-broken"),
        }
    }
}

impl fmt::Display for Fault {
    /// A sentence for the reader.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::NotLoaded(reason) => {
                write!(formatter, "The engine could not be loaded ({}).", without_stop(reason))
            }
            Fault::SilentAtStart => formatter.write_str("The engine did not start in time."),
            Fault::OtherBuild => formatter.write_str(
                "The page and its engine are of different versions; loading the page anew may help.",
            ),
            Fault::NoAnswer => formatter.write_str("The engine gave no answer and was stopped."),
            Fault::Broken(reason) => {
                write!(formatter, "The engine broke down ({}).", without_stop(reason))
            }
        }
    }
}

/// The first line of a message, without the full stop that our sentence brings itself.
fn without_stop(reason: &str) -> &str {
    let line = reason
        .lines()
        .next()
        .unwrap_or_default()
        .trim_end_matches(['.', ' ']);
    if line.is_empty() {
        "no reason is known"
    } else {
        line
    }
}
