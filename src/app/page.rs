//! The program in the page. It does nothing by itself: the script that loads it mounts labs one by one.

use app::{
    Drawing, Drawn, Given, Host, LabData, lab, marks, report_panics, take_act_places, text_to_keep,
};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Node, ShadowRoot};
use yew::{AppHandle, AttrValue, Renderer};

fn main() {
    report_panics();
}

/// A lab on the page.
#[wasm_bindgen]
pub struct MountedLab {
    handle: AppHandle<Drawn>,
    element: Element,
    data: LabData,
}

/// Puts a living lab in the place of what is inside of `element`, whose `data-…` attributes say what it begins with. `kept`
/// is what `unmount` has given.
#[wasm_bindgen]
pub fn mount(element: Element, host: Host, kept: Option<String>) -> MountedLab {
    let data = LabData {
        acts: take_act_places(&element),
        dock: dock_place(&element),
        host: Some(host),
        kept: kept.map(AttrValue::from),
        ..data_of(&element)
    };
    provide_marks(&element);
    // In one task with the first drawing, so that the empty place is never seen.
    element.set_text_content(None);
    MountedLab {
        handle: render(element.clone(), lab(data.clone())),
        element,
        data,
    }
}

#[wasm_bindgen]
impl MountedLab {
    /// Reads the attributes anew.
    pub fn update(&mut self) {
        let now = data_of(&self.element);
        self.data.label = now.label;
        self.data.given = now.given;
        self.handle.update(lab(self.data.clone()));
    }

    /// Takes the lab off the page, and gives the reader's text for the next `mount`.
    pub fn unmount(self) -> Option<String> {
        let kept = self
            .handle
            .get_component()
            .and_then(|lab| text_to_keep(&lab));
        self.handle.destroy();
        kept
    }
}

fn render(place: Element, drawing: Drawing) -> AppHandle<Drawn> {
    Renderer::<Drawn>::with_root_and_props(place, drawing).render()
}

/// What the attributes say.
fn data_of(element: &Element) -> LabData {
    let data = |name: &str| element.get_attribute(&format!("data-{name}"));
    let text = |name: &str| data(name).map(AttrValue::from);
    LabData {
        label: text("label").unwrap_or_default(),
        name: text("name").unwrap_or_default(),
        code: text("code").unwrap_or_default(),
        method: text("method").unwrap_or(AttrValue::Static("GET")),
        path: text("path").unwrap_or(AttrValue::Static("/")),
        query: text("query").unwrap_or_default(),
        given: Given {
            handler: data("handler"),
            memory: data("memory"),
            tariff: data("tariff"),
            request: data("request"),
            is_readonly: data("readonly").is_some(),
        },
        kept: None,
        acts: Vec::new(),
        dock: None,
        host: None,
    }
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

/// Adds the shapes of marks, if nobody has done so before: to the page, or around a lab in a shadow root, where its colours
/// reach them.
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
        Some(_) => element.parent_node(),
        None => document.body().map(Into::into),
    };
    if let (Some(parent), Ok(place)) = (parent, document.create_element("div"))
        && parent.append_child(&place).is_ok()
    {
        render(place, marks());
    }
}
