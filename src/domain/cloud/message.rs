//! What the page and the worker say to each other. Both are built from the same sources; `Ready` carries the build's
//! name so that a mixture of an old file and a new one is noticed. On the way a message is an object with one member,
//! whose name says what it is. A run goes as columns ([`super::columns_of`]).

use serde::{Deserialize, Serialize};

use super::{Invocation, Plan, Run};
use crate::lambda::{TurnIndex, Verdict};

/// Page to worker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ToWorker {
    /// Make the engine ready for its first run, so that the reader does not wait for that.
    WarmUp,
    /// Run this plan and answer with `Ran`, or with `Fault`.
    Simulate {
        /// Comes back with the answer.
        id: u32,
        /// The whole plan.
        plan: Plan,
        /// What became of turns that had to be ended from outside when this plan, or what it extends, was run before.
        #[serde(default)]
        verdicts: Vec<(TurnIndex, Verdict)>,
        /// Whether to tell of each turn. The page can lay nothing at the door of a turn that it did not hear of, but ten
        /// thousand such messages keep it busy.
        #[serde(default)]
        tells_turns: bool,
    },
    /// Tell everything about one invocation of the run that was asked for last; the answer is `Described`.
    Describe {
        /// Comes back with the answer.
        id: u32,
        /// Which invocation, counted from 0.
        index: u32,
    },
}

/// Worker to page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum FromWorker {
    /// The worker listens.
    Ready {
        /// [`crate::BUILD`] of the worker.
        build: String,
    },
    /// A plan is being run, and that takes a while.
    Progress {
        /// Of the question.
        id: u32,
        /// Requests that were served so far, those of earlier runs of the same plan included.
        done: u32,
        /// All requests of the plan.
        total: u32,
    },
    /// An init phase or an invocation begins, told if that was asked for: if nothing more is heard, it was this one.
    Turn {
        /// Which one, counted over the whole plan.
        index: TurnIndex,
    },
    /// The turn that was running took the worker with it. Nothing more will be heard of this worker.
    Broke {
        /// What the machine said.
        message: String,
        /// What the turn was being ended for already, if it was.
        verdict: Option<Verdict>,
    },
    /// A plan was run to its end. On the way the run is one typed array for each column.
    Ran {
        /// Of the question.
        id: u32,
        /// What came out.
        run: Run,
        /// The details of the invocation that answered last, which is what a page shows first.
        #[serde(skip_serializing_if = "Option::is_none")]
        last: Option<Box<Invocation>>,
    },
    /// The details of one invocation.
    Described {
        /// Of the question.
        id: u32,
        /// Which invocation.
        index: u32,
        /// Its details; `None` if there is none of this index.
        invocation: Option<Invocation>,
    },
    /// The machinery failed, not the reader's code.
    Fault {
        /// What is known of it.
        message: String,
    },
}
