//! The other way: a server that always runs, priced and measured against the run on the screen.

use domain::billing::{
    AWS_2016_12, Bill, Server, T2_MICRO_2014, T3_MICRO, Tariff, WORK_BESIDE_HANDLER,
};
use domain::cloud::Run;
use domain::units::SimDuration;

use super::words::thousands;

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
        let server: &Server = if tariff == &AWS_2016_12 {
            &T2_MICRO_2014
        } else {
            &T3_MICRO
        };
        let run = run.filter(|(_, bill)| bill.invocations > 0);
        AlwaysOn {
            cost: server.price_per_month().to_dollars(2),
            per: format!(
                "a month, {}",
                server.name.split(',').next().unwrap_or_default()
            ),
            crossing: run.map(|(_, bill)| {
                let per_request = bill.total.as_dollars() / bill.invocations as f64;
                let requests = server.price_per_month().as_dollars() / per_request;
                format!(
                    "a function is cheaper below {} such requests a month",
                    rounded(requests)
                )
            }),
            capacity: run.map(|(run, bill)| {
                let handler =
                    SimDuration::from_micros(run.computing.as_micros() / bill.invocations);
                let capacity = server.capacity(handler + WORK_BESIDE_HANDLER);
                format!(
                    "one server keeps up with {} of them a second",
                    rounded(capacity)
                )
            }),
        }
    }
}

/// Two digits that matter: `18 million`, `340`, `1`.
fn rounded(number: f64) -> String {
    if number >= 1e6 {
        return match number / 1e6 {
            millions if millions < 10.0 => {
                let tenths = (millions * 10.0).round() as u64;
                format!("{}.{} million", tenths / 10, tenths % 10)
            }
            millions => format!("{} million", rounded(millions)),
        };
    }
    let whole = number.max(1.0).round() as u64;
    let mut unit = 1;
    while whole / unit >= 100 {
        unit *= 10;
    }
    thousands((whole + unit / 2) / unit * unit)
}

#[cfg(test)]
mod tests {
    use domain::billing::AWS_2025_08;

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

    #[test]
    fn numbers_are_round() {
        for (number, text) in [
            (0.2, "1"),
            (42.4, "42"),
            (347.0, "350"),
            (12_345.0, "12,000"),
            (1_240_000.0, "1.2 million"),
            (18_700_000.0, "19 million"),
        ] {
            assert_eq!(rounded(number), text);
        }
    }
}
