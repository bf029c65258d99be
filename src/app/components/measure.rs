//! How wide the track is and how high lanes are, on this screen at this moment.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};
use yew::prelude::*;

use crate::view_model::{LaneForm, Measure};

/// Lanes lower than that have no room for the tall form.
const LEAST_TALL_PX: f64 = 40.0;

/// Measures the track inside of `node` whenever its size changes; until then, and where there is no screen, the default
/// is assumed.
#[hook]
pub(crate) fn use_measure(node: &NodeRef) -> Measure {
    let measure = use_state_eq(Measure::default);
    let (node, setter) = (node.clone(), measure.setter());
    use_effect_with((), move |()| {
        let observed = node.cast::<Element>().and_then(|element| {
            let watched = element.clone();
            let report = Closure::<dyn FnMut(Array)>::new(move |_: Array| {
                if let Some(measure) = measured(&watched) {
                    setter.set(measure);
                }
            });
            let observer = ResizeObserver::new(report.as_ref().unchecked_ref()).ok()?;
            observer.observe(&element);
            Some((observer, report))
        });
        move || {
            if let Some((observer, _report)) = observed {
                observer.disconnect();
            }
        }
    });
    *measure
}

/// `None` while the picture is not displayed.
fn measured(element: &Element) -> Option<Measure> {
    let track = element.query_selector(".track").ok()??;
    let width_px = track.get_bounding_client_rect().width().round();
    let style = web_sys::window()?.get_computed_style(element).ok()??;
    let lane = style.get_property_value("--lane").ok()?;
    let lane_px: Option<f64> = lane.trim().trim_end_matches("px").parse().ok();
    let is_low = lane_px.is_some_and(|px| px < LEAST_TALL_PX);
    let form = if is_low {
        LaneForm::Low
    } else {
        LaneForm::Tall
    };
    (width_px > 0.0).then_some(Measure { width_px, form })
}
