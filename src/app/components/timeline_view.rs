//! The picture of a run: requests above, containers below, one axis for both.

use std::rc::Rc;

use domain::billing::{AWS_2016_12, Tariff};
use domain::cloud::{Plan, Run};
use domain::pool::OutcomeCode;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};
use yew::prelude::*;

use super::axis_row::{axis_background, axis_row};
use super::container_list::container_list;
use super::markup::{Content, Markup, element, list};
use super::measure::MeasureWatch;
use super::part::Living;
use super::reveal::reveal;
use super::strip::{Expiry, strip_marks, strip_tail};
use crate::bridge::NextFrame;
use crate::view_model::{LaneForm, Measure, Picture, Timeline, which};

/// Which run, and whether an invocation can be chosen in it.
#[derive(PartialEq)]
pub(crate) struct TimelineData {
    pub(crate) plan: Rc<Plan>,
    pub(crate) run: Rc<Run>,
    pub(crate) chosen: usize,
    pub(crate) tariff: &'static Tariff,
    pub(crate) choose: Callback<usize>,
}

/// What the picture hears of.
pub(crate) enum TimelineMsg {
    /// There is so much room.
    Measured(Measure),
    /// The pointer is on the bar or the number of an invocation, or on none.
    Pointed(Option<usize>),
}

/// A run that answers to pointer and arrow keys.
pub(crate) struct TimelineView {
    tell: Callback<TimelineMsg>,
    node: NodeRef,
    measure: Measure,
    watch: Option<MeasureWatch>,
    /// Kept while the pointer moves about: only what it points at changes then.
    timeline: Timeline,
    /// Bar and number of one invocation show that they belong together.
    pointed: Option<usize>,
    /// The chosen invocation has to be brought into sight.
    is_to_reveal: bool,
    reveal: Option<NextFrame>,
}

impl Living for TimelineView {
    type Data = TimelineData;
    type Message = TimelineMsg;

    fn create(data: &TimelineData, tell: Callback<TimelineMsg>) -> TimelineView {
        let measure = Measure::default();
        TimelineView {
            tell,
            node: NodeRef::default(),
            measure,
            watch: None,
            timeline: timeline_of(data, measure),
            pointed: None,
            is_to_reveal: true,
            reveal: None,
        }
    }

    fn changed(&mut self, data: &TimelineData, before: &TimelineData) {
        self.is_to_reveal |= data.chosen != before.chosen || !Rc::ptr_eq(&data.run, &before.run);
        self.timeline = timeline_of(data, self.measure);
    }

    fn update(&mut self, data: &TimelineData, msg: TimelineMsg) -> bool {
        match msg {
            TimelineMsg::Measured(measure) if measure != self.measure => {
                self.measure = measure;
                self.timeline = timeline_of(data, measure);
                true
            }
            TimelineMsg::Pointed(pointed) if pointed != self.pointed => {
                self.pointed = pointed;
                true
            }
            TimelineMsg::Measured(_) | TimelineMsg::Pointed(_) => false,
        }
    }

    fn view(&self, data: &TimelineData) -> Html {
        let TimelineData {
            run,
            chosen,
            choose,
            ..
        } = data;
        let TimelineView {
            tell,
            node,
            timeline,
            pointed,
            ..
        } = self;
        // Bars and pills say which invocation they are; one listener serves them all.
        let choose_this = choose.clone();
        let choose_this = Callback::from(move |event: Event| {
            if let Some(index) = invocation_at(&event) {
                choose_this.emit(index);
            }
        });
        let point_at_this = tell.reform(|event| TimelineMsg::Pointed(invocation_at(&event)));
        let point_at_none = tell.reform(|_| TimelineMsg::Pointed(None));
        let which = which(run, *chosen);
        let failed = match run.trace.outcome[*chosen] {
            OutcomeCode::Ok | OutcomeCode::Throttled => "",
            OutcomeCode::Timeout => ", timeout",
            OutcomeCode::Killed => ", killed",
            OutcomeCode::Error | OutcomeCode::InitError => ", error",
        };
        let rest = which.rest.replace(" · ", ", ");
        let words = format!("{}, {rest}{failed}", which.request);
        let track = element("div.track[role=slider][tabindex=0][aria-valuemin=1]")
            .set("aria-label", "Chosen request")
            .set("aria-valuemax", run.trace.len())
            .set("aria-valuenow", chosen + 1)
            .set("aria-valuetext", words)
            .on_key_down(arrow_keys(run.trace.len(), *chosen, choose));
        picture(timeline, track, run, *pointed, Some(choose))
            .known_as(node)
            .on_click(choose_this)
            .on("mouseover", point_at_this)
            .on("mouseleave", point_at_none)
            .into()
    }

    fn rendered(&mut self, _: &TimelineData, is_first: bool) {
        let Some(picture) = self.node.cast::<Element>() else {
            return;
        };
        if is_first {
            let report = self.tell.reform(TimelineMsg::Measured);
            self.watch = MeasureWatch::on(&picture, report);
        }
        if std::mem::take(&mut self.is_to_reveal) {
            self.reveal = reveal(picture, ".chosen", ".lanes, .cells", 0.0);
        }
    }
}

fn timeline_of(data: &TimelineData, measure: Measure) -> Timeline {
    let TimelineData {
        plan,
        run,
        chosen,
        tariff,
        ..
    } = data;
    Timeline::of(plan, run, Some(*chosen), tariff, measure)
}

/// The invocation that a bar or a number stands for.
fn invocation_at(event: &Event) -> Option<usize> {
    let element = event.target()?.dyn_into::<Element>().ok()?;
    let marked = element.closest("[data-invocation]").ok()??;
    marked.get_attribute("data-invocation")?.parse().ok()
}

/// The same picture without anything to press, for a place of this width.
pub(super) fn static_timeline(plan: &Plan, run: &Rc<Run>, width_px: f64) -> Markup {
    let timeline = Timeline::of(
        plan,
        run,
        None,
        &AWS_2016_12,
        Measure {
            width_px,
            form: LaneForm::Tall,
        },
    );
    let track = element("div.track[role=img]").set(
        "aria-label",
        "Requests as they arrive, and how many are in flight",
    );
    picture(&timeline, track, run, None, None)
}

fn picture(
    timeline: &Timeline,
    track: Markup,
    run: &Rc<Run>,
    pointed: Option<usize>,
    choose: Option<&Callback<usize>>,
) -> Markup {
    let all = || {
        timeline
            .all_expire_in
            .clone()
            .map_or(Expiry::Nobody, Expiry::All)
    };
    let expiry = match &timeline.picture {
        Picture::Lanes { form, lanes } if form.has_words() => {
            let has_any = lanes.iter().any(|lane| lane.expires_in.is_some());
            if has_any {
                Expiry::EachItsOwn
            } else {
                Expiry::Nobody
            }
        }
        _ => all(),
    };
    let containers = container_list(&timeline.picture, &timeline.counts, run, pointed, choose);
    let axis = axis_row(&timeline.ticks);
    let hidden = |selector| element(selector).set("aria-hidden", "true");
    let head = element("div.headcell")
        .child(element("b").child("Requests"))
        .child(element("small").child("in flight"));
    let strip = element("div.row.strip")
        .child(head)
        .child(track.child(strip_marks(hidden("svg"), timeline, pointed)))
        .child(strip_tail(hidden("svg.tail"), timeline, expiry));
    let (is_dense, below) = match &timeline.picture {
        Picture::Lanes { form, .. } => (*form == LaneForm::Dense, [containers, axis.node()]),
        // Cells are no part of time: the axis ends above them.
        Picture::Cells(_) => (false, [axis.node(), containers]),
    };
    element("div.timeline")
        .and_class(is_dense.then_some("dense"))
        .child(axis_background(&timeline.folds, &timeline.ticks))
        .child(strip)
        .child(list(below))
}

/// Arrow keys walk from request to request.
fn arrow_keys(count: usize, chosen: usize, choose: &Callback<usize>) -> Callback<Event> {
    let choose = choose.clone();
    Callback::from(move |event: Event| {
        let last = count.saturating_sub(1);
        let next = match event.unchecked_ref::<KeyboardEvent>().key().as_str() {
            "ArrowRight" | "ArrowUp" => chosen + 1,
            "ArrowLeft" | "ArrowDown" => chosen.saturating_sub(1),
            "PageUp" => chosen + 10,
            "PageDown" => chosen.saturating_sub(10),
            "Home" => 0,
            "End" => last,
            _ => return,
        };
        event.prevent_default();
        choose.emit(next.min(last));
    })
}
