//! What the page is given by the script that starts it, instead of finding it in globals: `www/embed.js` makes one
//! host for each lab.

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;

use super::to_script::to_script;
use crate::model::{ResultNotice, Verdict};

#[wasm_bindgen]
extern "C" {
    /// The host of one lab.
    #[derive(Clone, Debug, PartialEq)]
    pub type Host;

    /// Loads the code editor; the promise gives a module with `create`.
    #[wasm_bindgen(method, js_name = loadEditor)]
    pub(super) fn load_editor(this: &Host) -> Promise;

    /// Starts a worker with the engine in it; the promise gives the worker, which will say when it is ready. A page has
    /// few of them: `sleep` is called when another lab gets this one's room.
    #[wasm_bindgen(method, js_name = startWorker)]
    pub(super) fn start_worker(this: &Host, sleep: &Function) -> Promise;

    /// Tells whether the worker has something to do. One that has is left to its lab.
    #[wasm_bindgen(method, js_name = reportBusy)]
    pub(super) fn report_busy(this: &Host, is_busy: bool);

    /// Gives the room of the worker back.
    #[wasm_bindgen(method, js_name = endWorker)]
    pub(super) fn end_worker(this: &Host);

    /// The same host with the right to a worker more.
    #[wasm_bindgen(method)]
    pub(super) fn companion(this: &Host) -> Host;

    /// Asks the page around the lab whether so many requests may be sent.
    #[wasm_bindgen(method, js_name = announceRun)]
    pub(crate) fn announce_run(this: &Host, requests: u32) -> bool;

    #[wasm_bindgen(method, js_name = announceResult)]
    fn announce_result_object(this: &Host, detail: JsValue);

    /// Tells the page around the lab what failed, by a stable code and in words.
    #[wasm_bindgen(method, js_name = announceFault)]
    pub(crate) fn announce_fault(this: &Host, code: &str, message: &str);

    /// Says what is wrong with an attribute, or takes that back.
    #[wasm_bindgen(method)]
    fn complain(this: &Host, attribute: &str, complaint: Option<String>);

    /// Loads the engine ahead, when nothing else is going on; the promise never fails and tells whether a worker may be
    /// started ahead as well.
    #[wasm_bindgen(method, catch, js_name = prepareEngine)]
    pub(super) fn prepare_engine(this: &Host) -> Result<Promise, JsValue>;
}

impl Host {
    /// Says what is wrong with attributes, and takes back what no longer is.
    pub(crate) fn say(host: Option<&Host>, verdicts: Vec<Verdict>) {
        let Some(host) = host else { return };
        for verdict in verdicts {
            host.complain(verdict.attribute, verdict.complaint);
        }
    }

    /// Tells the page around the lab what came of the last request.
    pub(crate) fn announce_result(&self, notice: &ResultNotice) {
        if let Ok(detail) = to_script(notice) {
            self.announce_result_object(detail);
        }
    }
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
