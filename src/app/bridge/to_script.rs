//! Plain data for scripts, by way of JSON: the page can write that anyway, and the browser reads it fastest.

use js_sys::JSON;
use serde::Serialize;
use wasm_bindgen::JsValue;

/// The data as an object of JavaScript, with maps as objects and numbers as numbers.
///
/// # Errors
///
/// What has no form in JSON comes back as the reason.
pub(super) fn to_script(data: &impl Serialize) -> Result<JsValue, JsValue> {
    match serde_json::to_string(data) {
        Ok(text) => JSON::parse(&text),
        Err(error) => Err(error.to_string().into()),
    }
}
