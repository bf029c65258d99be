//! What the last request of a run costs beside the server of the article's time.

use app::CostOverRate;
use domain::billing::{AWS_2016_12, Month, T2_MICRO_2014, WORK_BESIDE_HANDLER};
use domain::cloud::{Plan, Run};
use domain::units::SimDuration;

/// The costs of a month of requests that are like the last one; `None` if its handler did not run.
pub(super) fn of_last_request(plan: &Plan, run: &Run) -> Option<CostOverRate> {
    let trace = &run.trace;
    let last = trace.len().checked_sub(1)?;
    let month = Month {
        requests: 1_000_000,
        duration: trace.handler_time(last)?,
        cold_starts: (0, SimDuration::ZERO),
        memory: *plan.memory_of_deployments().last()?,
        with_free_tier: false,
    };
    let handler = SimDuration::from_micros(run.computing.as_micros() / trace.len() as u64);
    Some(CostOverRate {
        server: &T2_MICRO_2014,
        total: month.bill(&AWS_2016_12, None)?.total,
        requests: month.requests,
        computing: WORK_BESIDE_HANDLER + handler,
    })
}
