//! The bill in words: what a million such requests cost, the sum that leads there, and the counts behind it.

use domain::billing::{AWS_2016_12, AWS_2025_08, Bill, Rate, Tariff};
use domain::cloud::{Plan, Run};
use domain::units::{MemorySize, Money, SimDuration};

use super::latency::latency;
use super::words::{counted, lasting, millis, thousands};
use super::{AlwaysOn, CostOverRate};

/// One line of the sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LedgerLine {
    /// What is charged.
    pub(crate) what: String,
    /// How much it is.
    pub(crate) amount: String,
    /// Whether it is the sum of the lines above.
    pub(crate) is_total: bool,
}

/// Everything that the bill shows.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Figures {
    /// `$0.48`
    pub(crate) cost: String,
    /// What that is for.
    pub(crate) per: &'static str,
    /// The sum.
    pub(crate) ledger: Vec<LedgerLine>,
    /// The server that could serve the same requests.
    pub(crate) server: AlwaysOn,
    /// The same beside a server at any rate; `None` while nothing ran.
    pub(crate) costs: Option<CostOverRate>,
    /// The same run by the rules of another time, in words; `None` while nothing ran.
    pub(crate) other_rules: Option<String>,
    /// Percentiles of what visitors waited; empty while nobody has been answered.
    pub(crate) latency: Vec<(&'static str, String)>,
    /// Terms with their numbers.
    pub(crate) counts: [(&'static str, String); 4],
}

impl Figures {
    /// The figures of a run.
    pub(crate) fn of(plan: &Plan, run: &Run, tariff: &'static Tariff) -> Figures {
        let memory = plan.memory_of_deployments();
        let bill = Bill::of(&run.trace, &memory, tariff);
        let other = other_rules(tariff);
        let other_bill = Bill::of(&run.trace, &memory, other);
        Figures {
            server: AlwaysOn::of(tariff, Some((run, &bill))),
            costs: CostOverRate::of(tariff, run, &bill),
            other_rules: Some(format!(
                "{} by the rules of {}",
                per_million(&other_bill),
                other.name
            )),
            latency: latency(&run.trace),
            ..Figures::of_bill(&bill, tariff)
        }
    }

    fn of_bill(bill: &Bill, tariff: &Tariff) -> Figures {
        let line = |what: String, amount: Money| LedgerLine {
            what,
            amount: amount.to_string(),
            is_total: false,
        };
        let granule = lasting(tariff.granule);
        let has_many_sizes = bill.durations.len() > 1;
        let mut ledger: Vec<LedgerLine> = bill
            .durations
            .iter()
            .map(|charge| {
                let size = if has_many_sizes {
                    format!(" ({} MB)", charge.memory.megabytes())
                } else {
                    String::new()
                };
                let granules = thousands(charge.granules);
                let what = match charge.rate {
                    Some(Rate::PerGranule(price)) => {
                        format!("{granules} × {granule} at {}{size}", short(price))
                    }
                    Some(Rate::PerGigabyteSecond(price)) => format!(
                        "{granules} × {granule}, {} MB, at {} per GB-s",
                        charge.memory.megabytes(),
                        short(price)
                    ),
                    None => format!(
                        "{granules} × {granule}: {} MB are not sold",
                        charge.memory.megabytes()
                    ),
                };
                line(what, charge.amount)
            })
            .collect();
        let (requests, price) = (
            counted(bill.requests.requests, "request"),
            short(bill.requests.price_per_request),
        );
        ledger.push(line(format!("{requests} at {price}"), bill.requests.amount));
        let total = line("this run, free tier not counted".to_owned(), bill.total);
        ledger.push(LedgerLine {
            is_total: true,
            ..total
        });
        Figures {
            cost: per_million(bill),
            server: AlwaysOn::of(tariff, None),
            costs: None,
            other_rules: None,
            latency: Vec::new(),
            per: "per million such requests",
            ledger,
            counts: counts(
                bill.invocations,
                bill.cold_starts,
                bill.throttled,
                bill.billed,
            ),
        }
    }

    /// The figures while nothing ran.
    pub(crate) fn of_nothing(tariff: &Tariff, memory: MemorySize) -> Figures {
        let one = |rate: Rate| rate.amount(1, tariff.granule, memory);
        let price = tariff.rate(memory).map(one).unwrap_or_default();
        let line = |what: String, price| LedgerLine {
            what,
            amount: short(price),
            is_total: false,
        };
        Figures {
            cost: Money::ZERO.to_dollars(2),
            per: "while nothing runs",
            server: AlwaysOn::of(tariff, None),
            costs: None,
            other_rules: None,
            latency: Vec::new(),
            ledger: vec![
                line(
                    format!("{} at {} MB", lasting(tariff.granule), memory.megabytes()),
                    price,
                ),
                line("one request".to_owned(), tariff.price_per_request),
            ],
            counts: counts(0, 0, 0, SimDuration::ZERO),
        }
    }
}

/// The rules to compare with: those of now beside those of 2016, and the other way round.
fn other_rules(tariff: &Tariff) -> &'static Tariff {
    if tariff == &AWS_2016_12 {
        &AWS_2025_08
    } else {
        &AWS_2016_12
    }
}

fn per_million(bill: &Bill) -> String {
    let cost = bill.per_million_requests().unwrap_or(Money::ZERO);
    cost.to_dollars(2)
}

fn counts(
    invocations: u64,
    cold: u64,
    throttled: u64,
    billed: SimDuration,
) -> [(&'static str, String); 4] {
    [
        ("Invocations", thousands(invocations)),
        ("Cold starts", thousands(cold)),
        ("Throttled", thousands(throttled)),
        ("Billed time", millis(billed)),
    ]
}

/// A price as price lists print it, without zeros at its end.
fn short(price: Money) -> String {
    price
        .to_string()
        .trim_end_matches('0')
        .trim_end_matches('.')
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{Deed, run_of};

    #[test]
    fn the_sum_can_be_followed() {
        let (plan, run) = run_of(&[
            (0, Deed::Answers(112)),
            (1_252, Deed::Answers(64)),
            (2_316, Deed::Throws(6)),
        ]);
        let figures = Figures::of(&plan, &run, &AWS_2016_12);
        let ledger: Vec<(&str, &str)> = figures
            .ledger
            .iter()
            .map(|line| (line.what.as_str(), line.amount.as_str()))
            .collect();
        assert_eq!(
            ledger,
            [
                ("4 × 100 ms at $0.000000208", "$0.000000832"),
                ("3 requests at $0.0000002", "$0.000000600"),
                ("this run, free tier not counted", "$0.000001432"),
            ]
        );
        assert_eq!(
            (figures.cost.as_str(), figures.per),
            ("$0.48", "per million such requests")
        );
        assert_eq!(figures.counts[3], ("Billed time", "400 ms".to_owned()));
    }

    #[test]
    fn nothing_costs_nothing() {
        let memory = MemorySize::from_megabytes(128);
        let figures = Figures::of_nothing(&AWS_2016_12, memory);
        assert_eq!(
            (figures.cost.as_str(), figures.per),
            ("$0.00", "while nothing runs")
        );
        assert_eq!(figures.ledger[0].amount, "$0.000000208");
    }
}
