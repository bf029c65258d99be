//! What became of turns that broke a worker, as long as it matters: while the plan only grows, each new worker has to
//! be told.

use domain::cloud::Plan;
use domain::cloud::message::ToWorker;
use domain::lambda::{TurnIndex, Verdict};

/// The plan that is being run, and the verdicts over its turns.
#[derive(Debug, Default)]
pub(super) struct Judged {
    plan: Option<Plan>,
    verdicts: Vec<(TurnIndex, Verdict)>,
    /// The turn that began last.
    turn: Option<TurnIndex>,
}

impl Judged {
    /// This plan is to be run. If it does not extend the one before, its turns are others.
    pub(super) fn take_up(&mut self, plan: Plan) {
        let extends = self
            .plan
            .as_ref()
            .is_some_and(|earlier| plan.extends(earlier));
        if !extends {
            self.verdicts.clear();
        }
        self.turn = None;
        self.plan = Some(plan);
    }

    /// The question for the run of the plan that was taken up last; `None` before the first.
    pub(super) fn question(&self, id: u32) -> Option<ToWorker> {
        Some(ToWorker::Simulate {
            id,
            plan: self.plan.clone()?,
            verdicts: self.verdicts.clone(),
        })
    }

    /// A turn begins.
    pub(super) fn begin(&mut self, turn: TurnIndex) {
        self.turn = Some(turn);
    }

    /// Lays a worker's end at the door of the turn that began last; `false` if there is none, or if that turn was not
    /// even run, because there is a verdict over it already.
    pub(super) fn judge(&mut self, verdict: Verdict) -> bool {
        let Some(turn) = self.turn.take() else {
            return false;
        };
        let is_new = self.verdicts.iter().all(|(judged, _)| *judged != turn);
        if is_new {
            self.verdicts.push((turn, verdict));
        }
        is_new
    }

    /// How many turns kept silent so far.
    pub(super) fn silences(&self) -> usize {
        let silent = |(_, verdict): &&(TurnIndex, Verdict)| *verdict == Verdict::TimedOut;
        self.verdicts.iter().filter(silent).count()
    }
}

/// What the browser's words for a trap mean. A program of Rust that has no memory stops at an instruction that must not
/// be reached.
pub(super) fn verdict_of(message: &str) -> Verdict {
    let said = |words: &str| message.contains(words);
    if said("call stack") || said("too much recursion") || said("out of bounds") {
        Verdict::StackOverflow
    } else if said("unreachable") {
        Verdict::OutOfMemory
    } else {
        Verdict::Crashed
    }
}
