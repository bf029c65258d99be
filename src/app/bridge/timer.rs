//! A deed that is done once, later, unless its timer is dropped before.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// A running timer.
pub(crate) struct Timer {
    id: i32,
    /// Kept alive until it ran or is no longer wanted.
    _deed: Closure<dyn FnMut()>,
}

impl Timer {
    /// Does `deed` after this many milliseconds.
    pub(crate) fn after_millis(millis: i32, deed: impl FnOnce() + 'static) -> Timer {
        let deed = Closure::once(deed);
        let function = deed.as_ref().unchecked_ref();
        let id = web_sys::window().and_then(|window| {
            window
                .set_timeout_with_callback_and_timeout_and_arguments_0(function, millis)
                .ok()
        });
        Timer {
            id: id.unwrap_or_default(),
            _deed: deed,
        }
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            window.clear_timeout_with_handle(self.id);
        }
    }
}

impl std::fmt::Debug for Timer {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Timer({:?})", JsValue::from(self.id))
    }
}
