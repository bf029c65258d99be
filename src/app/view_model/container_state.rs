//! How containers stand when everything rests.

use domain::pool::{EndReason, EnvironmentRecord, PoolTrace};
use domain::units::SimTime;

use super::MarkKind;
use super::words::thousands;

/// The state of a container.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ContainerState {
    /// It waits for a request.
    Warm,
    /// It is gone, for this reason.
    Gone(EndReason),
}

impl ContainerState {
    /// The state of this environment at `time`, when nothing runs.
    pub(crate) fn at_rest(environment: &EnvironmentRecord, time: SimTime) -> ContainerState {
        match (environment.ends_at, environment.end_reason) {
            (Some(ends_at), Some(reason)) if ends_at <= time => ContainerState::Gone(reason),
            _ => ContainerState::Warm,
        }
    }

    /// The word on the page.
    pub(crate) fn word(self) -> &'static str {
        match self {
            ContainerState::Warm => "warm, idle",
            ContainerState::Gone(EndReason::Replaced) => "replaced",
            ContainerState::Gone(EndReason::Killed) => "killed",
            ContainerState::Gone(EndReason::Expired | EndReason::Lost) => "gone",
        }
    }

    /// The mark beside the word.
    pub(crate) fn mark(self) -> MarkKind {
        match self {
            ContainerState::Warm => MarkKind::Warm,
            ContainerState::Gone(_) => MarkKind::Gone,
        }
    }
}

/// How many containers are in a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct StateCount {
    /// The state.
    pub(crate) state: ContainerState,
    /// How many.
    pub(crate) count: u64,
}

impl StateCount {
    /// `3 warm, idle`
    pub(crate) fn words(&self) -> String {
        format!("{} {}", thousands(self.count), self.state.word())
    }
}

/// How many containers are in which state at `rest`, when nothing runs; states without any are left out.
pub(crate) fn counts_at_rest(trace: &PoolTrace, rest: SimTime) -> Vec<StateCount> {
    let mut counts: Vec<StateCount> = Vec::new();
    for environment in &trace.environments {
        let state = ContainerState::at_rest(environment, rest);
        match counts
            .iter_mut()
            .find(|known| known.state.word() == state.word())
        {
            Some(known) => known.count += 1,
            None => counts.push(StateCount { state, count: 1 }),
        }
    }
    // Those that are there stand before those that are not.
    if let Some(place) = counts
        .iter()
        .position(|known| known.state == ContainerState::Warm)
    {
        counts[..=place].rotate_right(1);
    }
    counts
}
