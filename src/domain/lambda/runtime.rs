//! The one door to whatever executes the reader's code.
//!
//! The domain says what has to be run and by when; a runtime (the engine, or a table of answers in a test) runs it
//! on virtual time and says what became of it. Environments share nothing, so a runtime may run an invocation to its
//! end as soon as it is asked.

use std::rc::Rc;

use super::{Deployment, FunctionError, LogLine, Outcome, SourcePosition};
use crate::units::{CalendarTime, EnvironmentId, MemorySize, Seed, SimDuration, SimTime};

/// What an environment is made from.
#[derive(Clone, Debug)]
pub struct EnvironmentFacts {
    /// Which one it is.
    pub id: EnvironmentId,
    /// What it runs.
    pub deployment: Rc<Deployment>,
    /// When its init phase begins.
    pub created_at: SimTime,
    /// What the calendar says at time 0.
    pub start: CalendarTime,
    /// Where its chance comes from.
    pub seed: Seed,
    /// The environment that was lost in the same slot: the new one gets its `/tmp` (Lambda Developer Guide, "Lambda
    /// runtime environment").
    pub predecessor: Option<EnvironmentId>,
}

impl EnvironmentFacts {
    /// The first environment of a plan that says nothing about time and chance.
    pub fn first(deployment: Deployment) -> EnvironmentFacts {
        EnvironmentFacts {
            id: EnvironmentId(0),
            deployment: Rc::new(deployment),
            created_at: SimTime::ZERO,
            start: CalendarTime::DEFAULT_START,
            seed: Seed(1),
            predecessor: None,
        }
    }
}

/// What the init phase did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InitReport {
    /// Time that the module's own code took on one full processor.
    pub work: SimDuration,
    /// What it wrote.
    pub log: Vec<LogLine>,
    /// Why the module could not be loaded, if so.
    pub failure: Option<FunctionError>,
    /// The line that was running when the time for loading was up, and what to do about it.
    pub still_running: Option<(SourcePosition, String)>,
}

/// One call of the handler.
#[derive(Clone, Debug)]
pub struct InvocationRequest<'a> {
    /// `awsRequestId`
    pub request_id: &'a str,
    /// The event as JSON text.
    pub event: &'a str,
    /// When the handler begins.
    pub starts_at: SimTime,
    /// When it is cut off.
    pub deadline: SimTime,
}

/// What the call did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvocationReport {
    /// From the handler's begin to the answer; the whole allowance if it timed out.
    pub duration: SimDuration,
    /// How much of that it would have computed on a full processor; waits are not counted.
    pub computing: SimDuration,
    /// How it ended: success, error or timeout.
    pub outcome: Outcome,
    /// What it wrote.
    pub log: Vec<LogLine>,
    /// Whether the environment can serve again. It cannot after a timeout, a crash or `process.exit`.
    pub environment_survives: bool,
    /// The most memory in use so far, by the documented model.
    pub max_memory_used: MemorySize,
}

/// Executes functions. Calls come in an order that respects virtual time within each environment.
pub trait FunctionRuntime {
    /// Makes an environment and runs the init phase.
    fn start(&mut self, facts: &EnvironmentFacts) -> InitReport;

    /// Runs one invocation to its end. The environment was started, did not fail, and was not retired.
    fn invoke(
        &mut self,
        environment: EnvironmentId,
        request: &InvocationRequest<'_>,
    ) -> InvocationReport;

    /// The environment is gone; its memory can be given back.
    fn retire(&mut self, environment: EnvironmentId);
}
