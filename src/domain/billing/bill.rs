//! The bill of a run.

use super::{Rate, Tariff};
use crate::pool::{PoolTrace, StartKind};
use crate::units::{MemorySize, Money, SimDuration};

/// What duration costs at one memory size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DurationCharge {
    /// The configured memory, in the steps that are charged for.
    pub memory: MemorySize,
    /// How many granules were billed.
    pub granules: u64,
    /// The price; `None` if the tariff does not sell this size, and then it costs nothing.
    pub rate: Option<Rate>,
    /// What it comes to.
    pub amount: Money,
}

/// What requests cost, however long they take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestCharge {
    /// How many started.
    pub requests: u64,
    /// The price of one.
    pub price_per_request: Money,
    /// The product.
    pub amount: Money,
}

/// A bill with its arithmetic; the free tier is not counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bill {
    /// Invocations that started.
    pub invocations: u64,
    /// How many of them started cold.
    pub cold_starts: u64,
    /// Requests that were turned away, free of charge.
    pub throttled: u64,
    /// The billed duration of all invocations.
    pub billed: SimDuration,
    /// Duration, a line for each memory size in use, ascending.
    pub durations: Vec<DurationCharge>,
    /// Requests.
    pub requests: RequestCharge,
    /// The sum.
    pub total: Money,
}

impl Bill {
    /// Bills a trace. `memory_of_deployments` has the memory size of each deployment that the trace names, of sizes
    /// that the tariff sells; a size that it does not sell costs nothing.
    pub fn of(trace: &PoolTrace, memory_of_deployments: &[MemorySize], tariff: &Tariff) -> Bill {
        let mut durations: Vec<DurationCharge> = Vec::new();
        let mut billed = SimDuration::ZERO;
        for index in 0..trace.len() {
            let duration = Bill::billed_duration(trace, index, tariff);
            let Some(environment) = trace.environment[index] else {
                continue;
            };
            if duration == SimDuration::ZERO {
                continue;
            }
            let deployment = trace.environments[environment.index()].deployment as usize;
            let memory = tariff.charged_memory(memory_of_deployments[deployment]);
            billed += duration;
            let granules = duration.as_micros() / tariff.granule.as_micros();
            let at = durations.partition_point(|charge| charge.memory < memory);
            match durations.get_mut(at) {
                Some(charge) if charge.memory == memory => charge.granules += granules,
                _ => {
                    let charge = DurationCharge {
                        memory,
                        granules,
                        rate: tariff.rate(memory),
                        amount: Money::ZERO,
                    };
                    durations.insert(at, charge);
                }
            }
        }
        for charge in &mut durations {
            let amount = |rate: Rate| rate.amount(charge.granules, tariff.granule, charge.memory);
            charge.amount = charge.rate.map_or(Money::ZERO, amount);
        }
        let throttled = trace.count(StartKind::None) as u64;
        let invocations = trace.len() as u64 - throttled;
        let requests = RequestCharge {
            requests: invocations,
            price_per_request: tariff.price_per_request,
            amount: tariff.price_per_request * invocations,
        };
        let total = durations.iter().map(|charge| charge.amount).sum::<Money>() + requests.amount;
        Bill {
            invocations,
            cold_starts: trace.count(StartKind::Cold) as u64,
            throttled,
            billed,
            durations,
            requests,
            total,
        }
    }

    /// The billed duration of one invocation: its handler's time, with the init phase where the tariff bills that, in
    /// whole granules, at least one. Nothing for a throttled one, and nothing where only an unbilled init ran.
    pub fn billed_duration(trace: &PoolTrace, index: usize, tariff: &Tariff) -> SimDuration {
        tariff.metering().billed_of(trace, index)
    }

    /// What a million requests like those of this run would cost; `None` if nothing ran.
    pub fn per_million_requests(&self) -> Option<Money> {
        (self.invocations > 0).then(|| (self.total * 1_000_000).divided_by(self.invocations))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{AWS_2016_12, AWS_2020_12, AWS_2025_08};
    use super::*;
    use crate::pool::{EnvironmentRecord, OutcomeCode};
    use crate::units::{EnvironmentId, SimTime};

    /// A trace of invocations with these durations in microseconds, all on one environment.
    fn trace(durations: &[u64]) -> PoolTrace {
        let mut trace = PoolTrace::default();
        trace.environments.push(EnvironmentRecord {
            created_at: SimTime::ZERO,
            init: SimDuration::from_millis(140),
            init_aborted: false,
            deployment: 0,
            ends_at: None,
            end_reason: None,
        });
        for (index, &micros) in durations.iter().enumerate() {
            let arrived = SimTime::from_millis(1_000 * index as u64);
            let init = SimDuration::from_millis(if index == 0 { 140 } else { 0 });
            let started = arrived + init;
            trace.arrives_at.push(arrived);
            trace.started_at.push(started);
            trace
                .ended_at
                .push(started + SimDuration::from_micros(micros));
            trace.environment.push(Some(EnvironmentId(0)));
            trace.start_kind.push(if index == 0 {
                StartKind::Cold
            } else {
                StartKind::Warm
            });
            trace.outcome.push(OutcomeCode::Ok);
        }
        trace
    }

    #[test]
    fn bills_the_worked_examples() {
        // Tariff, durations in µs, memory, billed ms, total: AWS's own examples without free tier.
        for (tariff, durations, megabytes, billed_ms, expected) in [
            (
                &AWS_2016_12,
                &[27_550_u64] as &[u64],
                1_024,
                100,
                "$0.000001867",
            ),
            (&AWS_2020_12, &[27_550], 1_024, 28, "$0.000000667"),
            (&AWS_2016_12, &[100_000], 128, 100, "$0.000000408"),
            (&AWS_2016_12, &[100_010], 128, 200, "$0.000000616"),
            (&AWS_2020_12, &[100_010], 128, 101, "$0.000000410"),
            (&AWS_2016_12, &[0, 1], 128, 200, "$0.000000816"),
            (&AWS_2025_08, &[100_010], 128, 241, "$0.000000702"),
        ] {
            // The environment of these traces has an init of 140 ms, and its first invocation starts after it.
            let trace = trace(durations);
            let bill = Bill::of(&trace, &[MemorySize::from_megabytes(megabytes)], tariff);
            let billed = SimDuration::from_millis(billed_ms);
            assert_eq!(
                (bill.billed, bill.total.to_string().as_str()),
                (billed, expected),
                "{durations:?} {}",
                tariff.id
            );
        }
    }

    #[test]
    fn a_million_requests_of_120_ms_at_512_mb_cost_what_aws_says() {
        for (tariff, expected) in [(&AWS_2016_12, "$1.87"), (&AWS_2020_12, "$1.20")] {
            let bill = Bill::of(
                &trace(&[120_000]),
                &[MemorySize::from_megabytes(512)],
                tariff,
            );
            assert_eq!(bill.per_million_requests().unwrap().to_dollars(2), expected);
        }
    }

    #[test]
    fn init_and_duration_are_added_before_they_are_rounded() {
        // A published REPORT line: 1307.68 ms of duration and 1058.15 ms of init were billed as 2366 ms, not 2367.
        let mut trace = trace(&[1_307_680]);
        trace.environments[0].init = SimDuration::from_micros(1_058_150);
        trace.started_at[0] = SimTime::from_micros(1_058_150);
        trace.ended_at[0] = trace.started_at[0] + SimDuration::from_micros(1_307_680);
        assert_eq!(
            Bill::billed_duration(&trace, 0, &AWS_2025_08),
            SimDuration::from_millis(2_366)
        );
        trace.environments[0].init_aborted = true;
        assert_eq!(
            Bill::billed_duration(&trace, 0, &AWS_2025_08),
            SimDuration::from_millis(1_308)
        );
    }

    #[test]
    fn what_never_ran_is_free() {
        let mut trace = trace(&[10_000, 20_000]);
        trace.start_kind[0] = StartKind::None;
        trace.outcome[0] = OutcomeCode::Throttled;
        trace.environment[0] = None;
        trace.outcome[1] = OutcomeCode::InitError;
        let bill = Bill::of(&trace, &[MemorySize::from_megabytes(128)], &AWS_2016_12);
        assert_eq!(
            (bill.invocations, bill.throttled, bill.billed),
            (1, 1, SimDuration::ZERO)
        );
        assert_eq!(bill.total.to_string(), "$0.000000200");
    }

    #[test]
    fn a_size_between_the_steps_is_not_sold() {
        assert_eq!(AWS_2016_12.rate(MemorySize::from_megabytes(129)), None);
        assert!(AWS_2020_12.rate(MemorySize::from_megabytes(129)).is_some());
        assert_eq!(AWS_2020_12.rate(MemorySize::from_megabytes(10_241)), None);
        assert_eq!(
            AWS_2016_12.memory_on_offer(),
            "128 to 1536 MB in steps of 64"
        );
    }
}
