//! The bill of the run, with the sum that leads to it.

use std::rc::Rc;

use domain::billing::Tariff;
use domain::cloud::Plan;
use domain::units::MemorySize;
use yew::prelude::*;

use super::controls::fold_button;
use super::markup::{Markup, element};
use super::names::Names;
use super::part::Part;
use super::run_views::ShownRun;
use crate::model::{BillPicture, MemoryStudy, Msg};
use crate::view_model::{Figures, LedgerLine};

/// What is billed.
#[derive(PartialEq)]
pub(crate) struct BillPanel {
    pub(crate) names: Names,
    pub(crate) plan: Rc<Plan>,
    pub(crate) shown: Option<ShownRun>,
    pub(crate) tariff: &'static Tariff,
    /// What the next function is configured with.
    pub(crate) memory: MemorySize,
    /// The picture that is open, and the place of the number of requests a month in it.
    pub(crate) picture: (Option<BillPicture>, usize),
    /// The runs at other memory sizes.
    pub(crate) study: MemoryStudy,
    pub(crate) tell: Callback<Msg>,
}

impl Part for BillPanel {
    fn draw(&self) -> Markup {
        let (figures, content) = match &self.shown {
            Some(shown) => {
                let figures = (shown.views.figures)(&self.plan, &shown.run, self.tariff);
                let content = (shown.views.bill_sheet)(self, &figures);
                (figures, content)
            }
            None => (Figures::of_nothing(self.tariff, self.memory), None),
        };
        let Figures {
            cost,
            per,
            ledger,
            server,
            costs,
            other_rules,
            latency,
            counts,
        } = figures;
        let line = |line: LedgerLine| {
            let selector = if line.is_total {
                "span.led.total"
            } else {
                "span.led"
            };
            element(selector)
                .child(element("span").child(line.what))
                .child(" ")
                .child(element("span").child(line.amount))
        };
        let more = |words: String| element("span.led").child(words);
        let (open, _) = self.picture;
        let sheet = self.names.id("bill-picture");
        let opener = |picture: BillPicture, words: &'static str, has_content: bool| {
            let msg = Msg::ToggledBillPicture(picture);
            let is_open = open == Some(picture);
            has_content.then(|| fold_button(words, is_open, sheet.clone(), msg, &self.tell))
        };
        let (has_run, has_costs) = (self.shown.is_some(), costs.is_some());
        let amount = |cost: String, per: String| {
            let cost = element("b").child(cost);
            let per = element("span").child(per);
            element("dd").child(cost).child(" ").child(per)
        };
        let function = amount(cost, per.to_owned())
            .children(ledger.into_iter().map(line))
            .children(other_rules.map(more))
            .child(opener(
                BillPicture::MemorySizes,
                "Other memory sizes",
                has_run,
            ));
        let server_lines = [server.crossing, server.capacity].into_iter().flatten();
        let server = amount(server.cost, server.per)
            .children(server_lines.map(more))
            .child(opener(
                BillPicture::CostOverRate,
                "Cost over rate",
                has_costs,
            ));
        let part = |name: &'static str, what: Markup| {
            element("dl").child(element("dt").child(name)).child(what)
        };
        let count = |(term, number)| {
            let number = element("dd").child(element("b").child(number));
            element("div")
                .child(element("dt").child(term))
                .child(number)
        };
        element("section.bill")
            .set("aria-label", self.names.region("Bill"))
            .child(part("Function cost", function))
            .child(part("Always-on server cost", server))
            .child(element("dl.counts").children(counts.into_iter().chain(latency).map(count)))
            .child(
                element("div.opened")
                    .set("id", sheet)
                    .flag("hidden", content.is_none())
                    .child(content),
            )
    }
}
