//! The run as a table, a page of rows at a time. The rows' numbers are buttons; together they are one stop for the Tab
//! key, and the arrows walk between them.

use std::rc::Rc;

use domain::billing::Tariff;
use domain::cloud::Run;
use web_sys::{Element, FocusOptions, HtmlElement};
use yew::prelude::*;

use super::marks::mark;
use super::reveal::reveal;
use crate::bridge::NextFrame;
use crate::view_model::{PAGE, Row, row, thousands};

/// The height of the headings, which stay above the rows.
const HEADINGS_PX: f64 = 27.0;

const COLUMNS: [(&str, bool); 7] = [
    ("Request", false),
    ("Arrives", true),
    ("Container", false),
    ("Start", false),
    ("Duration", true),
    ("Billed", true),
    ("Status", false),
];

/// Which run, and which invocation of it is chosen.
#[derive(PartialEq, Properties)]
pub(crate) struct TableViewProps {
    pub(crate) run: Rc<Run>,
    pub(crate) chosen: usize,
    pub(crate) tariff: &'static Tariff,
    pub(crate) choose: Callback<usize>,
}

/// What the table hears of.
pub(crate) enum TableMsg {
    /// The reader turned to this page.
    Turned(usize),
    /// An arrow key moved on to this invocation.
    Moved(usize),
}

/// The table.
pub(crate) struct TableView {
    rows: NodeRef,
    chosen_button: NodeRef,
    /// The page that the reader turned to. Without it the page follows the chosen invocation.
    turned: Option<usize>,
    /// The focus has to follow the chosen invocation.
    has_moved: bool,
    /// The chosen invocation has to be brought into sight.
    is_to_reveal: bool,
    reveal: Option<NextFrame>,
}

impl Component for TableView {
    type Message = TableMsg;
    type Properties = TableViewProps;

    fn create(_: &Context<TableView>) -> TableView {
        TableView {
            rows: NodeRef::default(),
            chosen_button: NodeRef::default(),
            turned: None,
            has_moved: false,
            is_to_reveal: true,
            reveal: None,
        }
    }

    fn changed(&mut self, ctx: &Context<TableView>, old: &TableViewProps) -> bool {
        let props = ctx.props();
        let is_elsewhere = props.chosen != old.chosen || !Rc::ptr_eq(&props.run, &old.run);
        if is_elsewhere {
            self.turned = None;
            self.is_to_reveal = true;
        }
        true
    }

    fn update(&mut self, ctx: &Context<TableView>, msg: TableMsg) -> bool {
        match msg {
            TableMsg::Turned(page) => {
                self.turned = Some(page);
                true
            }
            TableMsg::Moved(index) => {
                self.has_moved = true;
                ctx.props().choose.emit(index);
                false
            }
        }
    }

    fn view(&self, ctx: &Context<TableView>) -> Html {
        let TableViewProps {
            run,
            chosen,
            tariff,
            choose,
        } = ctx.props();
        let count = run.trace.len();
        let page = self.turned.unwrap_or(chosen / PAGE);
        let first = page * PAGE;
        let end = (first + PAGE).min(count);
        let shown_rows = format!(
            "{}–{} of {}",
            thousands(first as u64 + 1),
            thousands(end as u64),
            thousands(count as u64)
        );
        let turn = |page: usize| {
            ctx.link()
                .callback(move |_: MouseEvent| TableMsg::Turned(page))
        };
        let stop = if (first..end).contains(chosen) {
            *chosen
        } else {
            first
        };
        html! {
            <>
                <div class="tablewrap" ref={&self.rows} onkeydown={walks(ctx)}>
                    <table aria-label="Invocations">
                        <thead><tr>
                            { for COLUMNS.map(|(name, is_number)| html! {
                                <th scope="col" class={is_number.then_some("num")}>{ name }</th>
                            }) }
                        </tr></thead>
                        <tbody>
                            { for (first..end).map(|index| {
                                let is_chosen = index == *chosen;
                                let node = if is_chosen { self.chosen_button.clone() } else { NodeRef::default() };
                                let row = row(run, index, tariff);
                                invocation_row(row, index, is_chosen, index == stop, node, choose)
                            }) }
                        </tbody>
                    </table>
                </div>
                if count > PAGE {
                    <div class="pages">
                        <span>{ shown_rows }</span>
                        if page > 0 {
                            <button class="plain" type="button" onclick={turn(page - 1)}>{ "Previous page" }</button>
                        }
                        if end < count {
                            <button class="plain" type="button" onclick={turn(page + 1)}>{ "Next page" }</button>
                        }
                    </div>
                }
            </>
        }
    }

    fn rendered(&mut self, _: &Context<TableView>, _: bool) {
        if !std::mem::take(&mut self.is_to_reveal) {
            return;
        }
        if let Some(rows) = self.rows.cast::<Element>() {
            self.reveal = reveal(rows, "tr.sel", ".tablewrap", HEADINGS_PX);
        }
        if std::mem::take(&mut self.has_moved)
            && let Some(button) = self.chosen_button.cast::<HtmlElement>()
        {
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = button.focus_with_options(&options);
        }
    }
}

/// Arrows, Home and End walk from row to row.
fn walks(ctx: &Context<TableView>) -> Callback<KeyboardEvent> {
    let (count, chosen) = (ctx.props().run.trace.len(), ctx.props().chosen);
    ctx.link().batch_callback(move |event: KeyboardEvent| {
        let next = match event.key().as_str() {
            "ArrowDown" => chosen + 1,
            "ArrowUp" => chosen.saturating_sub(1),
            "Home" => 0,
            "End" => count - 1,
            _ => return None,
        };
        event.prevent_default();
        let next = next.min(count - 1);
        (next != chosen).then_some(TableMsg::Moved(next))
    })
}

fn invocation_row(
    row: Row,
    index: usize,
    is_chosen: bool,
    is_stop: bool,
    node: NodeRef,
    choose: &Callback<usize>,
) -> Html {
    let number = thousands(index as u64 + 1);
    let onclick = choose.reform(move |_: MouseEvent| index);
    html! {
        <tr key={index} class={is_chosen.then_some("sel")} aria-current={is_chosen.then_some("true")} {onclick}>
            <td>
                <button
                    ref={node} class="pick" type="button" tabindex={if is_stop { "0" } else { "-1" }}
                    aria-label={format!("Request {number}")}
                >{ number }</button>
            </td>
            <td class="num">{ row.arrives }</td>
            <td>{ row.container }</td>
            <td>{ row.start.mark.map(mark) }{ row.start.word }</td>
            <td class="num">{ row.duration }</td>
            <td class="num">{ row.billed }</td>
            <td>{ row.status.mark.map(mark) }{ row.status.word }</td>
        </tr>
    }
}
