//! The run as a table, a page of rows at a time. The rows' numbers are buttons; together they are one stop for the Tab
//! key, and the arrows walk between them.

use std::rc::Rc;

use domain::billing::Tariff;
use domain::cloud::Run;
use web_sys::{Element, FocusOptions, HtmlElement};
use yew::prelude::*;

use super::marks::Mark;
use super::reveal::reveal;
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

/// Draws the table.
#[component]
pub(crate) fn TableView(props: &TableViewProps) -> Html {
    let TableViewProps {
        run,
        chosen,
        tariff,
        choose,
    } = props;
    let count = run.trace.len();
    // The page follows the chosen invocation until the reader turns it.
    let turned = use_state_eq(|| None::<(usize, usize)>);
    let page = match *turned {
        Some((page, at)) if at == *chosen => page,
        _ => chosen / PAGE,
    };
    let first = page * PAGE;
    let end = (first + PAGE).min(count);

    let (rows, chosen_button) = (use_node_ref(), use_node_ref());
    let has_moved = use_mut_ref(|| false);
    {
        let (rows, button, has_moved) = (rows.clone(), chosen_button.clone(), has_moved.clone());
        use_effect_with((run.clone(), *chosen), move |_| {
            if let Some(rows) = rows.cast::<Element>() {
                reveal(&rows, "tr.sel", ".tablewrap", HEADINGS_PX);
            }
            if std::mem::take(&mut *has_moved.borrow_mut())
                && let Some(button) = button.cast::<HtmlElement>()
            {
                let options = FocusOptions::new();
                options.set_prevent_scroll(true);
                let _ = button.focus_with_options(&options);
            }
        });
    }
    let onkeydown = {
        let (choose, chosen, has_moved) = (choose.clone(), *chosen, has_moved);
        Callback::from(move |event: KeyboardEvent| {
            let next = match event.key().as_str() {
                "ArrowDown" => chosen + 1,
                "ArrowUp" => chosen.saturating_sub(1),
                "Home" => 0,
                "End" => count - 1,
                _ => return,
            };
            event.prevent_default();
            *has_moved.borrow_mut() = true;
            choose.emit(next.min(count - 1));
        })
    };
    let shown_rows = format!(
        "{}–{} of {}",
        thousands(first as u64 + 1),
        thousands(end as u64),
        thousands(count as u64)
    );
    let turn = |page: usize| {
        let (turned, chosen) = (turned.clone(), *chosen);
        Callback::from(move |_: MouseEvent| turned.set(Some((page, chosen))))
    };
    let stop = if (first..end).contains(chosen) {
        *chosen
    } else {
        first
    };
    html! {
        <>
            <div class="tablewrap" ref={rows} {onkeydown}>
                <table aria-label="Invocations">
                    <thead><tr>
                        { for COLUMNS.map(|(name, is_number)| html! {
                            <th scope="col" class={is_number.then_some("num")}>{ name }</th>
                        }) }
                    </tr></thead>
                    <tbody>
                        { for (first..end).map(|index| {
                            let node = if index == *chosen { chosen_button.clone() } else { NodeRef::default() };
                            let row = row(run, index, tariff);
                            invocation_row(row, index, index == *chosen, index == stop, node, choose)
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
            <td>{ row.start.mark.map(|kind| html! { <Mark {kind} /> }) }{ row.start.word }</td>
            <td class="num">{ row.duration }</td>
            <td class="num">{ row.billed }</td>
            <td>{ row.status.mark.map(|kind| html! { <Mark {kind} /> }) }{ row.status.word }</td>
        </tr>
    }
}
