//! Whatever does the work in an environment: a script in tests, the reader's code in the lab.

use super::OutcomeCode;
use crate::units::{EnvironmentId, SimDuration, SimTime};

/// What an init phase takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Init {
    /// How long.
    pub duration: SimDuration,
    /// Whether it ends in an error; then the environment never serves.
    pub failed: bool,
}

/// Whether an environment can serve again after an invocation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It becomes idle.
    Keep,
    /// It is gone.
    Lost,
}

/// What an invocation takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Served {
    /// How long the handler ran.
    pub duration: SimDuration,
    /// What becomes of the environment.
    pub fate: Fate,
    /// How it ended.
    pub outcome: OutcomeCode,
}

/// Which invocation is meant, and when it may run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvocationSlot {
    /// Its index in the trace.
    pub index: usize,
    /// The environment that serves it.
    pub environment: EnvironmentId,
    /// When the handler begins.
    pub starts_at: SimTime,
    /// Part of the function's timeout that is gone already, because an init had to be repeated.
    pub used_before: SimDuration,
}

/// Does the work of environments. `Request` is opaque to the pool.
pub trait Service {
    /// What an arrival carries.
    type Request;

    /// A new environment starts at `at`.
    fn init(&mut self, environment: EnvironmentId, at: SimTime) -> Init;

    /// An environment serves a request. The service obeys the function's timeout and reports it as the outcome.
    fn invoke(&mut self, slot: InvocationSlot, request: &Self::Request) -> Served;

    /// An environment is gone and will not be used again.
    fn retire(&mut self, environment: EnvironmentId);
}
