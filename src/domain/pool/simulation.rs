//! The pool itself. Arrivals and interventions are handed in by time; between them the pool lets completions and
//! expiries happen. It can be asked for its trace at any moment and go on afterwards.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

use super::{
    EndReason, EnvironmentRecord, Fate, InvocationSlot, OutcomeCode, PoolPolicy, PoolTrace,
    Service, StartKind,
};
use crate::units::{EnvironmentId, SimDuration, SimTime};

/// What an environment is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// It serves the invocation of this index until it ends.
    Busy { invocation: usize, fate: Fate },
    /// It waits, and is gone at this time if nothing comes; `None` is never.
    Idle { expires_at: Option<SimTime> },
    /// It is gone.
    Gone,
}

/// A pool of execution environments on virtual time.
#[derive(Debug)]
pub struct Pool<S> {
    policy: PoolPolicy,
    service: S,
    now: SimTime,
    trace: PoolTrace,
    states: Vec<State>,
    /// Ends of running invocations; a stale entry is one whose environment no longer serves it.
    completions: BinaryHeap<Reverse<(SimTime, EnvironmentId, usize)>>,
    /// Expiries of idle environments; a stale entry is one whose environment no longer has this expiry.
    expiries: BinaryHeap<Reverse<(SimTime, EnvironmentId)>>,
    /// Idle environments by age: the newest is used first.
    idle: BTreeSet<EnvironmentId>,
    in_flight: u32,
    deployment: u32,
}

impl<S: Service> Pool<S> {
    /// An empty pool at time 0, on its first deployment.
    pub fn new(policy: PoolPolicy, service: S) -> Pool<S> {
        Pool {
            policy,
            service,
            now: SimTime::ZERO,
            trace: PoolTrace::default(),
            states: Vec::new(),
            completions: BinaryHeap::new(),
            expiries: BinaryHeap::new(),
            idle: BTreeSet::new(),
            in_flight: 0,
            deployment: 0,
        }
    }

    /// What happened so far, and what is known to come: ends of running invocations, expiries of idle environments.
    pub fn trace(&self) -> &PoolTrace {
        &self.trace
    }

    /// The service.
    pub fn service(&self) -> &S {
        &self.service
    }

    /// The service, to change what the next call of it does.
    pub fn service_mut(&mut self) -> &mut S {
        &mut self.service
    }

    /// Gives the service back and forgets the rest.
    pub fn into_service(self) -> S {
        self.service
    }

    /// One request arrives. `at` must not lie before anything that was handed in earlier.
    pub fn arrive(&mut self, at: SimTime, request: &S::Request) {
        self.advance_to(at);
        let index = self.trace.len();
        if self
            .policy
            .concurrency_limit
            .is_some_and(|limit| self.in_flight >= limit)
        {
            self.record(at, None, StartKind::None, (at, at), OutcomeCode::Throttled);
            return;
        }
        self.in_flight += 1;
        match self.idle.pop_last() {
            Some(environment) => {
                self.plan_end(environment, None);
                self.serve(
                    index,
                    environment,
                    at,
                    StartKind::Warm,
                    at,
                    SimDuration::ZERO,
                    request,
                );
            }
            None => self.start_cold(index, at, request),
        }
    }

    /// Kills an environment and what runs in it, and gives the index of the invocation that it cut off. No effect if
    /// the environment is gone or never was.
    pub fn kill(&mut self, at: SimTime, environment: EnvironmentId) -> Option<usize> {
        self.advance_to(at);
        let cut_off = match self.states.get(environment.index()) {
            None | Some(State::Gone) => return None,
            Some(State::Idle { .. }) => None,
            Some(&State::Busy { invocation, .. }) => {
                self.trace.ended_at[invocation] = at;
                self.trace.started_at[invocation] = self.trace.started_at[invocation].min(at);
                self.trace.outcome[invocation] = OutcomeCode::Killed;
                self.in_flight -= 1;
                Some(invocation)
            }
        };
        self.end(environment, at, EndReason::Killed);
        cut_off
    }

    /// A new deployment: idle environments end now, busy ones when they are done.
    pub fn deploy(&mut self, at: SimTime) {
        self.advance_to(at);
        self.deployment += 1;
        for environment in std::mem::take(&mut self.idle) {
            self.end(environment, at, EndReason::Replaced);
        }
    }

    /// From now on environments that become idle are kept this long; idle ones keep the expiry that they have.
    pub fn set_keep_alive(&mut self, at: SimTime, keep_alive: Option<SimDuration>) {
        self.advance_to(at);
        self.policy.keep_alive = keep_alive;
    }

    /// From now on this many requests may be in flight. Nobody who is in flight is stopped.
    pub fn set_concurrency_limit(&mut self, at: SimTime, limit: Option<u32>) {
        self.advance_to(at);
        self.policy.concurrency_limit = limit;
    }

    fn start_cold(&mut self, index: usize, at: SimTime, request: &S::Request) {
        let environment = EnvironmentId(self.states.len() as u32);
        let init = self.service.init(environment, at);
        self.trace.environments.push(EnvironmentRecord {
            created_at: at,
            init: init.duration,
            init_aborted: false,
            deployment: self.deployment,
            ends_at: None,
            end_reason: None,
        });
        self.states.push(State::Gone);
        if init.failed {
            let ready = at + init.duration;
            self.record(
                at,
                Some(environment),
                StartKind::Cold,
                (ready, ready),
                OutcomeCode::InitError,
            );
            self.busy(environment, index, Fate::Lost);
            return;
        }
        match self
            .policy
            .init_limit
            .filter(|&limit| init.duration > limit)
        {
            // Aborted at the limit and run again inside the invocation, where it counts as the function's own time.
            Some(limit) => {
                let record = &mut self.trace.environments[environment.index()];
                record.init = limit;
                record.init_aborted = true;
                self.serve(
                    index,
                    environment,
                    at,
                    StartKind::Cold,
                    at + limit,
                    init.duration,
                    request,
                );
            }
            None => {
                self.serve(
                    index,
                    environment,
                    at,
                    StartKind::Cold,
                    at + init.duration,
                    SimDuration::ZERO,
                    request,
                );
            }
        }
    }

    #[allow(
        clippy::too_many_arguments,
        reason = "the facts of one dispatch, used once each"
    )]
    fn serve(
        &mut self,
        index: usize,
        environment: EnvironmentId,
        arrived: SimTime,
        kind: StartKind,
        starts_at: SimTime,
        used_before: SimDuration,
        request: &S::Request,
    ) {
        let served = self.service.invoke(
            InvocationSlot {
                index,
                environment,
                starts_at,
                used_before,
            },
            request,
        );
        let ended = starts_at + served.duration;
        self.record(
            arrived,
            Some(environment),
            kind,
            (starts_at, ended),
            served.outcome,
        );
        self.busy(environment, index, served.fate);
    }

    fn record(
        &mut self,
        arrived: SimTime,
        environment: Option<EnvironmentId>,
        kind: StartKind,
        (started, ended): (SimTime, SimTime),
        outcome: OutcomeCode,
    ) {
        self.trace.arrives_at.push(arrived);
        self.trace.started_at.push(started);
        self.trace.ended_at.push(ended);
        self.trace.environment.push(environment);
        self.trace.start_kind.push(kind);
        self.trace.outcome.push(outcome);
    }

    fn busy(&mut self, environment: EnvironmentId, invocation: usize, fate: Fate) {
        self.states[environment.index()] = State::Busy { invocation, fate };
        let ends_at = self.trace.ended_at[invocation];
        self.completions
            .push(Reverse((ends_at, environment, invocation)));
        match fate {
            Fate::Lost => self.plan_end(environment, Some((ends_at, EndReason::Lost))),
            Fate::Keep => {
                let expiry = self
                    .policy
                    .keep_alive
                    .map(|keep_alive| (ends_at + keep_alive, EndReason::Expired));
                self.plan_end(environment, expiry);
            }
        }
    }

    /// Lets everything happen that is due up to and at `at`, except arrivals and interventions.
    fn advance_to(&mut self, at: SimTime) {
        debug_assert!(
            at >= self.now,
            "arrivals and interventions are handed in by time"
        );
        loop {
            let completion = self.completions.peek().map(|&Reverse((time, ..))| time);
            let expiry = self.expiries.peek().map(|&Reverse((time, _))| time);
            match (completion, expiry) {
                // At one instant completions come first: who becomes idle at `t` with no keep-alive expires at `t`.
                (Some(time), next) if time <= at && next.is_none_or(|next| time <= next) => {
                    self.complete()
                }
                (_, Some(time)) if time <= at => self.expire(),
                _ => break,
            }
        }
        self.now = at;
    }

    fn complete(&mut self) {
        let Some(Reverse((at, environment, invocation))) = self.completions.pop() else {
            return;
        };
        match self.states[environment.index()] {
            State::Busy {
                invocation: current,
                fate,
            } if current == invocation => {
                self.in_flight -= 1;
                let replaced =
                    self.trace.environments[environment.index()].deployment != self.deployment;
                match fate {
                    Fate::Lost => self.end(environment, at, EndReason::Lost),
                    Fate::Keep if replaced => self.end(environment, at, EndReason::Replaced),
                    Fate::Keep => self.make_idle(environment, at),
                }
            }
            // A kill ended it before.
            _ => {}
        }
    }

    fn make_idle(&mut self, environment: EnvironmentId, at: SimTime) {
        let expires_at = self.policy.keep_alive.map(|keep_alive| at + keep_alive);
        self.states[environment.index()] = State::Idle { expires_at };
        self.idle.insert(environment);
        if let Some(expires_at) = expires_at {
            self.expiries.push(Reverse((expires_at, environment)));
        }
        self.plan_end(environment, expires_at.map(|at| (at, EndReason::Expired)));
    }

    fn expire(&mut self) {
        let Some(Reverse((at, environment))) = self.expiries.pop() else {
            return;
        };
        if self.states[environment.index()]
            == (State::Idle {
                expires_at: Some(at),
            })
        {
            self.end(environment, at, EndReason::Expired);
        }
    }

    fn end(&mut self, environment: EnvironmentId, at: SimTime, reason: EndReason) {
        self.states[environment.index()] = State::Gone;
        self.idle.remove(&environment);
        self.plan_end(environment, Some((at, reason)));
        self.service.retire(environment);
    }

    /// Writes into the trace when the environment will be gone, as far as is known now.
    fn plan_end(&mut self, environment: EnvironmentId, end: Option<(SimTime, EndReason)>) {
        let record = &mut self.trace.environments[environment.index()];
        record.ends_at = end.map(|(at, _)| at);
        record.end_reason = end.map(|(_, reason)| reason);
    }
}
