//! The pool itself. Arrivals and interventions are handed in by time; between them the pool lets completions and
//! expiries happen. It can be asked for what it wrote down at any moment and go on afterwards.

use std::collections::VecDeque;

use super::burst::TokenBucket;
use super::completions::{CompletionKey, Completions};
use super::idle::Idle;
use super::placement::Placement;
use super::router::Router;
use super::rules::{Complete, Rules};
use super::slots::Slots;
use super::usage::Usage;
use super::{OnLimit, PoolPolicy, PoolTrace, Record, Service};
use crate::units::SimTime;

/// A pool of execution environments on virtual time. `U` says which rules it may need, `T` what it writes down.
#[derive(Debug)]
pub struct Pool<S: Service, U: Rules = Complete, T = PoolTrace> {
    pub(super) policy: PoolPolicy,
    pub(super) service: S,
    pub(super) record: T,
    pub(super) now: SimTime,
    pub(super) usage: Usage,
    pub(super) slots: Slots,
    /// Ends of running invocations.
    pub(super) completions: Completions<U::Key>,
    pub(super) on_demand: Fleet<U::Router>,
    pub(super) provisioned: Fleet<U::Router>,
    pub(super) deployment: u32,
    waiting: VecDeque<Waiting<S::Request>>,
    pub(super) burst: Option<TokenBucket>,
    requests: usize,
    pub(super) environments: u32,
}

/// Environments of one kind, seen by who could serve next and by who is idle.
#[derive(Debug)]
pub(super) struct Fleet<R> {
    pub(super) router: R,
    pub(super) idle: Idle,
}

/// A request that found a limit reached.
#[derive(Debug)]
struct Waiting<Request> {
    index: usize,
    /// When it gives up.
    deadline: Option<SimTime>,
    request: Request,
}

impl<S: Service, U: Rules> Pool<S, U> {
    /// A pool at time 0, on its first deployment, that writes down everything.
    pub fn new(policy: PoolPolicy, service: S) -> Pool<S, U> {
        Pool::recording(policy, service, PoolTrace::default(), None)
    }

    /// What happened so far, and what is known to come: ends of running invocations, expiries of idle environments.
    pub fn trace(&self) -> &PoolTrace {
        &self.record
    }
}

impl<S: Service, U: Rules, T: Record> Pool<S, U, T> {
    /// A pool at time 0, on its first deployment. Integrals of its [`Usage`] count up to `horizon`; `None` is for ever.
    pub fn recording(
        policy: PoolPolicy,
        service: S,
        record: T,
        horizon: Option<SimTime>,
    ) -> Pool<S, U, T> {
        let fleet = |keep_alive| Fleet {
            router: U::Router::new(policy.routing),
            idle: Idle::new(keep_alive),
        };
        let mut pool = Pool {
            on_demand: fleet(policy.keep_alive),
            provisioned: fleet(None),
            burst: policy.burst.map(TokenBucket::new),
            policy,
            service,
            record,
            now: SimTime::ZERO,
            usage: Usage::new(horizon.unwrap_or(SimTime::MAX)),
            slots: Slots::new(),
            completions: Completions::new(),
            deployment: 0,
            waiting: VecDeque::new(),
            requests: 0,
            environments: 0,
        };
        if U::COMPLETE {
            for _ in 0..pool.policy.provisioned {
                pool.provision();
            }
        }
        pool
    }

    /// What was written down.
    pub fn record(&self) -> &T {
        &self.record
    }

    /// Counts over time, as of everything that was let happen.
    pub fn usage(&self) -> &Usage {
        &self.usage
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

    /// Gives back what was written down and forgets the rest.
    pub fn into_record(self) -> T {
        self.record
    }

    /// One request arrives. `at` must not lie before anything that was handed in earlier.
    #[inline]
    pub fn arrive(&mut self, at: SimTime, request: &S::Request) {
        self.advance_to(at);
        self.usage.happened(at);
        let index = self.requests;
        self.requests += 1;
        self.record.arrived(at);
        // Whoever is blocked is blocked for the same reason as those who wait already.
        let placement = if U::COMPLETE && !self.waiting.is_empty() {
            Placement::Blocked
        } else {
            self.place(index, at, request)
        };
        if U::COMPLETE
            && let Placement::Blocked = placement
            && let OnLimit::Queue { timeout } = self.policy.on_limit
        {
            self.waiting.push_back(Waiting {
                index,
                deadline: timeout.map(|timeout| at + timeout),
                request: request.clone(),
            });
        }
    }

    /// Lets everything happen that is still to come. Requests that nothing would ever serve are turned away.
    pub fn finish(&mut self) {
        self.advance_to(SimTime::MAX);
        for waiting in std::mem::take(&mut self.waiting) {
            self.record.gave_up(waiting.index, self.usage.last_event);
        }
    }

    /// Lets everything happen that is due up to and at `at`, except arrivals and interventions.
    #[inline]
    pub fn advance_to(&mut self, at: SimTime) {
        debug_assert!(at >= self.now, "what happens is handed in by time");
        if U::COMPLETE && !self.waiting.is_empty() {
            self.advance_by_instants(at);
        }
        // While nobody waits, ends and expiries of different environments have nothing to do with each other.
        while let Some(key) = self.completions.pop_due(at) {
            self.complete(key);
        }
        self.expire(at);
        self.now = at;
    }

    /// The same instant by instant while somebody waits: ends, then whoever waits is served, then others give up.
    fn advance_by_instants(&mut self, at: SimTime) {
        while let Some(first) = self.waiting.front() {
            let end = self.completions.next().map(|key| key.at());
            let Some(instant) = end.into_iter().chain(first.deadline).min() else {
                return;
            };
            if instant > at {
                return;
            }
            // Expiries come last within an instant, so those of earlier ones have to be over.
            if instant > SimTime::ZERO {
                self.expire(SimTime::from_micros(instant.as_micros() - 1));
            }
            self.settle(instant);
            while let Some(waiting) = self.waiting.front()
                && let Some(deadline) = waiting.deadline
                && deadline <= instant
            {
                self.record.gave_up(waiting.index, deadline);
                self.usage.happened(deadline);
                self.waiting.pop_front();
            }
        }
    }

    /// Serves those who wait, as far as there is room at `at`, and lets end what ends within this instant.
    pub(super) fn settle(&mut self, at: SimTime) {
        loop {
            while let Some(key) = self.completions.pop_due(at) {
                self.complete(key);
            }
            let Some(waiting) = self.waiting.pop_front() else {
                return;
            };
            match self.place(waiting.index, at, &waiting.request) {
                Placement::Placed => {}
                Placement::Refused => self.record.gave_up(waiting.index, at),
                Placement::Blocked => {
                    self.waiting.push_front(waiting);
                    return;
                }
            }
        }
    }
}

/// The fleet that an environment belongs to.
#[inline]
pub(super) fn fleet_of<'a, U: Rules>(
    slots: &Slots,
    on_demand: &'a mut Fleet<U::Router>,
    provisioned: &'a mut Fleet<U::Router>,
    slot: u32,
) -> &'a mut Fleet<U::Router> {
    if U::COMPLETE && slots[slot].is_provisioned {
        provisioned
    } else {
        on_demand
    }
}
