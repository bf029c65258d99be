//! What is drawn for others: the lab, and what stands around it in an article. [`Drawn`] renders each.

use std::rc::Rc;

use domain::cloud::{Plan, Run};

use super::cost_figure::CostFigure;
use super::lab::{Lab, LabData};
use super::marks::{Mark, Marks};
use super::part::{Drawing, Drawn};
use super::run_figure::RunPicture;
use crate::view_model::{CostOverRate, MarkKind};

/// A lab.
pub fn lab(data: LabData) -> Drawing {
    Drawing::living::<Lab>(data)
}

/// The reader's text with its history, for a lab that comes back to the page later.
pub fn text_to_keep(lab: &Drawn) -> Option<String> {
    lab.life::<Lab>()?.text_to_keep()
}

/// The shapes that marks, labs and figures refer to: once for a document or a shadow root.
pub fn marks() -> Drawing {
    Drawing::still(Marks)
}

/// The mark of a state, as it stands in a line of text.
pub fn mark(kind: MarkKind) -> Drawing {
    Drawing::still(Mark(kind))
}

/// A run, without anything to press.
pub fn run_picture(plan: Rc<Plan>, run: Rc<Run>) -> Drawing {
    Drawing::still(RunPicture { plan, run })
}

/// Function and server over the rate of requests.
pub fn cost_figure(costs: CostOverRate) -> Drawing {
    Drawing::still(CostFigure(costs))
}
