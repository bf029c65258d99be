//! What a simulation leaves: columns of invocations and a record of each environment.

use serde::Serialize;

use crate::units::{EnvironmentId, SimDuration, SimTime};

/// Whether an invocation had to wait for a container.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum StartKind {
    /// It caused a new environment.
    Cold,
    /// It found an idle one.
    Warm,
    /// It never ran.
    None,
}

impl StartKind {
    /// All there are.
    pub const ALL: [StartKind; 3] = [StartKind::Cold, StartKind::Warm, StartKind::None];
}

/// How an invocation ended, seen from the pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum OutcomeCode {
    /// The function answered.
    Ok,
    /// The function failed.
    Error,
    /// The function's timeout cut it off.
    Timeout,
    /// The module could not be loaded.
    InitError,
    /// There was no room within the concurrency limit.
    Throttled,
    /// Somebody killed its environment.
    Killed,
}

impl OutcomeCode {
    /// All there are.
    pub const ALL: [OutcomeCode; 6] = [
        OutcomeCode::Ok,
        OutcomeCode::Error,
        OutcomeCode::Timeout,
        OutcomeCode::InitError,
        OutcomeCode::Throttled,
        OutcomeCode::Killed,
    ];
}

/// Why an environment is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum EndReason {
    /// It sat idle for the keep-alive time.
    Expired,
    /// A newer deployment took its place.
    Replaced,
    /// An invocation lost it: timeout, crash, failed init.
    Lost,
    /// Somebody killed it.
    Killed,
}

impl EndReason {
    /// All there are.
    pub const ALL: [EndReason; 4] = [
        EndReason::Expired,
        EndReason::Replaced,
        EndReason::Lost,
        EndReason::Killed,
    ];
}

/// The life of one environment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EnvironmentRecord {
    /// When its init phase began.
    #[serde(rename = "createdAtMicros")]
    pub created_at: SimTime,
    /// How long the init phase took.
    #[serde(rename = "initMicros")]
    pub init: SimDuration,
    /// Whether that init was aborted at its limit and repeated inside the first invocation.
    pub init_aborted: bool,
    /// Which deployment it runs, counted from 0.
    pub deployment: u32,
    /// When it is gone, which may lie ahead of the last event: an idle environment knows when it will expire.
    #[serde(rename = "endsAtMicros")]
    pub ends_at: Option<SimTime>,
    /// Why it is gone; present exactly when `ends_at` is.
    pub end_reason: Option<EndReason>,
}

/// The trace: one column per property, one row per invocation in the order of arrival.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PoolTrace {
    /// When each request arrived.
    #[serde(rename = "arrivesAtMicros")]
    pub arrives_at: Vec<SimTime>,
    /// When its handler began: after init, or at once. Where none ran, the same as `ended_at`.
    #[serde(rename = "startedAtMicros")]
    pub started_at: Vec<SimTime>,
    /// When it was answered.
    #[serde(rename = "endedAtMicros")]
    pub ended_at: Vec<SimTime>,
    /// Which environment served it; `None` for a throttled one.
    pub environment: Vec<Option<EnvironmentId>>,
    /// How it started.
    pub start_kind: Vec<StartKind>,
    /// How it ended.
    pub outcome: Vec<OutcomeCode>,
    /// All environments in the order of their creation.
    pub environments: Vec<EnvironmentRecord>,
}

impl PoolTrace {
    /// An empty trace with room for so many invocations, 34 bytes each.
    pub fn with_capacity(invocations: usize) -> PoolTrace {
        PoolTrace {
            arrives_at: Vec::with_capacity(invocations),
            started_at: Vec::with_capacity(invocations),
            ended_at: Vec::with_capacity(invocations),
            environment: Vec::with_capacity(invocations),
            start_kind: Vec::with_capacity(invocations),
            outcome: Vec::with_capacity(invocations),
            environments: Vec::new(),
        }
    }

    /// The number of invocations, throttled ones included.
    pub fn len(&self) -> usize {
        self.arrives_at.len()
    }

    /// Whether nothing has arrived.
    pub fn is_empty(&self) -> bool {
        self.arrives_at.is_empty()
    }

    /// How long the handler of this invocation ran.
    pub fn duration(&self, index: usize) -> SimDuration {
        self.ended_at[index].since(self.started_at[index])
    }

    /// The init phase that this invocation waited for: on a cold start only, and not if it was aborted and repeated
    /// inside the invocation.
    pub fn init_duration(&self, index: usize) -> Option<SimDuration> {
        let environment =
            self.environment[index].filter(|_| self.start_kind[index] == StartKind::Cold)?;
        let record = &self.environments[environment.index()];
        (!record.init_aborted).then_some(record.init)
    }

    /// How long the handler of this invocation ran; `None` if it was never called: throttled, or over before its
    /// environment was ready.
    pub fn handler_time(&self, index: usize) -> Option<SimDuration> {
        let environment = &self.environments[self.environment[index]?.index()];
        let is_ready = environment.created_at + environment.init <= self.ended_at[index];
        let failed = self.outcome[index] == OutcomeCode::InitError;
        (is_ready && !failed).then(|| self.duration(index))
    }

    /// The init phase that this invocation caused, as far as it came; `None` for one that caused none, and where the
    /// init was aborted at its limit and repeated inside the invocation.
    pub fn init_time(&self, index: usize) -> Option<SimDuration> {
        let environment =
            self.environment[index].filter(|_| self.start_kind[index] == StartKind::Cold)?;
        let environment = &self.environments[environment.index()];
        let so_far = self.ended_at[index].since(environment.created_at);
        let was_repeated = environment.init_aborted && environment.init <= so_far;
        (!was_repeated).then(|| environment.init.min(so_far))
    }

    /// When the last answer was given; the start of the plan if there is none.
    pub fn last_answer(&self) -> SimTime {
        self.ended_at.iter().copied().max().unwrap_or(SimTime::ZERO)
    }

    /// How many invocations started in this way.
    pub fn count(&self, kind: StartKind) -> usize {
        self.start_kind
            .iter()
            .filter(|&&start| start == kind)
            .count()
    }

    /// The invocation that was answered last; of several at one instant the one that arrived last.
    pub fn last_to_answer(&self) -> Option<usize> {
        (0..self.len()).max_by_key(|&index| (self.ended_at[index], index))
    }
}
