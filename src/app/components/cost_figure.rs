//! Cost over rate as a picture: in the lab of the reader's own run, in an article of a run that was made with the site.

use super::chart::{chart, line, plot, word};
use super::markup::{Markup, element, list};
use super::part::Part;
use crate::view_model::{self, CostOverRate, PLOT_PX, down, few};

/// The words of the axes.
const RATES: [(f64, &str); 4] = [
    (0.01, "0.01"),
    (1.0, "1"),
    (100.0, "100"),
    (10_000.0, "10,000"),
];
const COSTS: [(f64, &str); 4] = [
    (0.000_01, "$0.00001"),
    (0.001, "$0.001"),
    (0.1, "$0.1"),
    (10.0, "$10"),
];

/// Where the function's line has its word, at the latest.
const HIGH_DOLLARS: f64 = 200.0;

/// The picture alone, for whoever writes the figure around it.
#[derive(PartialEq)]
pub(crate) struct CostFigure(pub(crate) CostOverRate);

impl Part for CostFigure {
    fn draw(&self) -> Markup {
        cost_figure(&self.0, None)
    }
}

/// The picture, with a line at the rate that is looked at.
pub(super) fn cost_figure(costs: &CostOverRate, rate: Option<f64>) -> Markup {
    let curves = costs.curves();
    let across = view_model::percent;
    let crossing = costs.crossing().map(few).unwrap_or_default();
    let name = format!(
        "Cost in an hour over requests in a second: the function’s line rises evenly, the server’s is level until one is \
         not enough, and they cross at {crossing} requests a second."
    );
    let mut marks: Vec<Markup> = Vec::new();
    for (rate, words) in RATES {
        let x = across(rate);
        marks.push(line("c-grid", (x, 0.0), (x, PLOT_PX)));
        marks.push(word("c-tick", (x, PLOT_PX + 20.0), 0.0, "middle", words));
    }
    for (cost, words) in COSTS {
        let y = down(cost);
        marks.push(line("c-grid", (0.0, y), (100.0, y)));
        marks.push(word("c-tick", (0.0, y + 4.0), -8.0, "end", words));
    }
    if let Some(rate) = rate {
        marks.push(line("c-here", (across(rate), 0.0), (across(rate), PLOT_PX)));
    }
    let lines = [("c-server", &*curves.server), ("c-line", &*curves.function)];
    marks.push(plot(0.0, PLOT_PX, &lines));
    // On the left of the crossing there is room above the server's line, on its right below.
    let (is_below, name_at) = match curves.crossing {
        Some((x, _)) if x < 18.0 => (true, (x + 4.0, curves.server_px + 17.0)),
        _ => (false, (1.0, curves.server_px - 7.0)),
    };
    if let Some((x, y)) = curves.capacity {
        let anchor = if x > 60.0 { "end" } else { "start" };
        let below_px = if is_below { 36.0 } else { 20.0 };
        marks.push(line("c-end", (x, y - 5.0), (x, y + below_px - 13.0)));
        marks.push(word(
            "c-tick",
            (x, y + below_px),
            0.0,
            anchor,
            "two servers",
        ));
    }
    if let Some((x, y)) = curves.crossing {
        let dot = element("circle.c-dot[r=4]");
        marks.push(dot.percent("cx", x).px("cy", y));
    }
    marks.push(word("c-name", name_at, 0.0, "start", "server"));
    // High up the function's line is alone.
    let rate = (HIGH_DOLLARS / costs.function_an_hour(1.0)).clamp(10.0, 2_000.0);
    let (x, y) = (across(rate), down(costs.function_an_hour(rate)));
    marks.push(word("c-name", (x, y), -10.0, "end", "function"));
    marks.push(word(
        "c-tick",
        (50.0, PLOT_PX + 40.0),
        0.0,
        "middle",
        "requests a second",
    ));
    chart(name, PLOT_PX + 46.0, list(marks))
}
