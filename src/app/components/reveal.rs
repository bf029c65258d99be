//! Scrolls what is chosen into sight inside of its own list. The browser's way would scroll the page as well, and the
//! article must not move under a reader's eyes.

use web_sys::Element;

use crate::bridge::NextFrame;

/// Room that is left above and below.
const MARGIN_PX: f64 = 6.0;

/// With the next picture: looks in `inside` for what is marked, and scrolls the nearest ancestor that matches `scroller`
/// as far as needed. `covered_px` of its upper edge are covered, by a heading that stays.
pub(super) fn reveal(
    inside: Element,
    marked: &'static str,
    scroller: &'static str,
    covered_px: f64,
) -> Option<NextFrame> {
    NextFrame::waits(move || scroll_to(&inside, marked, scroller, covered_px))
}

fn scroll_to(inside: &Element, marked: &str, scroller: &str, covered_px: f64) {
    let Ok(Some(marked)) = inside.query_selector(marked) else {
        return;
    };
    let Ok(Some(scroller)) = marked.closest(scroller) else {
        return;
    };
    let (seen, wanted) = (
        scroller.get_bounding_client_rect(),
        marked.get_bounding_client_rect(),
    );
    let above = seen.top() + covered_px + MARGIN_PX - wanted.top();
    let below = wanted.bottom() + MARGIN_PX - seen.bottom();
    let move_px = if above > 0.0 {
        -above
    } else if below > 0.0 {
        below
    } else {
        return;
    };
    scroller.set_scroll_top(scroller.scroll_top() + move_px.ceil() as i32);
}
