//! The lab's buttons in the article: drawn by the lab, standing in the prose.

use web_sys::Element;
use yew::prelude::*;

use super::controls::tells;
use super::markup::{element, list};
use crate::bridge::ActPlace;
use crate::model::Msg;

/// Draws a button in each place. It takes the place in the same task in which the words left it.
pub(crate) fn prose_acts(places: &[ActPlace], tell: &Callback<Msg>) -> Vec<Html> {
    let button = |ActPlace { place, words, act }: &ActPlace| {
        let button = element("button.act[type=button]");
        let button = button.on_click(tells(tell, Msg::FollowedAct(*act)));
        create_portal(button.child(words.clone()).into(), Element::clone(place))
    };
    list(places.iter().map(button))
}
