//! A run as a picture in an article: rendered when the site is built, and without anything to press.

use std::rc::Rc;

use domain::cloud::{Plan, Run};
use yew::prelude::*;

use super::markup::{Content, element};
use super::timeline_view::static_timeline;

/// The narrowest track that an article gives: words that fit there fit everywhere.
const NARROWEST_TRACK_PX: f64 = 274.0;

/// Which run is drawn.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct RunPictureProps {
    /// What happened to the cloud.
    pub plan: Rc<Plan>,
    /// What came of it.
    pub run: Rc<Run>,
}

/// The picture alone, for whoever writes the figure around it.
#[component]
pub fn RunPicture(props: &RunPictureProps) -> Html {
    picture(&props.plan, &props.run)
}

/// Which run is drawn, and what is said about it.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct RunFigureProps {
    /// What happened to the cloud.
    pub plan: Rc<Plan>,
    /// What came of it.
    pub run: Rc<Run>,
    /// The words below the picture.
    pub caption: AttrValue,
}

/// The picture with its caption.
#[component]
pub fn RunFigure(props: &RunFigureProps) -> Html {
    element("figure.run")
        .child(picture(&props.plan, &props.run))
        .child(element("figcaption").child(props.caption.clone()))
        .node()
}

fn picture(plan: &Plan, run: &Rc<Run>) -> Html {
    let picture = static_timeline(plan, run, NARROWEST_TRACK_PX);
    element("div.run-picture").child(picture).node()
}
