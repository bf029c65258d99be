//! Function and server over the rate of requests, of the reader's own run: the picture, its numbers, and a month.

use yew::prelude::*;

use super::chart::{NumberRow, numbers, slider};
use super::cost_figure::cost_figure;
use super::markup::{element, list};
use crate::model::Msg;
use crate::view_model::{
    CostOverRate, CostRow, MONTHS, a_second, month_in_words, requests_a_month,
};

/// What the bill opens. `month` is the place of the number of requests a month that is looked at.
pub(super) fn cost_sheet(costs: &CostOverRate, month: usize, tell: &Callback<Msg>) -> Vec<Html> {
    let requests = requests_a_month(month);
    let words = format!(
        "{} a month: {}",
        month_in_words(month),
        costs.month(requests)
    );
    let row = |row: CostRow| -> NumberRow {
        NumberRow {
            is_present: false,
            cells: vec![row.rate, row.function, row.servers, row.how_many],
            failure: String::new(),
        }
    };
    let columns = [
        "Requests a\u{a0}second",
        "Function, an\u{a0}hour",
        "Server, an\u{a0}hour",
        "Servers",
    ];
    let place = (month, MONTHS - 1);
    let slider = slider(
        "Requests a month",
        place,
        words.clone(),
        tell,
        Msg::ChoseMonth,
    );
    let numbers = numbers(
        "Cost over rate",
        &columns,
        costs.rows().into_iter().map(row),
    );
    let label = element("label.slide").child("Requests a month");
    list([
        element("div")
            .child(cost_figure(costs, Some(a_second(requests))))
            .child(label.child(slider))
            .child(element("p.here").child(words)),
        element("div")
            .child(numbers)
            .child(element("p").child(costs.summary())),
    ])
}
