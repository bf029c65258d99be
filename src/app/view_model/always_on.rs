//! The other way: a server that always runs, priced and measured against the run on the screen.

use domain::billing::{Bill, Tariff};
use domain::cloud::Run;

use super::CostOverRate;
use super::cost_over_rate::{name_of, server_of};
use super::words::about;

/// A server beside the run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct AlwaysOn {
    /// `$9.49`
    pub(crate) cost: String,
    /// What that is for.
    pub(crate) per: String,
    /// Up to how many such requests a month a function costs less; `None` while nothing ran.
    pub(crate) crossing: Option<String>,
    /// How many such requests the server keeps up with; `None` while nothing ran.
    pub(crate) capacity: Option<String>,
}

impl AlwaysOn {
    /// The smallest server of the rule book's time, beside a run and its bill by that rule book.
    pub(crate) fn of(tariff: &Tariff, run: Option<(&Run, &Bill)>) -> AlwaysOn {
        let server = server_of(tariff);
        let costs = run.and_then(|(run, bill)| CostOverRate::of(tariff, run, bill));
        AlwaysOn {
            cost: server.price_per_month().to_dollars(2),
            per: format!("a month, {}", name_of(server)),
            crossing: costs.map(|costs| {
                let per_request = costs.total.as_dollars() / costs.requests as f64;
                let requests = server.price_per_month().as_dollars() / per_request;
                format!(
                    "a function is cheaper below {} such requests a month",
                    about(requests)
                )
            }),
            capacity: costs.map(|costs| {
                format!(
                    "one server keeps up with {} of them a second",
                    about(costs.capacity())
                )
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::billing::{AWS_2016_12, AWS_2025_08};

    use super::*;
    use crate::sample::{Deed, run_of};

    #[test]
    fn a_server_is_priced_and_measured() {
        let (plan, run) = run_of(&[(0, Deed::Answers(100)), (1_000, Deed::Answers(100))]);
        let bill = Bill::of(&run.trace, &plan.memory_of_deployments(), &AWS_2016_12);
        let server = AlwaysOn::of(&AWS_2016_12, Some((&run, &bill)));
        assert_eq!(server.cost, "$9.49");
        // $9.49 at $0.000000408 each; 2.1 ms of computing each on one processor.
        assert_eq!(
            server.crossing.as_deref(),
            Some("a function is cheaper below 23 million such requests a month")
        );
        assert_eq!(
            server.capacity.as_deref(),
            Some("one server keeps up with 480 of them a second")
        );
        let alone = AlwaysOn::of(&AWS_2025_08, None);
        assert_eq!((alone.cost.as_str(), alone.crossing), ("$7.59", None));
    }
}
