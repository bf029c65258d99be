//! The run on the screen, and the one that is being computed.

use std::rc::Rc;

use domain::cloud::Run;

use super::details::Details;

/// A run that is there.
#[derive(Clone, Debug)]
pub(crate) struct Shown {
    /// Under which number it was asked for.
    pub(crate) id: u32,
    /// What came out.
    pub(crate) run: Rc<Run>,
    /// The invocation that answer, picture and table mark.
    pub(crate) chosen: usize,
    /// What is known of single invocations.
    pub(super) details: Details,
}

/// A run that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Pending {
    /// Its number; an answer with another one is stale.
    pub(crate) id: u32,
    /// Whether it takes so long that the reader has to be told.
    pub(crate) is_slow: bool,
    /// Requests that were served, and all of them, as far as was reported.
    pub(crate) progress: Option<(u32, u32)>,
    /// How many steps the plan had before what is being run was appended: what Stop takes back.
    pub(super) steps_before: usize,
}

#[cfg(test)]
impl Pending {
    /// The first run, for tests of what is said about it.
    pub(crate) fn sample(is_slow: bool, progress: Option<(u32, u32)>) -> Pending {
        Pending {
            id: 1,
            is_slow,
            progress,
            steps_before: 0,
        }
    }
}
