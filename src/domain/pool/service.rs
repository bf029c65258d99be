//! Whatever does the work in an environment: a script, chance, or the reader's code in the lab.

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
    /// It is gone as soon as it serves nobody.
    Lost,
}

/// What an invocation takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Served {
    /// How long it ran, `used_before` included.
    pub duration: SimDuration,
    /// What becomes of the environment.
    pub fate: Fate,
    /// How it ended.
    pub outcome: OutcomeCode,
}

impl Served {
    /// What becomes of an invocation whose environment's init fails.
    pub(super) const fn init_error() -> Served {
        Served {
            duration: SimDuration::ZERO,
            fate: Fate::Lost,
            outcome: OutcomeCode::InitError,
        }
    }
}

/// Which invocation is meant, and when it may run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvocationSlot {
    /// Its index in the trace.
    pub index: usize,
    /// The environment that serves it.
    pub environment: EnvironmentId,
    /// When the invoke phase begins.
    pub starts_at: SimTime,
    /// Part of the function's timeout that is gone already, because an init had to be repeated.
    pub used_before: SimDuration,
}

/// Does the work of environments. `Request` is opaque to the pool, which keeps a copy of one that has to wait.
pub trait Service {
    /// What an arrival carries.
    type Request: Clone + std::fmt::Debug;

    /// A new environment starts at `at` for the sake of this request.
    fn init(&mut self, environment: EnvironmentId, at: SimTime, request: &Self::Request) -> Init;

    /// An environment serves a request. The service obeys the function's timeout and reports it as the outcome.
    fn invoke(&mut self, slot: InvocationSlot, request: &Self::Request) -> Served;

    /// An environment is gone and will not be used again.
    fn retire(&mut self, environment: EnvironmentId);
}
