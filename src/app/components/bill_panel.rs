//! The bill of the run, with the sum that leads to it.

use std::rc::Rc;

use domain::billing::Tariff;
use domain::cloud::{Plan, Run};
use domain::units::MemorySize;
use yew::prelude::*;

use super::names::Names;
use crate::view_model::{Figures, LedgerLine};

/// What is billed.
#[derive(PartialEq, Properties)]
pub(crate) struct BillPanelProps {
    pub(crate) names: Names,
    pub(crate) plan: Rc<Plan>,
    pub(crate) run: Option<Rc<Run>>,
    pub(crate) tariff: &'static Tariff,
    /// What the next function is configured with, as long as nothing ran.
    pub(crate) memory: MemorySize,
}

/// Draws the bill.
#[component]
pub(crate) fn BillPanel(props: &BillPanelProps) -> Html {
    let Figures {
        cost,
        per,
        ledger,
        counts,
    } = Figures::of(
        &props.plan,
        props.run.as_deref(),
        props.tariff,
        props.memory,
    );
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
        <section class="bill" aria-label={props.names.region("Bill")}>
            <dl>
                <dt>{ "Function cost" }</dt>
                <dd><b>{ cost }</b>{ " " }<span>{ per }</span>{ for ledger.into_iter().map(line) }</dd>
            </dl>
            <dl class="counts">
                { for counts.into_iter().map(|(term, number)| html! {
                    <div><dt>{ term }</dt><dd><b>{ number }</b></dd></div>
                }) }
            </dl>
        </section>
    }
}
