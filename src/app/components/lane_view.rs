//! One lane: its head says what the container is now, its track what happened, its tail when it will be gone.

use yew::prelude::*;

use super::lane_marks::{lane_marks, px};
use super::marks::mark;
use super::part::Part;
use crate::view_model::{Lane, LaneForm, thousands};

/// Which lane, and how.
#[derive(PartialEq)]
pub(crate) struct LaneView {
    pub(crate) lane: Lane,
    pub(crate) form: LaneForm,
    /// The invocation under the pointer, if it ran in this lane.
    pub(crate) pointed: Option<usize>,
}

impl Part for LaneView {
    fn draw(&self) -> Html {
        let LaneView {
            lane,
            form,
            pointed,
        } = self;
        let middle = lane.drawing.geometry.middle();
        html! {
            <li class="row lane">
                { if form.has_words() { head(lane) } else { number(lane) } }
                <svg class="track" aria-hidden="true">{ lane_marks(&lane.drawing, *pointed) }</svg>
                <svg class="tail" aria-hidden="true">
                    if let Some(time) = lane.expires_in.as_ref().filter(|_| form.has_words()) {
                        <line class="m-warm" x1="0" x2="8" y1={px(middle)} y2={px(middle)} />
                        <path class="m-break" d={format!("M7 {}l4-9m1 9l4-9", px(middle + 4.5))} />
                        <text x="22" y={px(middle + 4.5)}>{ time }</text>
                    }
                </svg>
            </li>
        }
    }
}

fn head(lane: &Lane) -> Html {
    html! {
        <div class="headcell">
            <b>{ format!("Container {}", lane.number) }</b>
            <small>
                { mark(lane.state.mark()) }
                { format!("{} · {} served", lane.state.word(), thousands(lane.served)) }
            </small>
        </div>
    }
}

/// In a dense picture every fifth lane shows its number; the others say theirs to assistive technology alone.
fn number(lane: &Lane) -> Html {
    let is_shown = lane.number == 1 || lane.number.is_multiple_of(5);
    let rest = format!("{}, {} served", lane.state.word(), thousands(lane.served));
    html! {
        <div class="headcell">
            <span class="unseen">{ "Container " }</span>
            <span class={(!is_shown).then_some("unseen")}>{ lane.number }</span>
            <span class="unseen">{ ": " }{ rest }</span>
        </div>
    }
}
