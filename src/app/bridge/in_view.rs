//! Preparing ahead: once the lab is in view and the browser idle, the engine is loaded, so that the first request does
//! not wait for it. Not for readers who asked their browser to save data.

use js_sys::{Array, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, Window};

use super::Host;

/// Watches until an element is in view.
pub(crate) struct InView {
    observer: IntersectionObserver,
    _report: Closure<dyn FnMut(Array)>,
}

impl InView {
    /// Calls `report` once, when `element` comes into view. `None` if the browser cannot tell.
    pub(crate) fn watch(element: &Element, report: impl FnOnce() + 'static) -> Option<InView> {
        let mut report = Some(report);
        let watched = element.clone();
        let report = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            let entries = entries
                .iter()
                .filter_map(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok());
            if entries
                .into_iter()
                .any(|entry| entry.is_intersecting() && entry.target() == watched)
                && let Some(report) = report.take()
            {
                report();
            }
        });
        let observer = IntersectionObserver::new(report.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(InView {
            observer,
            _report: report,
        })
    }
}

impl Drop for InView {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Lets the host load the engine, and calls `report` when that is done, the browser is idle, and there is room for a worker.
pub(crate) fn when_idle(host: Host, report: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else {
        return;
    };
    if saves_data(&window) {
        return;
    }
    spawn_local(async move {
        if let Ok(prepared) = host.prepare_engine() {
            // A failure is told when somebody needs the engine.
            let may_start = JsFuture::from(prepared).await;
            if may_start.is_ok_and(|may_start| may_start.is_falsy()) {
                return;
            }
        }
        call_when_idle(&window, report);
    });
}

/// Safari has no idle callbacks before version 26; there a short wait has to do.
fn call_when_idle(window: &Window, report: impl FnOnce() + 'static) {
    let report = Closure::once_into_js(report);
    let report = report.unchecked_ref();
    let has_idle = Reflect::has(window, &JsValue::from_str("requestIdleCallback")).unwrap_or(false);
    let is_asked = has_idle && window.request_idle_callback(report).is_ok();
    if !is_asked {
        let millis = 200;
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(report, millis);
    }
}

/// `navigator.connection.saveData`, which not every browser has.
fn saves_data(window: &Window) -> bool {
    let connection = Reflect::get(&window.navigator(), &JsValue::from_str("connection"));
    let saves = connection.and_then(|connection| {
        if connection.is_object() {
            Reflect::get(&connection, &JsValue::from_str("saveData"))
        } else {
            Ok(JsValue::FALSE)
        }
    });
    saves.is_ok_and(|saves| saves.is_truthy())
}
