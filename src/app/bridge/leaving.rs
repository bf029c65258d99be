//! The last moment at which something can be kept: the page is hidden, closed or left.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, window};

/// Pages on phones are often never told that they are closed, so being hidden counts as well.
const EVENTS: [&str; 2] = ["pagehide", "visibilitychange"];

/// Calls back before the page is left, as long as it lives.
pub(crate) struct BeforeLeaving {
    listener: Closure<dyn FnMut(Event)>,
}

impl BeforeLeaving {
    /// Calls `report` each time.
    pub(crate) fn watch(report: impl Fn() + 'static) -> Option<BeforeLeaving> {
        let listener = Closure::<dyn FnMut(Event)>::new(move |_| report());
        for event in EVENTS {
            // Both reach the window: the second one bubbles from the document.
            let function = listener.as_ref().unchecked_ref();
            window()?
                .add_event_listener_with_callback(event, function)
                .ok()?;
        }
        Some(BeforeLeaving { listener })
    }
}

impl Drop for BeforeLeaving {
    fn drop(&mut self) {
        for event in EVENTS {
            if let Some(window) = window() {
                let function = self.listener.as_ref().unchecked_ref();
                let _ = window.remove_event_listener_with_callback(event, function);
            }
        }
    }
}
