//! What a function and a server that always runs cost in an hour, by how many requests arrive in a second. Both axes
//! are logarithmic, so that a quiet shop and a busy one stand in one picture.

use domain::billing::{AWS_2016_12, CostPoint, Month, Server, T2_MICRO_2014, WORK_BESIDE_HANDLER};
use domain::cloud::{Plan, Run};
use domain::units::SimDuration;

/// The server of the article's time.
const SERVER: &Server = &T2_MICRO_2014;

/// From a request in a hundred seconds to a hundred thousand a second.
const RATES: (f64, f64) = (0.01, 100_000.0);

/// From a thousandth of a cent to a thousand dollars.
const COSTS: (f64, f64) = (0.000_01, 1_000.0);

/// The plot's left, top, width and height.
const PLOT: (f64, f64, f64, f64) = (70.0, 14.0, 240.0, 210.0);

/// What is drawn: a month of requests that are like the last one of a run.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct CostPicture {
    month: Month,
    /// What one request computes.
    computing: SimDuration,
}

impl CostPicture {
    /// The picture of a run; `None` if nothing ran in it.
    pub(crate) fn of(plan: &Plan, run: &Run) -> Option<CostPicture> {
        let trace = &run.trace;
        let last = trace.len().checked_sub(1)?;
        Some(CostPicture {
            month: Month {
                requests: 1_000_000,
                duration: trace.handler_time(last)?,
                cold_starts: (0, SimDuration::ZERO),
                memory: *plan.memory_of_deployments().last()?,
                with_free_tier: false,
            },
            computing: WORK_BESIDE_HANDLER
                + SimDuration::from_micros(run.computing.as_micros() / trace.len() as u64),
        })
    }

    /// How many requests a second make both cost the same.
    pub(crate) fn crossing(&self) -> Option<f64> {
        SERVER.break_even(&self.month, &AWS_2016_12, None)
    }

    /// The picture as SVG, for the style sheet's `diagram`.
    pub(crate) fn svg(&self) -> Option<String> {
        let rates = (RATES.0, RATES.1, 241);
        let points =
            SERVER.cost_over_rate((&self.month, self.computing), (&AWS_2016_12, None), rates)?;
        let path = |cost: fn(&CostPoint) -> f64| {
            let place = |point: &CostPoint| format!("{} {}", x(point.rate), y(cost(point)));
            let places: Vec<String> = points.iter().map(place).collect();
            format!("M{}", places.join("L"))
        };
        let crossing = self.crossing()?;
        let (left, top, width, height) = PLOT;
        let (right, bottom) = (left + width, top + height);
        let mut svg = format!(
            "<svg viewBox=\"0 0 340 262\" role=\"img\" aria-label=\"Cost in an hour over requests in a second: the \
             function’s line rises evenly, the server’s is level, and they cross at {} requests a second.\">",
            spoken(crossing)
        );
        for (rate, word) in [
            (0.01, "0.01"),
            (1.0, "1"),
            (100.0, "100"),
            (10_000.0, "10,000"),
        ] {
            let x = x(rate);
            svg += &format!(
                "<path class=\"d-leader\" d=\"M{x} {top}V{bottom}\"/>\
                 <text class=\"d-soft\" x=\"{x}\" y=\"{}\" text-anchor=\"middle\">{word}</text>",
                bottom + 17.0
            );
        }
        for (cost, word) in [
            (0.000_01, "$0.00001"),
            (0.001, "$0.001"),
            (0.1, "$0.1"),
            (10.0, "$10"),
        ] {
            let y = y(cost);
            svg += &format!("<path class=\"d-leader\" d=\"M{left} {y}H{right}\"/>");
            svg += &format!(
                "<text class=\"d-soft\" x=\"{}\" y=\"{}\" text-anchor=\"end\">{word}</text>",
                left - 6.0,
                y + 5.0
            );
        }
        svg += &format!(
            "<path class=\"d-server\" d=\"{}\"/><path class=\"d-function\" d=\"{}\"/>\
             <circle class=\"d-tip\" cx=\"{}\" cy=\"{}\" r=\"4\"/>",
            path(|point| point.servers),
            path(|point| point.functions),
            x(crossing),
            y(SERVER.price_per_hour.as_dollars()),
        );
        svg += &format!(
            "<text class=\"d-name\" x=\"{}\" y=\"{}\">server</text>\
             <text class=\"d-name\" x=\"{}\" y=\"{}\">function</text>\
             <text class=\"d-soft\" x=\"{}\" y=\"258\" text-anchor=\"middle\">requests a second</text></svg>",
            x(0.012),
            y(SERVER.price_per_hour.as_dollars()) - 7.0,
            x(1.0),
            y(0.000_15),
            left + width / 2.0,
        );
        Some(svg)
    }
}

/// `8.9`, or `120`.
pub(crate) fn spoken(rate: f64) -> String {
    if rate < 10.0 {
        let tenths = (rate * 10.0).round() as u64;
        format!("{}.{}", tenths / 10, tenths % 10)
    } else {
        (rate.round() as u64).to_string()
    }
}

fn x(rate: f64) -> f64 {
    let (left, _, width, _) = PLOT;
    tenth(left + width * part(rate, RATES))
}

fn y(cost: f64) -> f64 {
    let (_, top, _, height) = PLOT;
    tenth(top + height * (1.0 - part(cost, COSTS)))
}

/// Where a value stands between the ends of a logarithmic axis, from 0 to 1.
fn part(value: f64, (from, to): (f64, f64)) -> f64 {
    ((value / from).log10() / (to / from).log10()).clamp(0.0, 1.0)
}

fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use domain::units::MemorySize;

    use super::*;

    #[test]
    fn the_lines_cross_where_it_is_said() {
        let picture = CostPicture {
            month: Month {
                requests: 1_000_000,
                duration: SimDuration::from_millis(120),
                cold_starts: (0, SimDuration::ZERO),
                memory: MemorySize::from_megabytes(512),
                with_free_tier: false,
            },
            computing: SimDuration::from_millis(2),
        };
        // $9.49 a month is 5.1 million requests of $0.00000187 (lambda-contract.md, section d).
        assert_eq!(spoken(picture.crossing().unwrap()), "1.9");
        let svg = picture.svg().unwrap();
        assert!(svg.contains("cross at 1.9 requests a second"), "{svg}");
        assert!(!svg.contains("NaN") && !svg.contains("inf"));
        assert_eq!(svg.matches("<svg").count(), 1);
    }
}
