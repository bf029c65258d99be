//! The other way to serve the same traffic: a server that always runs. What it costs, and how much it can take.

use crate::units::{Money, SimDuration};

/// A server for rent.
///
/// Its capacity is what its processors can compute. A Node.js server overlaps the waits of its requests, so only the
/// time in which a handler computes takes up a processor, and a process is assumed for each processor. Not counted:
/// disk, traffic, a load balancer, a second server for safety; that burstable servers (t2, t3) compute at a tenth of a
/// processor or so once their credits are spent; that a processor near its limit answers late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Server {
    /// A stable name.
    pub id: &'static str,
    /// The name for people.
    pub name: &'static str,
    /// From when the price holds.
    pub since: &'static str,
    /// Where it was read.
    pub source: &'static str,
    /// Linux, on demand, us-east-1.
    pub price_per_hour: Money,
    /// Processors.
    pub processors: u32,
}

/// What a rate of requests makes of servers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LoadOnServer {
    /// The share of one server's capacity that is asked for; above 1 it cannot keep up.
    pub utilisation: f64,
    /// How many are needed to keep up; at least one.
    pub servers: u32,
}

/// What a server computes for each request beside its handler: to receive it, to read it, to answer. An assumption:
/// 10,000 requests a second on one processor, about what Node.js manages with a handler that does nothing.
pub const WORK_BESIDE_HANDLER: SimDuration = SimDuration::from_micros(100);

/// Hours of a month, as price pages count them.
const HOURS_OF_MONTH: u64 = 730;

impl Server {
    /// What a month costs.
    pub fn price_per_month(&self) -> Money {
        self.price_per_hour * HOURS_OF_MONTH
    }

    /// What it costs to let it run for so long, rounded half up to 10⁻¹⁵ dollars.
    pub fn cost(&self, span: SimDuration) -> Money {
        self.price_per_hour
            .times_ratio(u128::from(span.as_micros()), 3_600_000_000)
    }

    /// Requests a second that its processors can compute, if each computes for so long at full speed. Infinite if
    /// they compute for no time at all.
    pub fn capacity(&self, computing: SimDuration) -> f64 {
        f64::from(self.processors) * 1e6 / computing.as_micros() as f64
    }

    /// What so many requests a second make of it.
    pub fn load(&self, rate: f64, computing: SimDuration) -> LoadOnServer {
        let utilisation = rate / self.capacity(computing);
        LoadOnServer {
            utilisation,
            servers: (utilisation.ceil() as u32).max(1),
        }
    }

    /// From how many requests a second on functions cost more than this one server, where so many `requests` cost
    /// `total`; `None` if they are free.
    pub fn break_even(&self, total: Money, requests: u64) -> Option<f64> {
        let per_request = total.as_dollars() / requests as f64;
        let per_second = self.price_per_hour.as_dollars() / 3_600.0;
        (per_request > 0.0).then(|| per_second / per_request)
    }
}

/// t2.micro at the price of its first years.
pub static T2_MICRO_2014: Server = Server {
    id: "t2-micro-2014",
    name: "t2.micro, until November 2016",
    since: "July 2014",
    source: "AWS launch text of July 2014",
    price_per_hour: Money::from_nano_dollars(13_000_000),
    processors: 1,
};

/// t2.micro today.
pub static T2_MICRO: Server = Server {
    id: "t2-micro",
    name: "t2.micro",
    since: "2017",
    source: "EC2 price list; the day of the change is not known",
    price_per_hour: Money::from_nano_dollars(11_600_000),
    processors: 1,
};

/// t3.micro today.
pub static T3_MICRO: Server = Server {
    id: "t3-micro",
    name: "t3.micro",
    since: "August 2018",
    source: "EC2 price list; the day is recalled",
    price_per_hour: Money::from_nano_dollars(10_400_000),
    processors: 2,
};

/// t3.small today.
pub static T3_SMALL: Server = Server {
    id: "t3-small",
    name: "t3.small",
    price_per_hour: Money::from_nano_dollars(20_800_000),
    ..T3_MICRO
};

/// t3.medium today.
pub static T3_MEDIUM: Server = Server {
    id: "t3-medium",
    name: "t3.medium",
    price_per_hour: Money::from_nano_dollars(41_600_000),
    ..T3_MICRO
};

/// All servers, oldest price first.
pub static SERVERS: [&Server; 5] = [&T2_MICRO_2014, &T2_MICRO, &T3_MICRO, &T3_SMALL, &T3_MEDIUM];

#[cfg(test)]
mod tests {
    use super::super::{AWS_2016_12, AWS_2020_12, Month};
    use super::*;
    use crate::units::MemorySize;

    fn month(millis: u64, megabytes: u32) -> Month {
        Month {
            requests: 1_000_000,
            duration: SimDuration::from_millis(millis),
            cold_starts: (0, SimDuration::ZERO),
            memory: MemorySize::from_megabytes(megabytes),
            with_free_tier: false,
        }
    }

    #[test]
    fn months_cost_what_price_pages_say() {
        let months: Vec<String> = SERVERS
            .iter()
            .map(|server| server.price_per_month().to_dollars(2))
            .collect();
        assert_eq!(months, ["$9.49", "$8.47", "$7.59", "$15.18", "$30.37"]);
        let half_an_hour = SimDuration::from_secs(1_800);
        assert_eq!(T3_MICRO.cost(half_an_hour).to_dollars(4), "$0.0052");
    }

    #[test]
    fn functions_and_server_cross_where_they_should() {
        // Requests a second: pool-model.md, section 5; a month: lambda-contract.md, section d.
        for (server, tariff, millis, megabytes, expected) in [
            (&T3_MICRO, &AWS_2020_12, 100, 128, 7.07),
            (&T3_MICRO, &AWS_2020_12, 100, 1_024, 1.55),
            (&T3_MICRO, &AWS_2020_12, 120, 512, 6.3e6 / 2_628_000.0),
            (&T2_MICRO_2014, &AWS_2016_12, 120, 512, 5.1e6 / 2_628_000.0),
        ] {
            let month = month(millis, megabytes);
            let bill = month.bill(tariff, None).unwrap();
            let found = server.break_even(bill.total, month.requests).unwrap();
            assert!(
                (found / expected - 1.0).abs() < 0.01,
                "{found} for {expected}"
            );
        }
    }

    #[test]
    fn a_server_is_overloaded_beyond_its_processors() {
        // 20 ms of computing: 50 requests a second on each of two processors.
        let computing = SimDuration::from_millis(20);
        assert_eq!(T3_MICRO.capacity(computing), 100.0);
        let expected = LoadOnServer {
            utilisation: 2.5,
            servers: 3,
        };
        assert_eq!(T3_MICRO.load(250.0, computing), expected);
    }
}
