//! A run as a picture in an article: rendered when the site is built, and without anything to press.

use std::rc::Rc;

use domain::cloud::{Plan, Run};

use super::markup::{Markup, element};
use super::part::Part;
use super::timeline_view::static_timeline;

/// The narrowest track that an article gives: words that fit there fit everywhere.
const NARROWEST_TRACK_PX: f64 = 274.0;

/// The picture alone, for whoever writes the figure around it.
#[derive(PartialEq)]
pub(crate) struct RunPicture {
    /// What happened to the cloud.
    pub(crate) plan: Rc<Plan>,
    /// What came of it.
    pub(crate) run: Rc<Run>,
}

impl Part for RunPicture {
    fn draw(&self) -> Markup {
        let picture = static_timeline(&self.plan, &self.run, NARROWEST_TRACK_PX);
        element("div.run-picture").child(picture)
    }
}
