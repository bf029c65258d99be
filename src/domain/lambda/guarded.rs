//! A runtime that may be ended from outside, and is then replayed.
//!
//! The budget ends nearly every function that does not end by itself. What it cannot end (native work without steps,
//! memory that is full, a machine stack that is full) takes the whole runtime with it: the wasm instance, or the
//! process. Whoever guards it then begins the same plan anew with a **verdict** for the turn that was running. As
//! everything is deterministic, the turns before come out as they did, so all other environments are rebuilt; the
//! turn with the verdict is not run again.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    EnvironmentFacts, FunctionError, FunctionRuntime, InitReport, InvocationReport,
    InvocationRequest, Outcome,
};
use crate::units::{EnvironmentId, MemorySize, SimDuration};

/// Counts the init phases and invocations that a runtime is asked for, from 0.
pub type TurnIndex = u32;

/// What became of a turn that had to be ended from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Verdict {
    /// It did not end: it is reported as running until its timeout.
    TimedOut,
    /// It filled the memory.
    OutOfMemory,
    /// It filled the machine's stack.
    StackOverflow,
    /// The runtime broke in a way that nobody foresaw; Lambda would see the process end.
    Crashed,
}

/// An init phase of this length never ends.
const FOR_EVER: SimDuration = SimDuration::from_secs(1_000_000_000);

/// How long a function takes to fill a megabyte, where the runtime could not say: a machine of 2016 writes about a
/// gigabyte in a second.
const TIME_PER_MEGABYTE: SimDuration = SimDuration::from_millis(1);

/// A runtime, the verdicts over its turns, and who is told that a turn begins.
#[derive(Debug)]
pub struct Guarded<R, F> {
    runtime: R,
    verdicts: BTreeMap<TurnIndex, Verdict>,
    begins: F,
    turn: TurnIndex,
    /// The settings of the environments that live: timeout and memory.
    settings: BTreeMap<EnvironmentId, (SimDuration, MemorySize)>,
}

impl<R: FunctionRuntime, F: FnMut(TurnIndex)> Guarded<R, F> {
    /// A guarded runtime in which nothing has happened yet. `begins` is called before each turn.
    pub fn new(runtime: R, verdicts: BTreeMap<TurnIndex, Verdict>, begins: F) -> Guarded<R, F> {
        Guarded {
            runtime,
            verdicts,
            begins,
            turn: 0,
            settings: BTreeMap::new(),
        }
    }

    /// Begins a turn; gives the verdict if there is one.
    fn next_turn(&mut self) -> Option<Verdict> {
        let turn = self.turn;
        self.turn += 1;
        (self.begins)(turn);
        self.verdicts.get(&turn).copied()
    }
}

impl<R: FunctionRuntime, F: FnMut(TurnIndex)> FunctionRuntime for Guarded<R, F> {
    fn start(&mut self, facts: &EnvironmentFacts) -> InitReport {
        let deployment = &facts.deployment;
        let settings = (deployment.timeout, deployment.memory);
        self.settings.insert(facts.id, settings);
        match self.next_turn() {
            None => self.runtime.start(facts),
            Some(Verdict::TimedOut) => InitReport {
                work: FOR_EVER,
                log: Vec::new(),
                failure: None,
                still_running: None,
            },
            Some(verdict) => InitReport {
                work: SimDuration::ZERO,
                log: Vec::new(),
                failure: Some(error(verdict, "")),
                still_running: None,
            },
        }
    }

    fn invoke(&mut self, id: EnvironmentId, request: &InvocationRequest<'_>) -> InvocationReport {
        let Some(verdict) = self.next_turn() else {
            return self.runtime.invoke(id, request);
        };
        self.runtime.retire(id);
        let unknown = (SimDuration::ZERO, MemorySize::from_megabytes(0));
        let (timeout, memory) = self.settings.get(&id).copied().unwrap_or(unknown);
        let allowance = request.deadline.since(request.starts_at);
        let (duration, outcome) = match verdict {
            Verdict::TimedOut => (allowance, Outcome::timed_out(request.request_id, timeout)),
            Verdict::OutOfMemory => (
                time_to_fill(memory).min(allowance),
                Outcome::Error(error(verdict, request.request_id)),
            ),
            _ => (
                SimDuration::ZERO,
                Outcome::Error(error(verdict, request.request_id)),
            ),
        };
        InvocationReport {
            duration,
            computing: duration,
            outcome,
            log: Vec::new(),
            environment_survives: false,
            max_memory_used: memory,
        }
    }

    fn retire(&mut self, environment: EnvironmentId) {
        self.settings.remove(&environment);
        self.runtime.retire(environment);
    }
}

fn time_to_fill(memory: MemorySize) -> SimDuration {
    SimDuration::from_micros(TIME_PER_MEGABYTE.as_micros() * u64::from(memory.megabytes()))
}

fn error(verdict: Verdict, request_id: &str) -> FunctionError {
    match verdict {
        Verdict::OutOfMemory | Verdict::TimedOut => FunctionError::out_of_memory(request_id),
        Verdict::StackOverflow => FunctionError::stack_overflow(),
        Verdict::Crashed => FunctionError::new(
            "Runtime.ExitError",
            format!("RequestId: {request_id} Error: Runtime exited with error: signal: aborted"),
        ),
    }
}
