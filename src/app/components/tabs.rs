//! Tabs: one stop for the Tab key, arrows move between them and choose at once.

use web_sys::HtmlElement;
use yew::prelude::*;

/// One tab.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Tab {
    /// Its name.
    pub(crate) name: &'static str,
    /// The id of the panel that it opens.
    pub(crate) panel: String,
}

/// A list of tabs.
#[derive(PartialEq, Properties)]
pub(crate) struct TabsProps {
    /// The name of the list.
    pub(crate) label: &'static str,
    /// How it looks.
    pub(crate) class: &'static str,
    /// The tabs in their order.
    pub(crate) tabs: Vec<Tab>,
    /// Which one is open.
    pub(crate) chosen: usize,
    /// Reports another one.
    pub(crate) choose: Callback<usize>,
}

/// Draws tabs; the panels are the caller's.
#[component]
pub(crate) fn Tabs(props: &TabsProps) -> Html {
    let nodes = use_mut_ref(Vec::<NodeRef>::new);
    nodes
        .borrow_mut()
        .resize_with(props.tabs.len(), NodeRef::default);

    let (count, chosen, choose) = (props.tabs.len(), props.chosen, props.choose.clone());
    let onkeydown = {
        let nodes = nodes.clone();
        Callback::from(move |event: KeyboardEvent| {
            let next = match event.key().as_str() {
                "ArrowRight" => (chosen + 1) % count,
                "ArrowLeft" => (chosen + count - 1) % count,
                "Home" => 0,
                "End" => count - 1,
                _ => return,
            };
            event.prevent_default();
            choose.emit(next);
            if let Some(tab) = nodes.borrow()[next].cast::<HtmlElement>() {
                let _ = tab.focus();
            }
        })
    };
    let tab = |(index, tab): (usize, &Tab)| {
        let is_chosen = index == props.chosen;
        let onclick = props.choose.reform(move |_: MouseEvent| index);
        html! {
            <button
                key={index} ref={nodes.borrow()[index].clone()} type="button" role="tab"
                id={format!("{}-tab", tab.panel)} aria-controls={tab.panel.clone()}
                aria-selected={is_chosen.to_string()} tabindex={if is_chosen { "0" } else { "-1" }}
                data-name={tab.name} {onclick}
            >{ tab.name }</button>
        }
    };
    html! {
        <div class={props.class} role="tablist" aria-label={props.label} {onkeydown}>
            { for props.tabs.iter().enumerate().map(tab) }
        </div>
    }
}
