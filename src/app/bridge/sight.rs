//! Whether the reader sees the lab.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry};

/// Whether an element is in the window at this moment. An observer tells that a frame later.
pub(crate) fn is_in_sight(element: &Element) -> bool {
    let height = web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64());
    let place = element.get_bounding_client_rect();
    place.bottom() > 0.0 && height.is_none_or(|height| place.top() < height)
}

/// Tells each time that an element comes into sight or leaves it, as long as this lives.
pub(crate) struct Sight {
    observer: IntersectionObserver,
    _report: Closure<dyn FnMut(Array)>,
}

impl Sight {
    /// Watches an element. `None` if the browser cannot tell.
    pub(crate) fn watch(element: &Element, report: impl Fn(bool) + 'static) -> Option<Sight> {
        let report = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            // Only the newest entry says how it is now.
            let last = entries
                .iter()
                .last()
                .and_then(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok());
            if let Some(entry) = last {
                report(entry.is_intersecting());
            }
        });
        let observer = IntersectionObserver::new(report.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Sight {
            observer,
            _report: report,
        })
    }
}

impl Drop for Sight {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
