//! Tabs: one stop for the Tab key, arrows move between them and choose at once.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};
use yew::prelude::*;

use super::markup::{Markup, element};

/// One tab.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Tab {
    /// Its name.
    pub(crate) name: &'static str,
    /// The id of the panel that it opens.
    pub(crate) panel: String,
}

/// Draws a list of tabs; the panels are the caller's.
///
/// `label` names the list, `class` says how it looks, `chosen` which tab is open; `choose` hears of another one.
pub(super) fn tab_list(
    label: &'static str,
    class: &'static str,
    tabs: &[Tab],
    chosen: usize,
    choose: &Callback<usize>,
) -> Markup {
    let tab = |(index, tab): (usize, &Tab)| {
        let is_chosen = index == chosen;
        element("button[type=button][role=tab]")
            .key(index)
            .set("id", format!("{}-tab", tab.panel))
            .set("aria-controls", tab.panel.clone())
            .truth("aria-selected", is_chosen)
            .set("tabindex", if is_chosen { "0" } else { "-1" })
            .set("data-name", tab.name)
            .on_click(choose.reform(move |_: Event| index))
            .child(tab.name)
    };
    element("div[role=tablist]")
        .set("class", class)
        .set("aria-label", label)
        .on_key_down(walks(tabs.len(), chosen, choose))
        .children(tabs.iter().enumerate().map(tab))
}

/// Arrows, Home and End choose a tab, and the focus goes with it.
fn walks(count: usize, chosen: usize, choose: &Callback<usize>) -> Callback<Event> {
    let choose = choose.clone();
    Callback::from(move |event: Event| {
        let next = match event.unchecked_ref::<KeyboardEvent>().key().as_str() {
            "ArrowRight" => (chosen + 1) % count,
            "ArrowLeft" => (chosen + count - 1) % count,
            "Home" => 0,
            "End" => count - 1,
            _ => return,
        };
        event.prevent_default();
        choose.emit(next);
        // The key was pressed on a tab, and its neighbours are the other ones.
        let tabs = event
            .target_dyn_into::<Element>()
            .and_then(|tab| tab.parent_element());
        let tab = tabs.and_then(|tabs| tabs.children().item(u32::try_from(next).ok()?));
        if let Some(tab) = tab.and_then(|tab| tab.dyn_into::<HtmlElement>().ok()) {
            let _ = tab.focus();
        }
    })
}
