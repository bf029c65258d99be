//! The sums of a run, either added up while it runs or taken from its trace.

use super::question::{Billing, Question};
use crate::pool::{
    Dispatch, EndReason, EnvironmentRecord, OutcomeCode, PoolTrace, Record, StartKind,
};
use crate::units::{EnvironmentId, SimDuration, SimTime};

/// Counts of invocations and their billed time.
#[derive(Clone, Debug)]
pub(super) struct Sums {
    billing: Billing,
    provisioned: u32,
    invocations: u64,
    served: u64,
    cold: u64,
    timeouts: u64,
    init_errors: u64,
    killed: u64,
    /// Billed microseconds on demand, and on provisioned containers.
    billed: [u128; 2],
}

/// All that is said of a run as a whole. Times are microseconds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Totals {
    /// Requests that arrived.
    pub invocations: u64,
    /// Those that caused a container.
    pub cold: u64,
    /// Those that were given to one that existed.
    pub warm: u64,
    /// Those that were turned away, at once or after waiting.
    pub throttled: u64,
    /// Those that ran into the function's timeout.
    pub timeouts: u64,
    /// Those whose init failed.
    pub init_errors: u64,
    /// Those that were cut off by a kill.
    pub killed: u64,
    /// Containers made on demand.
    pub containers_created: u64,
    /// The most containers alive at a time.
    pub peak_containers: u32,
    /// The most requests in flight at a time.
    pub peak_concurrency: u32,
    /// Billed time.
    pub billed_micros: u128,
    /// Billed time by memory.
    pub gb_seconds: f64,
    /// Dollars.
    pub cost: f64,
    /// Dollars for a server over the same time.
    pub server_cost: f64,
    /// Up to when integrals count.
    pub horizon: SimTime,
    /// Time of containers alive.
    pub container_micros: u128,
    /// Time of containers with a request.
    pub busy_micros: u128,
}

impl Sums {
    pub(super) fn new(question: &Question) -> Sums {
        Sums {
            billing: question.billing,
            provisioned: question.policy.provisioned,
            invocations: 0,
            served: 0,
            cold: 0,
            timeouts: 0,
            init_errors: 0,
            killed: 0,
            billed: [0; 2],
        }
    }

    pub(super) fn of(trace: &PoolTrace, question: &Question) -> Sums {
        let mut sums = Sums::new(question);
        sums.invocations = trace.len() as u64;
        for index in 0..trace.len() {
            if let Some(environment) = trace.environment[index] {
                let billed = question.billing.metering.billed_of(trace, index);
                let (kind, outcome) = (trace.start_kind[index], trace.outcome[index]);
                sums.add(environment, kind, outcome, billed);
            }
        }
        sums
    }

    #[inline]
    fn add(
        &mut self,
        environment: EnvironmentId,
        kind: StartKind,
        outcome: OutcomeCode,
        billed: SimDuration,
    ) {
        self.served += 1;
        self.cold += u64::from(kind == StartKind::Cold);
        self.timeouts += u64::from(outcome == OutcomeCode::Timeout);
        self.init_errors += u64::from(outcome == OutcomeCode::InitError);
        self.killed += u64::from(outcome == OutcomeCode::Killed);
        let is_provisioned = environment.0 < self.provisioned;
        self.billed[usize::from(is_provisioned)] += u128::from(billed.as_micros());
    }

    /// Joins them with what the pool counted over time up to `horizon`.
    pub(super) fn totals(&self, usage: &crate::pool::Usage, horizon: SimTime) -> Totals {
        let billing = &self.billing;
        let gb = billing.memory_mb / 1_024.0;
        let gb_seconds = |micros: u128| micros as f64 * billing.memory_mb / (1_024.0 * 1e6);
        let [on_demand, provisioned] = self.billed;
        let horizon_micros = horizon.as_micros() as f64;
        let kept_gb_seconds = f64::from(self.provisioned) * horizon_micros * gb / 1e6;
        let cost = gb_seconds(on_demand) * billing.price_per_gb_second
            + gb_seconds(provisioned) * billing.provisioned_duration_price_per_gb_second
            + self.served as f64 * billing.price_per_request
            + kept_gb_seconds * billing.provisioned_price_per_gb_second;
        Totals {
            invocations: self.invocations,
            cold: self.cold,
            warm: self.served - self.cold,
            throttled: self.invocations - self.served,
            timeouts: self.timeouts,
            init_errors: self.init_errors,
            killed: self.killed,
            containers_created: usage.created,
            peak_containers: usage.peak_environments,
            peak_concurrency: usage.peak_concurrency,
            billed_micros: on_demand + provisioned,
            gb_seconds: gb_seconds(on_demand + provisioned),
            cost,
            server_cost: horizon_micros * billing.server_price_per_hour / 3.6e9,
            horizon,
            container_micros: usage.environment_micros(horizon),
            busy_micros: usage.busy_micros(horizon),
        }
    }
}

impl Record for Sums {
    #[inline]
    fn arrived(&mut self, _: SimTime) {
        self.invocations += 1;
    }

    #[inline]
    fn dispatched(&mut self, dispatch: &Dispatch) {
        let metering = self.billing.metering;
        let billed = metering.billed(dispatch.handler_time(), dispatch.init);
        self.add(
            dispatch.environment,
            dispatch.kind,
            dispatch.outcome,
            billed,
        );
    }

    fn gave_up(&mut self, _: usize, _: SimTime) {}
    fn created(&mut self, _: EnvironmentRecord) {}
    #[inline]
    fn will_end(&mut self, _: EnvironmentId, _: Option<(SimTime, EndReason)>) {}
}
