//! What a function and a server that always runs cost in an hour, by how many requests arrive in a second. Both axes
//! are logarithmic, so that a quiet shop and a busy one stand in one picture: the function is a straight line, the server
//! is level, and steps up where one more is needed to keep up.

use domain::billing::{
    AWS_2016_12, Bill, Server, T2_MICRO_2014, T3_MICRO, Tariff, WORK_BESIDE_HANDLER,
};
use domain::cloud::Run;
use domain::units::{Money, SimDuration};

use super::Coordinate;
use super::words::{about, thousands};

/// From a request in a hundred seconds to a hundred thousand a second.
const RATES: (f64, f64) = (0.01, 100_000.0);

/// From a thousandth of a cent to a thousand dollars.
const COSTS: (f64, f64) = (0.000_01, 1_000.0);

/// The plot's height, and its width in units of the paths.
pub(crate) const PLOT_PX: f64 = 184.0;
const PLOT_UNITS: f64 = 1_000.0;

/// Steps of more servers are drawn one by one up to here; further ones are lower than a pixel.
const STEPS: u32 = 24;

/// Hours of a month, as price pages count them.
const HOURS_OF_MONTH: u64 = 730;

/// How many numbers of requests a month are on offer: from a hundred thousand to a hundred billion.
pub(crate) const MONTHS: usize = 19;

/// The place of a million among them.
pub(crate) const A_MILLION: usize = 3;

/// A number of requests a month by its place: 100,000, 200,000, 500,000, a million and so on.
pub(crate) fn requests_a_month(place: usize) -> u64 {
    [1, 2, 5][place % 3] * 10_u64.pow(5 + place as u32 / 3)
}

/// The same in words: `500,000`, `1 million`, `10 billion`.
pub(crate) fn month_in_words(place: usize) -> String {
    match requests_a_month(place) {
        requests @ 1_000_000_000.. => format!("{} billion", requests / 1_000_000_000),
        requests @ 1_000_000.. => format!("{} million", requests / 1_000_000),
        requests => thousands(requests),
    }
}

/// Requests of some kind: what they cost as a function, and what they are to a server.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CostOverRate {
    /// The server that could serve them.
    pub server: &'static Server,
    /// What so many of them cost together.
    pub total: Money,
    /// How many that is; at least one.
    pub requests: u64,
    /// What one of them computes on a full processor, the server's own work included.
    pub computing: SimDuration,
}

/// The lines. Paths are in thousandths across and pixels down; places in per cent across and pixels down.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct CostCurves {
    pub(crate) function: String,
    pub(crate) server: String,
    /// Where both cost the same; `None` if that is out of the picture.
    pub(crate) crossing: Option<(f64, f64)>,
    /// Up to where one server keeps up; `None` if that is out of the picture.
    pub(crate) capacity: Option<(f64, f64)>,
    /// Where the server's line begins.
    pub(crate) server_px: f64,
}

/// One row of the picture's numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CostRow {
    /// Requests a second.
    pub(crate) rate: String,
    /// What they cost in an hour.
    pub(crate) function: String,
    /// What servers that keep up with them cost in an hour.
    pub(crate) servers: String,
    /// How many servers that is.
    pub(crate) how_many: String,
}

impl CostOverRate {
    /// The requests of a run and its bill, beside the smallest server of the rule book's time; `None` if nothing ran.
    pub(crate) fn of(tariff: &Tariff, run: &Run, bill: &Bill) -> Option<CostOverRate> {
        let handler = run.computing.as_micros().checked_div(bill.invocations)?;
        Some(CostOverRate {
            server: server_of(tariff),
            total: bill.total,
            requests: bill.invocations,
            computing: SimDuration::from_micros(handler) + WORK_BESIDE_HANDLER,
        })
    }

    /// From how many requests a second on a function costs more than one server; `None` if it is free.
    pub fn crossing(&self) -> Option<f64> {
        self.server.break_even(self.total, self.requests)
    }

    /// How many requests a second one server keeps up with.
    pub(crate) fn capacity(&self) -> f64 {
        self.server.capacity(self.computing)
    }

    /// Dollars for an hour of so many requests a second.
    pub(crate) fn function_an_hour(&self, rate: f64) -> f64 {
        3_600.0 * rate * self.total.as_dollars() / self.requests as f64
    }

    /// What so many requests cost.
    fn function(&self, requests: u64) -> Money {
        self.total.times_ratio(requests.into(), self.requests)
    }

    /// The lines to draw.
    pub(crate) fn curves(&self) -> CostCurves {
        let price = self.server.price_per_hour.as_dollars();
        let capacity = self.capacity();
        let point = |rate: f64, cost: f64| {
            format!(
                "{} {}",
                Coordinate(PLOT_UNITS * across(rate)),
                Coordinate(down(cost))
            )
        };
        let function = format!(
            "M{}L{}",
            point(RATES.0, self.function_an_hour(RATES.0)),
            point(RATES.1, self.function_an_hour(RATES.1))
        );
        let first = self.server.load(RATES.0, self.computing).servers;
        let mut server = format!("M{}", point(RATES.0, price * f64::from(first)));
        let mut servers = first;
        while servers < first.saturating_add(STEPS) && capacity * f64::from(servers) < RATES.1 {
            let enough_up_to = capacity * f64::from(servers);
            server += &format!("L{}", point(enough_up_to, price * f64::from(servers)));
            servers = servers.saturating_add(1);
            server += &format!("L{}", point(enough_up_to, price * f64::from(servers)));
        }
        let last = f64::from(self.server.load(RATES.1, self.computing).servers);
        server += &format!("L{}", point(RATES.1, price * last));
        let within = |rate: f64| (RATES.0..=RATES.1).contains(&rate);
        CostCurves {
            function,
            server,
            crossing: self
                .crossing()
                .filter(|&rate| within(rate) && rate <= capacity)
                .map(|rate| (percent(rate), down(price))),
            capacity: within(capacity).then(|| (percent(capacity), down(price))),
            server_px: down(price * f64::from(first)),
        }
    }

    /// The picture's numbers.
    pub(crate) fn rows(&self) -> Vec<CostRow> {
        let rates = [
            "0.01", "0.1", "1", "10", "100", "1,000", "10,000", "100,000",
        ];
        let row = |(index, rate): (usize, &&str)| {
            let an_hour = 36 * 10_u64.pow(index as u32);
            let load = self.server.load(an_hour as f64 / 3_600.0, self.computing);
            CostRow {
                rate: (*rate).to_owned(),
                function: dollars(self.function(an_hour)),
                servers: dollars(self.server.price_per_hour * u64::from(load.servers)),
                how_many: thousands(load.servers.into()),
            }
        };
        rates.iter().enumerate().map(row).collect()
    }

    /// Where both cost the same, and what one server keeps up with.
    pub(crate) fn summary(&self) -> String {
        let capacity = about(self.capacity());
        let cheaper = match self.crossing() {
            Some(rate) if rate <= self.capacity() => few(rate),
            _ => capacity.clone(),
        };
        format!(
            "Below {cheaper} such requests a second a function costs less than a server. One server keeps up with \
             {capacity}. Free tier not counted."
        )
    }

    /// What a month of so many requests costs, in words.
    pub(crate) fn month(&self, requests: u64) -> String {
        let rate = a_second(requests);
        let load = self.server.load(rate, self.computing);
        let price = self.server.price_per_hour * (HOURS_OF_MONTH * u64::from(load.servers));
        let name = name_of(self.server);
        let servers = match load.servers {
            1 => format!("{name} {}", dollars(price)),
            servers => format!(
                "{} servers {}, one cannot keep up",
                thousands(servers.into()),
                dollars(price)
            ),
        };
        format!("function {}, {servers}", dollars(self.function(requests)))
    }
}

/// The smallest server of a rule book's time.
pub(crate) fn server_of(tariff: &Tariff) -> &'static Server {
    if tariff == &AWS_2016_12 {
        &T2_MICRO_2014
    } else {
        &T3_MICRO
    }
}

/// `t2.micro`
pub(crate) fn name_of(server: &Server) -> &'static str {
    server.name.split(',').next().unwrap_or_default()
}

/// How many requests a second so many in a month are.
pub(crate) fn a_second(requests_a_month: u64) -> f64 {
    requests_a_month as f64 / (HOURS_OF_MONTH * 3_600) as f64
}

/// Where a rate stands on its axis.
pub(crate) fn percent(rate: f64) -> f64 {
    100.0 * across(rate)
}

/// Where a cost stands on its axis, in pixels from the top.
pub(crate) fn down(cost: f64) -> f64 {
    PLOT_PX * (1.0 - part(cost, COSTS))
}

fn across(rate: f64) -> f64 {
    part(rate, RATES)
}

/// Where a value stands between the ends of a logarithmic axis: from 0 to 1, or beyond them.
fn part(value: f64, (from, to): (f64, f64)) -> f64 {
    (value / from).log10() / (to / from).log10()
}

/// `8.9`, or `120`: a rate with what matters of it.
pub fn few(rate: f64) -> String {
    if rate < 0.095 {
        let thousandths = (rate * 1_000.0).round().max(1.0) as u64;
        format!("0.{thousandths:03}")
    } else if rate < 10.0 {
        let tenths = (rate * 10.0).round() as u64;
        format!("{}.{}", tenths / 10, tenths % 10)
    } else {
        (rate.round() as u64).to_string()
    }
}

/// An amount with as many decimals as it needs to be told from nothing.
fn dollars(amount: Money) -> String {
    match amount.as_dollars() {
        1_000.0.. => format!("${}", thousands(amount.as_dollars().round() as u64)),
        1.0.. => amount.to_dollars(2),
        0.01.. => amount.to_dollars(3),
        0.001.. => amount.to_dollars(4),
        _ => amount.to_dollars(6),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The handler of 120 ms at 512 MB by the rules of 2016: a million of them cost $1.868 (lambda-contract.md, d).
    fn costs(computing_micros: u64) -> CostOverRate {
        CostOverRate {
            server: &T2_MICRO_2014,
            total: Money::from_nano_dollars(1_868_000_000),
            requests: 1_000_000,
            computing: SimDuration::from_micros(computing_micros),
        }
    }

    #[test]
    fn the_lines_cross_where_it_is_said() {
        let costs = costs(2_000);
        // $9.49 a month is 5.1 million requests.
        assert_eq!(few(costs.crossing().unwrap()), "1.9");
        let curves = costs.curves();
        let (across, down) = curves.crossing.unwrap();
        assert!((across - percent(1.933)).abs() < 0.1, "{across}");
        assert_eq!(down, curves.server_px);
        assert_eq!(curves.capacity.unwrap().0, percent(500.0));
        assert!(curves.function.starts_with("M0 "));
        for path in [curves.function, curves.server] {
            assert!(!path.contains("NaN") && !path.contains("inf"), "{path}");
        }
    }

    #[test]
    fn one_server_is_not_enough_for_ever() {
        let costs = costs(2_000);
        let told: Vec<_> = costs
            .rows()
            .into_iter()
            .map(|row| (row.rate, row.function, row.servers, row.how_many))
            .collect();
        let row = |rate: &str, function: &str, servers: &str, how_many: &str| {
            let [rate, function, servers] = [rate, function, servers].map(str::to_owned);
            (rate, function, servers, how_many.to_owned())
        };
        assert_eq!(told[0], row("0.01", "$0.000067", "$0.013", "1"));
        assert_eq!(told[3], row("10", "$0.067", "$0.013", "1"));
        assert_eq!(told[5], row("1,000", "$6.72", "$0.026", "2"));
        assert_eq!(told[7], row("100,000", "$672.48", "$2.60", "200"));
    }

    #[test]
    fn a_month_is_told_in_words() {
        for (requests, computing, words) in [
            (1_000_000, 2_000, "function $1.87, t2.micro $9.49"),
            (10_000, 2_000, "function $0.019, t2.micro $9.49"),
            (
                2_000_000_000,
                2_000,
                "function $3,736, 2 servers $18.98, one cannot keep up",
            ),
        ] {
            assert_eq!(costs(computing).month(requests), words);
        }
    }

    #[test]
    fn where_nothing_crosses_nothing_is_marked() {
        // A handler that computes for minutes: one server is overloaded before it could be cheaper.
        let slow = costs(600_000_000);
        assert_eq!(slow.curves().crossing, None);
        assert!(slow.summary().starts_with("Below 1 such"));
        let free = CostOverRate {
            total: Money::ZERO,
            ..costs(2_000)
        };
        assert_eq!(free.crossing(), None);
    }

    #[test]
    fn months_are_round_numbers() {
        for (place, words) in [
            (0, "100,000"),
            (2, "500,000"),
            (A_MILLION, "1 million"),
            (7, "20 million"),
            (MONTHS - 1, "100 billion"),
        ] {
            assert_eq!(month_in_words(place), words);
        }
    }

    #[test]
    fn rates_keep_the_digits_that_matter() {
        for (rate, text) in [
            (0.0042, "0.004"),
            (0.33, "0.3"),
            (8.92, "8.9"),
            (120.4, "120"),
        ] {
            assert_eq!(few(rate), text);
        }
    }
}
