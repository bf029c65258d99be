//! The containers of a picture: the list of lanes, or the grid of cells.

use std::rc::Rc;

use domain::cloud::Run;
use yew::prelude::*;

use super::cells_view::CellsView;
use super::lane_view::LaneView;
use super::marks::mark;
use super::markup::{Content, Markup, element, list};
use super::part::{draw, draw_keyed};
use crate::view_model::{Lane, LaneForm, Picture, StateCount};

/// So many lanes are always seen.
const MOST_LANES_IN_SIGHT: usize = 3;

/// Draws the containers.
pub(super) fn container_list(
    picture: &Picture,
    counts: &[StateCount],
    run: &Rc<Run>,
    pointed: Option<usize>,
    choose: Option<&Callback<usize>>,
) -> Html {
    // Only the lane that the invocation ran in has to be drawn anew.
    let pointed_in = |lane: &Lane| {
        let mut bars = lane.drawing.bars.iter();
        pointed.filter(|&index| bars.any(|bar| bar.index == index))
    };
    match picture {
        Picture::Cells(cells) => draw(CellsView {
            cells: cells.clone(),
            counts: counts.to_vec(),
            run: run.clone(),
            choose: choose.cloned(),
        }),
        Picture::Lanes { form, lanes } => {
            let head = (*form == LaneForm::Dense).then(|| one_head_for_all(counts));
            let lane = |(slot, lane): (usize, &Lane)| {
                let view = LaneView {
                    lane: lane.clone(),
                    form: *form,
                    pointed: pointed_in(lane),
                };
                draw_keyed(slot, view)
            };
            let all = element("ul.lanes[aria-label=Containers]")
                .set("tabindex", can_scroll(lanes.len(), choose))
                .children(lanes.iter().enumerate().map(lane));
            list([head.node(), all.node()]).node()
        }
    }
}

/// Lanes that may not all be seen have to be reached by the keyboard, to be scrolled. An article shows them all.
fn can_scroll(lanes: usize, choose: Option<&Callback<usize>>) -> Option<&'static str> {
    (lanes > MOST_LANES_IN_SIGHT && choose.is_some()).then_some("0")
}

/// Dense lanes have no room for heads; each says its own to assistive technology.
fn one_head_for_all(counts: &[StateCount]) -> Markup {
    element("div.crowd[aria-hidden=true]")
        .child(element("b").child("Containers"))
        .children(counts.iter().map(|known| state_count("small", known)))
}

/// So many containers are in this state.
pub(super) fn state_count(tag: &'static str, known: &StateCount) -> Markup {
    let line = element(tag).child(mark(known.state.mark()));
    line.child(known.words())
}
