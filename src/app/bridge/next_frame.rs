//! A deed that is done right before the next picture, unless it is dropped before. What asks for places and sizes belongs
//! there: at any other time the browser would lay the page out only to answer, and then once more for the picture.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// A deed that waits for the next picture.
pub(crate) struct NextFrame {
    id: i32,
    /// Kept alive until it ran or is no longer wanted.
    _deed: Closure<dyn FnMut()>,
}

impl NextFrame {
    /// Does `deed` before the next picture. `None` where the browser shows none.
    pub(crate) fn waits(deed: impl FnOnce() + 'static) -> Option<NextFrame> {
        let deed = Closure::once(deed);
        let function = deed.as_ref().unchecked_ref();
        let id = web_sys::window()?.request_animation_frame(function).ok()?;
        Some(NextFrame { id, _deed: deed })
    }
}

impl Drop for NextFrame {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            let _ = window.cancel_animation_frame(self.id);
        }
    }
}
