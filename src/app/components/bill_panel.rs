//! The bill of the run, with the sum that leads to it.

use std::rc::Rc;

use domain::billing::Tariff;
use domain::cloud::{Plan, Run};
use domain::units::MemorySize;
use yew::prelude::*;

use super::names::Names;
use super::part::Part;
use crate::view_model::{Figures, LedgerLine};

/// What is billed.
#[derive(PartialEq)]
pub(crate) struct BillPanel {
    pub(crate) names: Names,
    pub(crate) plan: Rc<Plan>,
    pub(crate) run: Option<Rc<Run>>,
    pub(crate) tariff: &'static Tariff,
    /// What the next function is configured with, as long as nothing ran.
    pub(crate) memory: MemorySize,
}

impl Part for BillPanel {
    fn draw(&self) -> Html {
        let Figures {
            cost,
            per,
            ledger,
            server,
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
        html! {
            <section class="bill" aria-label={self.names.region("Bill")}>
                <dl>
                    <dt>{ "Function cost" }</dt>
                    <dd><b>{ cost }</b>{ " " }<span>{ per }</span>{ for ledger.into_iter().map(line) }
                        { for other_rules.map(|words| html! { <span class="led">{ words }</span> }) }</dd>
                </dl>
                <dl>
                    <dt>{ "Always-on server cost" }</dt>
                    <dd>
                        <b>{ server.cost }</b>{ " " }<span>{ server.per }</span>
                        { for [server.crossing, server.capacity].into_iter().flatten().map(|words| html! {
                            <span class="led">{ words }</span>
                        }) }
                    </dd>
                </dl>
                <dl class="counts">
                    { for counts.into_iter().chain(latency).map(|(term, number)| html! {
                        <div><dt>{ term }</dt><dd><b>{ number }</b></dd></div>
                    }) }
                </dl>
            </section>
        }
    }
}
