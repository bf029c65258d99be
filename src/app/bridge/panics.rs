//! A panic is a mistake of ours; its text must not be lost in a trap without words.

use wasm_bindgen::JsValue;

/// Writes the text of every panic to the console.
pub fn report_panics() {
    std::panic::set_hook(Box::new(|panic| {
        web_sys::console::error_1(&JsValue::from_str(&panic.to_string()));
    }));
}
