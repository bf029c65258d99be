//! What became of turns that broke a worker, as long as it matters: while the plan only grows, each new worker has to
//! be told.

use domain::cloud::Plan;
use domain::cloud::message::ToWorker;
use domain::lambda::{TurnIndex, Verdict};

/// Of so many new requests each turn is told as it begins; of more only when something broke.
const MOST_TOLD: usize = 100;

/// The plan that is being run, and the verdicts over its turns.
#[derive(Debug, Default)]
pub(super) struct Judged {
    plan: Option<Plan>,
    verdicts: Vec<(TurnIndex, Verdict)>,
    /// Whether the worker tells of each turn.
    tells_turns: bool,
    /// The turn that began last.
    turn: Option<TurnIndex>,
    /// How often a worker kept silent.
    silences: usize,
}

impl Judged {
    /// This plan is to be run. If it does not extend the one before, its turns are others.
    pub(super) fn take_up(&mut self, plan: Plan) {
        let earlier = self.plan.take().filter(|earlier| plan.extends(earlier));
        if earlier.is_none() {
            self.verdicts.clear();
            self.silences = 0;
        }
        let known = earlier.map_or(0, |earlier| earlier.arrivals());
        self.tells_turns = plan.arrivals() - known <= MOST_TOLD;
        self.turn = None;
        self.plan = Some(plan);
    }

    /// The question for the run of the plan that was taken up last; `None` before the first.
    pub(super) fn question(&self, id: u32) -> Option<ToWorker> {
        Some(ToWorker::Simulate {
            id,
            plan: self.plan.clone()?,
            verdicts: self.verdicts.clone(),
            tells_turns: self.tells_turns,
        })
    }

    /// A turn begins.
    pub(super) fn begin(&mut self, turn: TurnIndex) {
        self.turn = Some(turn);
    }

    /// A worker ended. Lays that at the door of the turn that began last; if turns were not told, the next worker has to
    /// tell them. `false` if the plan need not be tried again: no turn had begun, or it was one that was not even run,
    /// because there is a verdict over it already.
    pub(super) fn judge(&mut self, verdict: Verdict) -> bool {
        self.silences += usize::from(verdict == Verdict::TimedOut);
        if !self.tells_turns {
            self.tells_turns = true;
            return true;
        }
        let Some(turn) = self.turn.take() else {
            return false;
        };
        let is_new = self.verdicts.iter().all(|(judged, _)| *judged != turn);
        if is_new {
            self.verdicts.push((turn, verdict));
        }
        is_new
    }

    /// How often a worker kept silent so far.
    pub(super) fn silences(&self) -> usize {
        self.silences
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::plan_of;

    /// Whether the worker that runs these many requests is asked to tell of its turns.
    fn tells_turns(judged: &Judged) -> bool {
        matches!(
            judged.question(1),
            Some(ToWorker::Simulate {
                tells_turns: true,
                ..
            })
        )
    }

    fn plan(requests: u64) -> Plan {
        let arrivals: Vec<u64> = (0..requests).collect();
        plan_of(&arrivals)
    }

    #[test]
    fn only_a_run_of_few_new_requests_tells_each_turn() {
        for (earlier, requests, expected) in [
            (0, 1, true),
            (0, 100, true),
            (0, 101, false),
            (5_000, 5_001, true),
        ] {
            let mut judged = Judged::default();
            judged.take_up(plan(earlier));
            judged.take_up(plan(requests));
            assert_eq!(tells_turns(&judged), expected, "{requests} after {earlier}");
        }
    }

    #[test]
    fn a_turn_that_breaks_a_small_run_is_judged_at_once() {
        let mut judged = Judged::default();
        judged.take_up(plan(3));
        assert!(!judged.judge(Verdict::Crashed), "no turn had begun");
        judged.begin(1);
        assert!(judged.judge(Verdict::Crashed));
        assert_eq!(judged.verdicts, [(1, Verdict::Crashed)]);
        judged.begin(1);
        assert!(!judged.judge(Verdict::Crashed), "it was not run again");
    }

    #[test]
    fn a_large_run_that_breaks_is_tried_once_more_with_each_turn_told() {
        let mut judged = Judged::default();
        judged.take_up(plan(5_000));
        assert!(judged.judge(Verdict::TimedOut));
        assert_eq!((judged.verdicts.len(), judged.silences()), (0, 1));
        assert!(tells_turns(&judged));
        judged.begin(4_321);
        assert!(judged.judge(Verdict::TimedOut));
        assert_eq!(judged.verdicts, [(4_321, Verdict::TimedOut)]);
        // What the plan grows by is told as before.
        judged.take_up(plan(5_001));
        assert_eq!((judged.verdicts.len(), tells_turns(&judged)), (1, true));
    }
}
