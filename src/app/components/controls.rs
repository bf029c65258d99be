//! Buttons, lists and words as the whole lab uses them, each in one place, so that they look and sound alike.

use web_sys::Event;
use yew::prelude::*;

use super::field::text_of;
use super::markup::{Markup, element};
use crate::model::Msg;

/// A button that tells one thing.
pub(super) fn button(
    class: &'static str,
    words: &'static str,
    msg: Msg,
    tell: &Callback<Msg>,
) -> Markup {
    let button = element("button[type=button]").set("class", class);
    button.on_click(tells(tell, msg)).child(words)
}

/// A button that folds a part of the lab out and in. `part` is the part's id.
pub(super) fn fold_button(
    words: &'static str,
    is_open: bool,
    part: String,
    msg: Msg,
    tell: &Callback<Msg>,
) -> Markup {
    button("plain caret", words, msg, tell)
        .truth("aria-expanded", is_open)
        .set("aria-controls", part)
}

/// Words for the eye only: the control beside them has a name of its own.
pub(super) fn beside(words: &'static str) -> Markup {
    element("span[aria-hidden=true]").child(words)
}

/// One of a list: its value, what people read, and whether it is chosen.
pub(super) type Choice = (AttrValue, AttrValue, bool);

/// A list to choose from; without a name where a label names it by this id.
pub(super) fn choose_from(
    name: Option<&'static str>,
    id: Option<String>,
    choices: Vec<Choice>,
    fact: fn(String) -> Msg,
    tell: &Callback<Msg>,
) -> Markup {
    let option = |(value, words, is_chosen): Choice| {
        let option = element("option").set("value", value);
        option.flag("selected", is_chosen).child(words)
    };
    element("select")
        .set("id", id)
        .set("aria-label", name)
        .on("change", reports(tell, fact))
        .children(choices.into_iter().map(option))
}

/// Tells one thing, whatever the event.
pub(super) fn tells(tell: &Callback<Msg>, msg: Msg) -> Callback<Event> {
    tell.reform(move |_: Event| msg.clone())
}

/// Tells the text of the field that an event comes from.
pub(super) fn reports(tell: &Callback<Msg>, fact: fn(String) -> Msg) -> Callback<Event> {
    tell.reform(move |event: Event| fact(text_of(&event)))
}
