//! The picture of a run: requests above, containers below, one axis for both.

use std::rc::Rc;

use domain::billing::{AWS_2016_12, Tariff};
use domain::cloud::{Plan, Run};
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::axis_row::{axis_background, axis_row};
use super::container_list::container_list;
use super::measure::MeasureWatch;
use super::reveal::reveal;
use super::strip::{Expiry, strip_marks, strip_tail};
use crate::bridge::NextFrame;
use crate::view_model::{LaneForm, Measure, Picture, Timeline, which};

/// Which run, and whether an invocation can be chosen in it.
#[derive(PartialEq, Properties)]
pub(crate) struct TimelineViewProps {
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

impl Component for TimelineView {
    type Message = TimelineMsg;
    type Properties = TimelineViewProps;

    fn create(ctx: &Context<TimelineView>) -> TimelineView {
        let measure = Measure::default();
        TimelineView {
            node: NodeRef::default(),
            measure,
            watch: None,
            timeline: timeline_of(ctx.props(), measure),
            pointed: None,
            is_to_reveal: true,
            reveal: None,
        }
    }

    fn changed(&mut self, ctx: &Context<TimelineView>, old: &TimelineViewProps) -> bool {
        let props = ctx.props();
        self.is_to_reveal |= props.chosen != old.chosen || !Rc::ptr_eq(&props.run, &old.run);
        self.timeline = timeline_of(props, self.measure);
        true
    }

    fn update(&mut self, ctx: &Context<TimelineView>, msg: TimelineMsg) -> bool {
        match msg {
            TimelineMsg::Measured(measure) if measure != self.measure => {
                self.measure = measure;
                self.timeline = timeline_of(ctx.props(), measure);
                true
            }
            TimelineMsg::Pointed(pointed) if pointed != self.pointed => {
                self.pointed = pointed;
                true
            }
            TimelineMsg::Measured(_) | TimelineMsg::Pointed(_) => false,
        }
    }

    fn view(&self, ctx: &Context<TimelineView>) -> Html {
        let TimelineViewProps {
            run,
            chosen,
            choose,
            ..
        } = ctx.props();
        let TimelineView {
            node,
            timeline,
            pointed,
            ..
        } = self;
        // Bars and pills say which invocation they are; one listener serves them all.
        let onclick = choose.clone();
        let onclick = Callback::from(move |event: MouseEvent| {
            if let Some(index) = invocation_at(&event) {
                onclick.emit(index);
            }
        });
        let onmouseover = ctx
            .link()
            .callback(|event: MouseEvent| TimelineMsg::Pointed(invocation_at(&event)));
        let onmouseleave = ctx
            .link()
            .callback(|_: MouseEvent| TimelineMsg::Pointed(None));
        let which = which(run, *chosen);
        let strip = html! {
            <div
                class="track" role="slider" tabindex="0" aria-label="Chosen request" aria-valuemin="1"
                aria-valuemax={run.trace.len().to_string()} aria-valuenow={(chosen + 1).to_string()}
                aria-valuetext={format!("{}, {}", which.request, which.rest.replace(" · ", ", "))}
                onkeydown={arrow_keys(run.trace.len(), *chosen, choose)}
            ><svg aria-hidden="true">{ strip_marks(timeline, *pointed) }</svg></div>
        };
        html! {
            <div class={class_of(timeline)} ref={node} {onclick} {onmouseover} {onmouseleave}>
                { rows(timeline, strip, run, *pointed, Some(choose)) }
            </div>
        }
    }

    fn rendered(&mut self, ctx: &Context<TimelineView>, first_render: bool) {
        let Some(picture) = self.node.cast::<Element>() else {
            return;
        };
        if first_render {
            let report = ctx.link().callback(TimelineMsg::Measured);
            self.watch = MeasureWatch::on(&picture, report);
        }
        if std::mem::take(&mut self.is_to_reveal) {
            self.reveal = reveal(picture, ".chosen", ".lanes, .cells", 0.0);
        }
    }
}

fn timeline_of(props: &TimelineViewProps, measure: Measure) -> Timeline {
    let TimelineViewProps {
        plan,
        run,
        chosen,
        tariff,
        ..
    } = props;
    Timeline::of(plan, run, Some(*chosen), tariff, measure)
}

/// The invocation that a bar or a number stands for.
fn invocation_at(event: &MouseEvent) -> Option<usize> {
    let element = event.target()?.dyn_into::<Element>().ok()?;
    let marked = element.closest("[data-invocation]").ok()??;
    marked.get_attribute("data-invocation")?.parse().ok()
}

/// The same picture without anything to press, for a place of this width.
pub(super) fn static_timeline(plan: &Plan, run: &Rc<Run>, width_px: f64) -> Html {
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
    let strip = html! {
        <div class="track" role="img" aria-label="Requests as they arrive, and how many are in flight">
            <svg aria-hidden="true">{ strip_marks(&timeline, None) }</svg>
        </div>
    };
    html! { <div class={class_of(&timeline)}>{ rows(&timeline, strip, run, None, None) }</div> }
}

fn class_of(timeline: &Timeline) -> Classes {
    let is_dense = matches!(
        timeline.picture,
        Picture::Lanes {
            form: LaneForm::Dense,
            ..
        }
    );
    classes!("timeline", is_dense.then_some("dense"))
}

fn rows(
    timeline: &Timeline,
    strip: Html,
    run: &Rc<Run>,
    pointed: Option<usize>,
    choose: Option<&Callback<usize>>,
) -> Html {
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
    // Cells are no part of time: the axis ends above them.
    let is_over_time = matches!(timeline.picture, Picture::Lanes { .. });
    html! {
        <>
            { axis_background(&timeline.folds, &timeline.ticks) }
            <div class="row strip">
                <div class="headcell"><b>{ "Requests" }</b><small>{ "in flight" }</small></div>
                { strip }
                <svg class="tail" aria-hidden="true">{ strip_tail(timeline, &expiry) }</svg>
            </div>
            if is_over_time { { containers }{ axis } } else { { axis }{ containers } }
        </>
    }
}

/// Arrow keys walk from request to request.
fn arrow_keys(count: usize, chosen: usize, choose: &Callback<usize>) -> Callback<KeyboardEvent> {
    let choose = choose.clone();
    Callback::from(move |event: KeyboardEvent| {
        let last = count.saturating_sub(1);
        let next = match event.key().as_str() {
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
