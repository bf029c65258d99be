//! One lane: its head says what the container is now, its track what happened, its tail when it will be gone.

use super::lane_marks::{lane_marks, px};
use super::marks::mark;
use super::markup::{Markup, element};
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
    fn draw(&self) -> Markup {
        let LaneView {
            lane,
            form,
            pointed,
        } = self;
        let middle = lane.drawing.geometry.middle();
        let expiry = lane.expires_in.clone().filter(|_| form.has_words());
        let tail = element("svg.tail[aria-hidden=true]");
        let tail = match expiry {
            Some(time) => tail
                .child(
                    element("line.m-warm[x1=0][x2=8]")
                        .px("y1", middle)
                        .px("y2", middle),
                )
                .child(
                    element("path.m-break")
                        .set("d", format!("M7 {}l4-9m1 9l4-9", px(middle + 4.5))),
                )
                .child(element("text[x=22]").px("y", middle + 4.5).child(time)),
            None => tail,
        };
        let track = element("svg.track[aria-hidden=true]");
        element("li.row.lane")
            .child(if form.has_words() {
                head(lane)
            } else {
                number(lane)
            })
            .child(lane_marks(track, &lane.drawing, *pointed))
            .child(tail)
    }
}

fn head(lane: &Lane) -> Markup {
    let name = format!("Container {}", lane.number);
    let words = format!("{} · {} served", lane.state.word(), thousands(lane.served));
    let state = element("small").child(mark(lane.state.mark()));
    element("div.headcell")
        .child(element("b").child(name))
        .child(state.child(words))
}

/// In a dense picture every fifth lane shows its number; the others say theirs to assistive technology alone.
fn number(lane: &Lane) -> Markup {
    let is_shown = lane.number == 1 || lane.number.is_multiple_of(5);
    let rest = format!("{}, {} served", lane.state.word(), thousands(lane.served));
    let number = element(if is_shown { "span" } else { "span.unseen" });
    let unseen = || element("span.unseen");
    element("div.headcell")
        .child(unseen().child("Container "))
        .child(number.child(lane.number.to_string()))
        .child(unseen().child(": ").child(rest))
}
