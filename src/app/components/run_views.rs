//! What draws a run, in a file of its own (`page-…-run-views.wasm`): before something has run there is nothing to draw, and
//! no reader has to wait for it. It is loaded beside the engine, which is much larger.
//!
//! The site build takes what only these functions reach out of the page's program. So nothing may call them directly:
//! whoever has a run to show has got the table with it.

use std::ops::Deref;
use std::rc::Rc;

use domain::billing::Tariff;
use domain::cloud::{Plan, Run};
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::prelude::*;

use super::answer_pane::AnswerPane;
use super::answer_views::answer;
use super::assumption_list::assumption_list;
use super::bill_panel::BillPanel;
use super::bill_sheet::bill_sheet;
use super::dock::dock;
use super::markup::Markup;
use super::pool_panel::PoolPanel;
use super::pool_picture::pool_picture;
use crate::model::Msg;
use crate::view_model::{Figures, at_rest, last_sent};

/// The functions that draw a run.
pub(crate) struct Table {
    /// What became of the chosen invocation.
    pub(super) answer: fn(&AnswerPane, &ShownRun) -> Vec<Html>,
    /// The run as a picture or a table, and the key to that.
    pub(super) picture: fn(&PoolPanel, &ShownRun) -> (Html, Option<Html>),
    /// What it costs.
    pub(super) figures: fn(&Plan, &Run, &'static Tariff) -> Figures,
    /// The picture that the bill has opened.
    pub(super) bill_sheet: fn(&BillPanel, &Figures) -> Option<Vec<Html>>,
    /// The strip at the foot of a narrow page.
    pub(super) dock: fn(&Plan, &Run, &'static Tariff, &Callback<Msg>) -> Option<Html>,
    /// How the pool is after it, in words.
    pub(super) at_rest: fn(&Plan, &Run) -> String,
    /// What became of the requests that were sent last, in words.
    pub(super) last_sent: fn(&Plan, &Run) -> Option<String>,
    /// What all that assumes of the real cloud.
    pub(super) assumptions: fn() -> Markup,
}

/// The functions, once they are there.
#[derive(Clone, Copy)]
pub(crate) struct RunViews(&'static Table);

impl Deref for RunViews {
    type Target = Table;

    fn deref(&self) -> &Table {
        self.0
    }
}

/// There is only one table.
impl PartialEq for RunViews {
    fn eq(&self, _: &RunViews) -> bool {
        true
    }
}

/// A run on the screen, with what draws it.
#[derive(Clone, PartialEq)]
pub(crate) struct ShownRun {
    pub(super) views: RunViews,
    pub(super) run: Rc<Run>,
    /// The index of the chosen invocation.
    pub(super) chosen: usize,
}

/// Loads the views; at once where the program is in one piece, as in the site build and in tests.
pub(super) async fn load_run_views() -> Result<RunViews, SplitLoaderError> {
    run_views_table().await.map(RunViews)
}

#[allow(unsafe_code, reason = "the macro exports and imports the function")]
#[wasm_split(run_views, fallible)]
fn run_views_table() -> Result<&'static Table, SplitLoaderError> {
    static TABLE: Table = Table {
        answer,
        picture: pool_picture,
        figures: Figures::of,
        bill_sheet,
        dock,
        at_rest,
        last_sent,
        assumptions: assumption_list,
    };
    Ok(&TABLE)
}
