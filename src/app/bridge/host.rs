//! What the page is given by the script that starts it, instead of finding it in globals: `www/embed.js` makes one
//! host for each lab.

use js_sys::Promise;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The host of one lab.
    #[derive(Clone, Debug, PartialEq)]
    pub type Host;

    /// Loads the code editor; the promise gives a module with `create`.
    #[wasm_bindgen(method, js_name = loadEditor)]
    pub(super) fn load_editor(this: &Host) -> Promise;

    /// Starts a worker with the engine in it; the promise gives the worker, which will say when it is ready.
    #[wasm_bindgen(method, js_name = startWorker)]
    pub(super) fn start_worker(this: &Host) -> Promise;

    /// Loads the engine ahead, when nothing else is going on; the promise never fails.
    #[wasm_bindgen(method, catch, js_name = prepareEngine)]
    pub(super) fn prepare_engine(this: &Host) -> Result<Promise, JsValue>;
}

/// What a script threw, in words.
pub(super) fn reason(error: &JsValue) -> String {
    let text = match error.dyn_ref::<js_sys::Error>() {
        Some(error) => String::from(error.message()),
        None => error.as_string().unwrap_or_default(),
    };
    if text.is_empty() {
        "no reason is known".to_owned()
    } else {
        text
    }
}
