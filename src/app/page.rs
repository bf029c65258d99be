//! The program in the page. It does nothing by itself: the script that loads it mounts labs one by one.

use app::{Host, Lab, LabProps, Marks, report_panics, take_act_places};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Node, ShadowRoot};
use yew::{AttrValue, Renderer};

fn main() {
    report_panics();
}

/// Puts a living lab in the place of the still inside of `element`, whose `data-…` attributes say what it begins with.
#[wasm_bindgen]
pub fn mount(element: Element, host: Host) {
    let data = |name: &str| {
        element
            .get_attribute(&format!("data-{name}"))
            .map(AttrValue::from)
    };
    let props = LabProps {
        label: data("label").unwrap_or_default(),
        name: data("name").unwrap_or_default(),
        code: data("code").unwrap_or_default(),
        method: data("method").unwrap_or(AttrValue::Static("GET")),
        path: data("path").unwrap_or(AttrValue::Static("/")),
        query: data("query").unwrap_or_default(),
        acts: take_act_places(&element),
        dock: dock_place(&element),
        host: Some(host),
    };
    provide_marks(&element);
    // In one task with the first drawing, so that the empty place is never seen.
    element.set_text_content(None);
    Renderer::<Lab>::with_root_and_props(element, props).render();
}

/// A place of its own for the strip that answers acts in the prose; none in the shadow root of a foreign page.
fn dock_place(element: &Element) -> Option<Element> {
    if element.get_root_node().dyn_into::<ShadowRoot>().is_ok() {
        return None;
    }
    let document = element.owner_document()?;
    let place = document.create_element("div").ok()?;
    document.body()?.append_child(&place).ok()?;
    Some(place)
}

/// Adds the shapes of marks to the document or shadow root of `element`, if nobody has done so before.
fn provide_marks(element: &Element) {
    let Some(document) = element.owner_document() else {
        return;
    };
    let shadow = element.get_root_node().dyn_into::<ShadowRoot>().ok();
    let found = match &shadow {
        Some(shadow) => shadow.query_selector("#hatch"),
        None => document.query_selector("#hatch"),
    };
    if matches!(found, Ok(Some(_))) {
        return;
    }
    let parent: Option<Node> = match shadow {
        Some(shadow) => Some(shadow.into()),
        None => document.body().map(Into::into),
    };
    if let (Some(parent), Ok(place)) = (parent, document.create_element("div"))
        && parent.append_child(&place).is_ok()
    {
        Renderer::<Marks>::with_root(place).render();
    }
}
