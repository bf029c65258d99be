//! The pool as a grid of cells, for more containers than lanes can show.

use std::rc::Rc;

use domain::cloud::Run;
use wasm_bindgen::JsCast;
use web_sys::{Event, MouseEvent};
use yew::prelude::*;

use super::container_list::state_count;
use super::markup::{Markup, element};
use super::part::Part;
use crate::view_model::{Cells, StateCount};

/// A grid of this height is never scrolled; a higher one has to be reached by the keyboard.
const ALWAYS_SEEN_PX: f64 = 130.0;

/// Which grid.
#[derive(PartialEq)]
pub(crate) struct CellsView {
    pub(crate) cells: Cells,
    pub(crate) counts: Vec<StateCount>,
    pub(crate) run: Rc<Run>,
    /// Takes the invocation that is chosen; `None` if the picture only shows.
    pub(crate) choose: Option<Callback<usize>>,
}

impl Part for CellsView {
    fn draw(&self) -> Markup {
        let CellsView {
            cells,
            counts,
            run,
            choose,
        } = self;
        let choose_last = choose.clone().map(|choose| {
            let (cells, run) = (cells.clone(), run.clone());
            Callback::from(move |event: Event| {
                let event: MouseEvent = event.unchecked_into();
                let environment =
                    cells.environment_at(event.offset_x().into(), event.offset_y().into());
                // The last request that a container answered stands for it.
                let last = environment.and_then(|environment| {
                    let served = |served: &Option<domain::units::EnvironmentId>| {
                        served.is_some_and(|served| served.index() == environment)
                    };
                    run.trace.environment.iter().rposition(served)
                });
                if let Some(index) = last {
                    choose.emit(index);
                }
            })
        });
        let ring = cells.ring.map(|(x, y, side)| {
            let ring = element("rect.chosen[rx=3]")
                .px("x", x - 2.0)
                .px("y", y - 2.0);
            ring.px("width", side + 4.0).px("height", side + 4.0)
        });
        let drawn = |selector, path: &String| element(selector).set("d", path.clone());
        let track = element("svg.track[aria-hidden=true]").px("height", cells.height_px);
        let track = match choose_last {
            Some(deed) => track.on_click(deed),
            None => track,
        };
        let track = track
            .child(drawn("path.m-band", &cells.bands))
            .child(drawn("path.m-warm", &cells.lines))
            .child(drawn("path.m-gone", &cells.crosses))
            .child(ring);
        let can_scroll = cells.height_px > ALWAYS_SEEN_PX && choose.is_some();
        let grid = element("div.cells[role=img]")
            .set("aria-label", "A cell for each container")
            .set("tabindex", can_scroll.then_some("0"));
        let states = element("ul.counts-of-states[aria-label=Containers]");
        let states = states.children(counts.iter().map(|known| state_count("li", known)));
        let head = element("div.headcell").child(element("b").child("Containers"));
        element("div.row.grid-of-cells")
            .child(head.child(states))
            .child(grid.child(track))
    }
}
