//! Places in the article that belong to the lab: the site build leaves an element with the words of an act, and the
//! lab makes a button of it. Without the lab, or without script, the words are just words.

use wasm_bindgen::JsCast;
use web_sys::{Element, ShadowRoot};

use crate::model::ProseAct;

/// The attribute by which the site build names an act.
const ATTRIBUTE: &str = "data-coldstart-act";

/// A place in the prose and what its button does.
#[derive(Clone, Debug, PartialEq)]
pub struct ActPlace {
    /// Where the button goes; emptied.
    pub(crate) place: Element,
    /// The words of the link.
    pub(crate) words: String,
    /// What it does.
    pub(crate) act: ProseAct,
}

/// Takes all places of the page that nobody has taken. A lab in a foreign page's shadow root has no article around it
/// and takes none.
pub fn take_act_places(lab: &Element) -> Vec<ActPlace> {
    if lab.get_root_node().dyn_into::<ShadowRoot>().is_ok() {
        return Vec::new();
    }
    let found = lab
        .owner_document()
        .and_then(|document| document.query_selector_all(&format!("[{ATTRIBUTE}]")).ok());
    let Some(found) = found else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|index| found.get(index)?.dyn_into::<Element>().ok())
        .filter_map(|place| {
            let act = ProseAct::parse(&place.get_attribute(ATTRIBUTE)?)?;
            let words = place.text_content()?;
            // Another lab of this page must not take it again.
            place.remove_attribute(ATTRIBUTE).ok()?;
            // The button brings its own mark in the room that the place has kept for it.
            place.remove_attribute("class").ok()?;
            place.set_text_content(None);
            Some(ActPlace { place, words, act })
        })
        .collect()
}
