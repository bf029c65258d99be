//! The bill of the run, with the sum that leads to it.

use std::rc::Rc;

use domain::billing::Tariff;
use domain::cloud::{Plan, Run};
use domain::units::MemorySize;
use yew::prelude::*;

use super::controls::fold_button;
use super::cost_sheet::cost_sheet;
use super::memory_sheet::memory_sheet;
use super::names::Names;
use super::part::Part;
use crate::model::{BillPicture, MemoryStudy, Msg};
use crate::view_model::{Figures, LedgerLine, MemorySizes};

/// What is billed.
#[derive(PartialEq)]
pub(crate) struct BillPanel {
    pub(crate) names: Names,
    pub(crate) plan: Rc<Plan>,
    pub(crate) run: Option<Rc<Run>>,
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
    fn draw(&self) -> Html {
        let Figures {
            cost,
            per,
            ledger,
            server,
            costs,
            other_rules,
            latency,
            counts,
        } = Figures::of(&self.plan, self.run.as_deref(), self.tariff, self.memory);
        let line = |LedgerLine {
                        what,
                        amount,
                        is_total,
                    }: LedgerLine| {
            html! {
                <span class={classes!("led", is_total.then_some("total"))}>
                    <span>{ what }</span>{ " " }<span>{ amount }</span>
                </span>
            }
        };
        let (open, month) = self.picture;
        let sheet = self.names.id("bill-picture");
        let opener = |picture: BillPicture, words: &'static str, has_content: bool| {
            let msg = Msg::ToggledBillPicture(picture);
            let is_open = open == Some(picture);
            has_content.then(|| fold_button(words, is_open, sheet.clone(), msg, &self.tell))
        };
        let (has_run, has_costs) = (self.run.is_some(), costs.is_some());
        let content = match (open, costs) {
            (Some(BillPicture::MemorySizes), _) if has_run => {
                let sizes = MemorySizes::of(self.study.runs(), self.tariff, self.memory);
                Some(memory_sheet(&sizes, &self.study, &self.tell))
            }
            (Some(BillPicture::CostOverRate), Some(costs)) => {
                Some(cost_sheet(&costs, month, &self.tell))
            }
            _ => None,
        };
        html! {
            <section class="bill" aria-label={self.names.region("Bill")}>
                <dl>
                    <dt>{ "Function cost" }</dt>
                    <dd><b>{ cost }</b>{ " " }<span>{ per }</span>{ for ledger.into_iter().map(line) }
                        { for other_rules.map(|words| html! { <span class="led">{ words }</span> }) }
                        { opener(BillPicture::MemorySizes, "Other memory sizes", has_run) }</dd>
                </dl>
                <dl>
                    <dt>{ "Always-on server cost" }</dt>
                    <dd>
                        <b>{ server.cost }</b>{ " " }<span>{ server.per }</span>
                        { for [server.crossing, server.capacity].into_iter().flatten().map(|words| html! {
                            <span class="led">{ words }</span>
                        }) }
                        { opener(BillPicture::CostOverRate, "Cost over rate", has_costs) }
                    </dd>
                </dl>
                <dl class="counts">
                    { for counts.into_iter().chain(latency).map(|(term, number)| html! {
                        <div><dt>{ term }</dt><dd><b>{ number }</b></dd></div>
                    }) }
                </dl>
                <div class="opened" id={sheet} hidden={content.is_none()}>{ content }</div>
            </section>
        }
    }
}
