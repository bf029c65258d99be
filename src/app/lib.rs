//! The page in the browser: a lab that shows the reader's function in its cloud. It plays runs and never makes them;
//! the worker does that.
//!
//! Data flows one way: the browser's events become facts for the `model`, which gives orders to the `bridge`; the
//! `view_model` turns plan and run into what is drawn, and `components` draw it. The same components are rendered
//! without a browser when the site is built.

mod bridge;
mod components;
mod model;
#[cfg(test)]
mod sample;
mod view_model;

pub use bridge::{ActPlace, Host, report_panics, take_act_places};
pub use components::{
    Drawing, Drawn, LabData, cost_figure, lab, mark, marks, run_picture, text_to_keep,
};
pub use model::Given;
pub use view_model::{CostOverRate, MarkKind, few};
