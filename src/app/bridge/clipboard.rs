//! The clipboard. Browsers refuse it in many places (frames, pages without encryption). Then the older way is tried, and
//! where that is refused too, the text is selected, so that the reader's own keys can take it.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, HtmlDocument, HtmlElement, HtmlTextAreaElement, ShadowRoot, window};

/// Copies a text and tells whether that was allowed. The older way needs a place in the lab: outside of it, no style hides
/// what is selected.
pub(crate) fn copy(text: String, lab: Element, report: impl Fn(bool) + 'static) {
    let Some(navigator) = window().map(|window| window.navigator()) else {
        return;
    };
    // Without encryption there is no clipboard at all, whatever its type says.
    let exists = Reflect::get(&navigator, &JsValue::from_str("clipboard"))
        .is_ok_and(|found| found.is_object());
    if !exists {
        report(copy_selected(&text, &lab).unwrap_or_default());
        return;
    }
    spawn_local(async move {
        let copied = JsFuture::from(navigator.clipboard().write_text(&text)).await;
        report(copied.is_ok() || copy_selected(&text, &lab).unwrap_or_default());
    });
}

/// Copies by way of a selection that nobody sees, and gives the focus back.
fn copy_selected(text: &str, lab: &Element) -> Option<bool> {
    let document: HtmlDocument = window()?.document()?.dyn_into().ok()?;
    let focused = match lab.get_root_node().dyn_into::<ShadowRoot>() {
        Ok(shadow) => shadow.active_element(),
        Err(_) => document.active_element(),
    };
    let area: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    area.set_class_name("unseen");
    area.set_value(text);
    lab.append_child(&area).ok()?;
    area.select();
    let copied = document.exec_command("copy").unwrap_or_default();
    area.remove();
    if let Some(focused) = focused.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = focused.focus();
    }
    Some(copied)
}

/// Selects the text of the answer in this lab.
pub(crate) fn select_answer(lab: &Element) {
    let answer = lab.query_selector(".answer pre, .answer .log");
    let selection = window().and_then(|window| window.get_selection().ok().flatten());
    if let (Ok(Some(answer)), Some(selection)) = (answer, selection) {
        let _ = selection.select_all_children(&answer);
    }
}
