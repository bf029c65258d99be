//! The picture that the bill of a run has opened.

use yew::prelude::*;

use super::bill_panel::BillPanel;
use super::cost_sheet::cost_sheet;
use super::memory_sheet::memory_sheet;
use crate::model::BillPicture;
use crate::view_model::{Figures, MemorySizes};

/// Draws it; none if all are closed.
pub(super) fn bill_sheet(panel: &BillPanel, figures: &Figures) -> Option<Vec<Html>> {
    let (open, month) = panel.picture;
    match open? {
        BillPicture::MemorySizes => {
            let sizes = MemorySizes::of(panel.study.runs(), panel.tariff, panel.memory);
            Some(memory_sheet(&sizes, &panel.study, &panel.tell))
        }
        BillPicture::CostOverRate => {
            let costs = figures.costs.as_ref()?;
            Some(cost_sheet(costs, month, &panel.tell))
        }
    }
}
