//! The lab's buttons in the article: drawn by the lab, standing in the prose.

use web_sys::Element;
use yew::prelude::*;

use super::controls::on_press;
use crate::bridge::ActPlace;
use crate::model::Msg;

/// Draws a button in each place. It takes the place in the same task in which the words left it.
pub(crate) fn prose_acts(places: &[ActPlace], tell: &Callback<Msg>) -> Html {
    let button = |ActPlace { place, words, act }: &ActPlace| {
        let act = *act;
        let button = html! {
            <button class="act" type="button" onclick={on_press(tell, Msg::FollowedAct(act))}>
                { words }
            </button>
        };
        create_portal(button, Element::clone(place))
    };
    places.iter().map(button).collect()
}
