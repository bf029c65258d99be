//! The run as a table, a page of rows at a time. The rows' numbers are buttons; together they are one stop for the Tab
//! key, and the arrows walk between them.

use std::rc::Rc;

use domain::billing::Tariff;
use domain::cloud::Run;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusOptions, HtmlElement, KeyboardEvent};
use yew::prelude::*;

use super::marks::mark;
use super::markup::{Content, Markup, element, list};
use super::part::Living;
use super::reveal::reveal;
use crate::bridge::NextFrame;
use crate::view_model::{Cell, PAGE, Row, row, thousands};

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
#[derive(PartialEq)]
pub(crate) struct TableData {
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
    tell: Callback<TableMsg>,
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

impl Living for TableView {
    type Data = TableData;
    type Message = TableMsg;

    fn create(_: &TableData, tell: Callback<TableMsg>) -> TableView {
        TableView {
            tell,
            rows: NodeRef::default(),
            chosen_button: NodeRef::default(),
            turned: None,
            has_moved: false,
            is_to_reveal: true,
            reveal: None,
        }
    }

    fn changed(&mut self, data: &TableData, before: &TableData) {
        if data.chosen != before.chosen || !Rc::ptr_eq(&data.run, &before.run) {
            self.turned = None;
            self.is_to_reveal = true;
        }
    }

    fn update(&mut self, data: &TableData, msg: TableMsg) -> bool {
        match msg {
            TableMsg::Turned(page) => {
                self.turned = Some(page);
                true
            }
            TableMsg::Moved(index) => {
                self.has_moved = true;
                data.choose.emit(index);
                false
            }
        }
    }

    fn view(&self, data: &TableData) -> Html {
        let TableData {
            run,
            chosen,
            tariff,
            choose,
        } = data;
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
        let stop = if (first..end).contains(chosen) {
            *chosen
        } else {
            first
        };
        let heading = |(name, is_number): (&'static str, bool)| {
            let heading = element("th[scope=col]").child(name);
            heading.set("class", is_number.then_some("num"))
        };
        let rows = (first..end).map(|index| {
            let is_chosen = index == *chosen;
            let pick = pick(index, index == stop);
            let pick = if is_chosen {
                pick.known_as(&self.chosen_button)
            } else {
                pick
            };
            let row = invocation_row(row(run, index, tariff), index, is_chosen, pick);
            row.on_click(choose.reform(move |_| index))
        });
        let headings = element("tr").children(COLUMNS.map(heading));
        let table = element("table[aria-label=Invocations]")
            .child(element("thead").child(headings))
            .child(element("tbody").children(rows));
        // A button that leads nowhere stays, so that the focus on it is not lost.
        let turn = |words, page: Option<usize>| {
            let button = element("button.plain[type=button]").child(words);
            match page {
                Some(page) => button.on_click(self.tell.reform(move |_| TableMsg::Turned(page))),
                None => button.set("aria-disabled", "true"),
            }
        };
        let pages = || {
            element("div.pages")
                .child(element("span[role=status]").child(shown_rows))
                .child(turn("Previous page", (page > 0).then(|| page - 1)))
                .child(turn("Next page", (end < count).then_some(page + 1)))
        };
        let wrap = element("div.tablewrap").known_as(&self.rows);
        list([
            wrap.on_key_down(self.walks(count, stop))
                .child(table)
                .node(),
            (count > PAGE).then(pages).node(),
        ])
        .node()
    }

    fn rendered(&mut self, _: &TableData, _: bool) {
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

impl TableView {
    /// Arrows, Home and End walk from row to row, beginning with the one that the Tab key reaches.
    fn walks(&self, count: usize, stop: usize) -> Callback<Event> {
        let tell = self.tell.clone();
        Callback::from(move |event: Event| {
            let next = match event.unchecked_ref::<KeyboardEvent>().key().as_str() {
                "ArrowDown" => stop + 1,
                "ArrowUp" => stop.saturating_sub(1),
                "Home" => 0,
                "End" => count - 1,
                _ => return,
            };
            event.prevent_default();
            let next = next.min(count - 1);
            if next != stop {
                tell.emit(TableMsg::Moved(next));
            }
        })
    }
}

fn invocation_row(row: Row, index: usize, is_chosen: bool, pick: Markup) -> Markup {
    let selector = if is_chosen {
        "tr.sel[aria-current=true]"
    } else {
        "tr"
    };
    let word = |words: String| element("td").child(words);
    let number = |words: String| element("td.num").child(words);
    let marked = |cell: Cell| {
        let marked = element("td").child(cell.mark.map(mark));
        marked.child(cell.word)
    };
    element(selector)
        .key(index)
        .child(element("td").child(pick))
        .child(number(row.arrives))
        .child(word(row.container))
        .child(marked(row.start))
        .child(number(row.duration))
        .child(number(row.billed))
        .child(marked(row.status))
}

/// The button that is a row's number; one of them can be reached with the Tab key.
fn pick(index: usize, is_stop: bool) -> Markup {
    let number = thousands(index as u64 + 1);
    element("button.pick[type=button]")
        .set("tabindex", if is_stop { "0" } else { "-1" })
        .set("aria-label", format!("Request {number}"))
        .child(number)
}
