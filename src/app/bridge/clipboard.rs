//! The clipboard. Browsers refuse it in many places (frames, pages without encryption), and then it is said.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::window;

/// Copies a text and tells whether that was allowed.
pub(crate) fn copy(text: String, report: impl Fn(bool) + 'static) {
    let Some(navigator) = window().map(|window| window.navigator()) else {
        return;
    };
    // Without encryption there is no clipboard at all, whatever its type says.
    let exists = Reflect::get(&navigator, &JsValue::from_str("clipboard"))
        .is_ok_and(|found| found.is_object());
    if !exists {
        report(false);
        return;
    }
    spawn_local(async move {
        let copied = JsFuture::from(navigator.clipboard().write_text(&text)).await;
        report(copied.is_ok());
    });
}
