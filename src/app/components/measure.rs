//! How wide the track is and how high lanes are, on this screen at this moment.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};
use yew::prelude::*;

use crate::view_model::{LaneForm, Measure};

/// Lanes lower than that have no room for the tall form.
const LEAST_TALL_PX: u32 = 40;

/// Measures the track of a picture whenever the picture's size changes, until it is dropped.
pub(super) struct MeasureWatch {
    observer: ResizeObserver,
    _report: Closure<dyn FnMut(Array)>,
}

impl MeasureWatch {
    /// Watches the picture; `None` where the browser cannot do that, so that the default stays.
    pub(super) fn on(picture: &Element, report: Callback<Measure>) -> Option<MeasureWatch> {
        let watched = picture.clone();
        let report = Closure::<dyn FnMut(Array)>::new(move |_: Array| {
            if let Some(measure) = measured(&watched) {
                report.emit(measure);
            }
        });
        let observer = ResizeObserver::new(report.as_ref().unchecked_ref()).ok()?;
        observer.observe(picture);
        Some(MeasureWatch {
            observer,
            _report: report,
        })
    }
}

impl Drop for MeasureWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// `None` while the picture is not displayed.
fn measured(element: &Element) -> Option<Measure> {
    let track = element.query_selector(".track").ok()??;
    let width_px = track.get_bounding_client_rect().width().round();
    let style = web_sys::window()?.get_computed_style(element).ok()??;
    let lane = style.get_property_value("--lane").ok()?;
    let lane_px: Option<u32> = lane.trim().trim_end_matches("px").parse().ok();
    let is_low = lane_px.is_some_and(|px| px < LEAST_TALL_PX);
    let form = if is_low {
        LaneForm::Low
    } else {
        LaneForm::Tall
    };
    (width_px > 0.0).then_some(Measure { width_px, form })
}
