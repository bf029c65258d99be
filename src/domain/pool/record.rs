//! What a pool writes down while it runs: a trace for whoever wants to see every invocation, or only sums.

use super::{EndReason, EnvironmentRecord, OutcomeCode, PoolTrace, StartKind};
use crate::units::{EnvironmentId, SimDuration, SimTime};

/// One invocation, when it was given to an environment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dispatch {
    /// Its index, in the order of arrival.
    pub index: usize,
    /// Who serves it.
    pub environment: EnvironmentId,
    /// How it starts: cold or warm.
    pub kind: StartKind,
    /// When its handler begins; where none runs, when the init ends.
    pub started_at: SimTime,
    /// When it is answered.
    pub ended_at: SimTime,
    /// How it ends.
    pub outcome: OutcomeCode,
    /// The init phase that it caused, unless that is repeated inside the invocation.
    pub init: Option<SimDuration>,
    /// How long its environment had rested since its last use; zero for a cold start.
    pub rested: SimDuration,
}

impl Dispatch {
    /// How long the handler runs; `None` if it is never called.
    #[inline]
    pub fn handler_time(&self) -> Option<SimDuration> {
        (self.outcome != OutcomeCode::InitError).then(|| self.ended_at.since(self.started_at))
    }
}

/// Hears of everything that happens in a pool.
pub trait Record {
    /// The next request arrives. Until something else is heard of it, it counts as turned away.
    fn arrived(&mut self, at: SimTime);
    /// A request was given to an environment.
    fn dispatched(&mut self, dispatch: &Dispatch);
    /// A request that waited gives up.
    fn gave_up(&mut self, index: usize, at: SimTime);
    /// An environment was created; environments come in the order of their numbers.
    fn created(&mut self, record: EnvironmentRecord);
    /// When an environment will be gone, as far as is known now, and why.
    fn will_end(&mut self, environment: EnvironmentId, end: Option<(SimTime, EndReason)>);
}

impl Record for PoolTrace {
    #[inline]
    fn arrived(&mut self, at: SimTime) {
        self.arrives_at.push(at);
        self.started_at.push(at);
        self.ended_at.push(at);
        self.environment.push(None);
        self.start_kind.push(StartKind::None);
        self.outcome.push(OutcomeCode::Throttled);
    }

    #[inline]
    fn dispatched(&mut self, dispatch: &Dispatch) {
        let index = dispatch.index;
        self.started_at[index] = dispatch.started_at;
        self.ended_at[index] = dispatch.ended_at;
        self.environment[index] = Some(dispatch.environment);
        self.start_kind[index] = dispatch.kind;
        self.outcome[index] = dispatch.outcome;
    }

    fn gave_up(&mut self, index: usize, at: SimTime) {
        self.started_at[index] = at;
        self.ended_at[index] = at;
    }

    fn created(&mut self, record: EnvironmentRecord) {
        self.environments.push(record);
    }

    #[inline]
    fn will_end(&mut self, environment: EnvironmentId, end: Option<(SimTime, EndReason)>) {
        let record = &mut self.environments[environment.index()];
        record.ends_at = end.map(|(at, _)| at);
        record.end_reason = end.map(|(_, reason)| reason);
    }
}

/// Counts of invocations, without a record of any.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Requests that arrived.
    pub requests: u64,
    /// Those that were given to an environment, whatever became of them.
    pub served: u64,
    /// Those that caused an environment.
    pub cold: u64,
    /// Those whose function's timeout cut them off.
    pub timeouts: u64,
    /// Those whose init failed.
    pub init_errors: u64,
}

impl Record for Counts {
    #[inline]
    fn arrived(&mut self, _: SimTime) {
        self.requests += 1;
    }

    #[inline]
    fn dispatched(&mut self, dispatch: &Dispatch) {
        self.served += 1;
        self.cold += u64::from(dispatch.kind == StartKind::Cold);
        self.timeouts += u64::from(dispatch.outcome == OutcomeCode::Timeout);
        self.init_errors += u64::from(dispatch.outcome == OutcomeCode::InitError);
    }

    fn gave_up(&mut self, _: usize, _: SimTime) {}
    fn created(&mut self, _: EnvironmentRecord) {}
    #[inline]
    fn will_end(&mut self, _: EnvironmentId, _: Option<(SimTime, EndReason)>) {}
}
