//! Buttons, lists and words as the whole lab uses them, each in one place: they look alike, and what Yew makes of a piece
//! of markup weighs in the page wherever it stands.

use yew::prelude::*;

use super::field::text_of;
use crate::model::Msg;

/// A button that tells one thing.
pub(super) fn button(
    class: &'static str,
    words: &'static str,
    msg: Msg,
    tell: &Callback<Msg>,
) -> Html {
    html! { <button {class} type="button" onclick={on_press(tell, msg)}>{ words }</button> }
}

/// A button that folds a part of the lab out and in. `part` is the part's id.
pub(super) fn fold_button(
    words: &'static str,
    is_open: bool,
    part: String,
    msg: Msg,
    tell: &Callback<Msg>,
) -> Html {
    html! {
        <button
            class="plain caret" type="button" aria-expanded={is_open.to_string()} aria-controls={part}
            onclick={on_press(tell, msg)}
        >{ words }</button>
    }
}

/// Words for the eye only: the control beside them has a name of its own.
pub(super) fn beside(words: &'static str) -> Html {
    html! { <span aria-hidden="true">{ words }</span> }
}

/// One of a list: its value, what people read, and whether it is chosen.
pub(super) type Choice = (AttrValue, AttrValue, bool);

/// A list to choose from; without a name where a label names it by this id.
pub(super) fn choose_from(
    name: Option<&'static str>,
    id: Option<String>,
    choices: impl Iterator<Item = Choice>,
    fact: fn(String) -> Msg,
    tell: &Callback<Msg>,
) -> Html {
    let choices: Vec<Choice> = choices.collect();
    html! {
        <select {id} aria-label={name} onchange={on_choice(tell, fact)}>
            { for choices.into_iter().map(|(value, words, is_chosen)| html! {
                <option {value} selected={is_chosen}>{ words }</option>
            }) }
        </select>
    }
}

/// Tells one thing when something is pressed.
pub(super) fn on_press(tell: &Callback<Msg>, msg: Msg) -> Callback<MouseEvent> {
    tell.reform(move |_: MouseEvent| msg.clone())
}

fn on_choice(tell: &Callback<Msg>, fact: fn(String) -> Msg) -> Callback<Event> {
    tell.reform(move |event: Event| fact(text_of(&event)))
}
