//! The run in the pool's panel: the picture with its key, or the table.

use yew::prelude::*;

use super::legend::legend;
use super::markup::Content;
use super::part::draw_living;
use super::pool_panel::PoolPanel;
use super::run_views::ShownRun;
use super::table_view::{TableData, TableView};
use super::timeline_view::{TimelineData, TimelineView};
use crate::model::{Msg, PoolView};

/// The chosen view of the run, and the key to it where it needs one.
pub(super) fn pool_picture(panel: &PoolPanel, shown: &ShownRun) -> (Html, Option<Html>) {
    let (run, chosen) = (shown.run.clone(), shown.chosen);
    let choose = panel.tell.reform(Msg::ChoseInvocation);
    let tariff = panel.settings.form.tariff;
    match panel.view {
        PoolView::Timeline => {
            let picture = draw_living::<TimelineView>(TimelineData {
                plan: panel.plan.clone(),
                run,
                chosen,
                tariff,
                choose,
            });
            (picture, Some(legend().node()))
        }
        PoolView::Table => {
            let table = draw_living::<TableView>(TableData {
                run,
                chosen,
                tariff,
                choose,
            });
            (table, None)
        }
    }
}
