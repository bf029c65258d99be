//! Builds the lanes of a run: who lived where, and which words fit.

use domain::billing::{Bill, Tariff};
use domain::cloud::Run;
use domain::pool::{EndReason, EnvironmentRecord, OutcomeCode, PoolTrace, StartKind};
use domain::units::{EnvironmentId, SimDuration, SimTime};

use super::words::{lasting, run_time};
use super::{
    Axis, Bar, BesideBar, ContainerState, EndMark, Extent, Lane, LaneDrawing, LaneForm, PlacedLine,
    billed_lines, slots,
};

/// A bar is drawn at least this wide.
const LEAST_BAR_PX: f64 = 3.0;

/// What words need.
const STARTING_PX: f64 = 58.0;
const ERROR_PX: f64 = 46.0;
const ERROR_AFTER_CROSS_PX: f64 = 62.0;
const REPLACED_PX: f64 = 74.0;

/// How far behind a torn end the cross of a lost container stands.
const LOST_SHIFT_PX: f64 = 13.0;

/// A word above the line may reach so far into the right margin.
const MARGIN_PX: f64 = 40.0;

/// How far a lane is free on both sides of a bar.
#[derive(Clone, Copy, Debug)]
struct Room {
    before_px: f64,
    after_px: f64,
}

/// What all lanes of a run have in common.
pub(crate) struct LaneBuilder<'a> {
    trace: &'a PoolTrace,
    axis: &'a Axis,
    form: LaneForm,
    width_px: f64,
    chosen: Option<usize>,
    /// The invocations of each environment.
    served: Vec<Vec<usize>>,
    rest: SimTime,
    tariff: &'static Tariff,
}

impl<'a> LaneBuilder<'a> {
    /// A builder for lanes of this form on a track of this width.
    pub(crate) fn new(
        run: &'a Run,
        axis: &'a Axis,
        form: LaneForm,
        width_px: f64,
        chosen: Option<usize>,
        (rest, tariff): (SimTime, &'static Tariff),
    ) -> LaneBuilder<'a> {
        let trace = &run.trace;
        let mut served = vec![Vec::new(); trace.environments.len()];
        for (index, environment) in trace.environment.iter().enumerate() {
            if let Some(environment) = environment {
                served[environment.index()].push(index);
            }
        }
        LaneBuilder {
            trace,
            axis,
            form,
            width_px,
            chosen,
            served,
            rest,
            tariff,
        }
    }

    /// All lanes from top to bottom.
    pub(crate) fn lanes(&self) -> Vec<Lane> {
        let mut inhabitants: Vec<Vec<usize>> = Vec::new();
        for (environment, slot) in slots(&self.trace.environments).into_iter().enumerate() {
            if slot == inhabitants.len() {
                inhabitants.push(Vec::new());
            }
            inhabitants[slot].push(environment);
        }
        inhabitants
            .iter()
            .filter_map(|environments| self.lane(environments))
            .collect()
    }

    fn lane(&self, environments: &[usize]) -> Option<Lane> {
        let &last = environments.last()?;
        let record = &self.trace.environments[last];
        let state = ContainerState::at_rest(record, self.rest);
        let expires_at = record.ends_at.filter(|_| state == ContainerState::Warm);
        let mut drawing = LaneDrawing {
            geometry: self.form.geometry(),
            starts: Vec::new(),
            idles: Vec::new(),
            bars: Vec::new(),
            billed: self.billed(environments),
            ends: Vec::new(),
        };
        for (position, &environment) in environments.iter().enumerate() {
            let next = environments
                .get(position + 1)
                .map(|&next| &self.trace.environments[next]);
            self.draw_life(environment, next, &mut drawing);
        }
        Some(Lane {
            number: EnvironmentId(last as u32).number(),
            state,
            served: self.served[last].len() as u64,
            expires_in: expires_at.map(|at| lasting(at.since(self.rest))),
            drawing,
        })
    }

    /// Start, runs, waits and end of one container; `next` is who lives in the lane after it.
    fn draw_life(
        &self,
        environment: usize,
        next: Option<&EnvironmentRecord>,
        drawing: &mut LaneDrawing,
    ) {
        let record = &self.trace.environments[environment];
        let served = &self.served[environment];
        let gone = record.ends_at.filter(|&at| self.percent(at) < 100.0);
        let next_life = next.map(|next| next.created_at);
        for (position, &index) in served.iter().enumerate() {
            if self.trace.start_kind[index] == StartKind::Cold {
                let start = self.extent(self.trace.arrives_at[index], self.trace.started_at[index]);
                let has_word = self.form.has_words() && self.px(start.width) > STARTING_PX;
                drawing.starts.push((start, has_word));
            }
            let answered = self.trace.ended_at[index];
            let next_arrival = served
                .get(position + 1)
                .map(|&next| self.trace.arrives_at[next]);
            let mut bar = self.bar(index);
            let is_lost =
                record.end_reason == Some(EndReason::Lost) && record.ends_at == Some(answered);
            let room = Room {
                before_px: match drawing.bars.last() {
                    // Directly before it the container started.
                    _ if self.trace.start_kind[index] == StartKind::Cold => 0.0,
                    Some(previous) => self.px(bar.extent.left - previous.extent.right()),
                    None => self.px(bar.extent.left),
                },
                after_px: match next_arrival.or(next_life) {
                    Some(next) => self.px(self.percent(next) - bar.extent.right()),
                    None => self.px(100.0 - bar.extent.right()) + MARGIN_PX,
                },
            };
            bar.beside = self.beside(&bar, is_lost, room);
            drawing.bars.push(bar);
            let until = next_arrival.or(record.ends_at);
            let idle = Extent {
                left: self.percent(answered),
                width: until.map_or(100.0, |until| self.percent(until)) - self.percent(answered),
            };
            if idle.width > 0.0 {
                drawing.idles.push(idle);
            }
        }
        if let Some(at) = gone {
            let room = next_life.map_or(100.0, |next| self.percent(next)) - self.percent(at);
            drawing.ends.push(self.end_mark(record, at, self.px(room)));
        }
    }

    fn end_mark(&self, record: &EnvironmentRecord, at: SimTime, room_px: f64) -> EndMark {
        let is_lost = record.end_reason == Some(EndReason::Lost);
        let is_named = matches!(
            record.end_reason,
            Some(EndReason::Replaced | EndReason::Killed)
        );
        let word = record
            .end_reason
            .map(|reason| ContainerState::Gone(reason).word());
        EndMark {
            percent: self.percent(at),
            shift_px: if is_lost { LOST_SHIFT_PX } else { 0.0 },
            word: word.filter(|_| is_named && self.form.has_words() && room_px >= REPLACED_PX),
        }
    }

    fn bar(&self, index: usize) -> Bar {
        let trace = self.trace;
        let extent = self.extent(trace.started_at[index], trace.ended_at[index]);
        let width_px = self.px(extent.width);
        let number = (index + 1).to_string();
        let digits = number.len() as f64;
        let fails = matches!(
            trace.outcome[index],
            OutcomeCode::Error
                | OutcomeCode::Timeout
                | OutcomeCode::InitError
                | OutcomeCode::Killed
        );
        let has_words = self.form.has_words();
        let time = run_time(trace.duration(index), self.tariff.granule);
        let time_x = 12.0 + digits * 7.0;
        let needs_px = time_x + time.len() as f64 * 7.0 + 4.0;
        Bar {
            index,
            extent,
            width_px: width_px.max(LEAST_BAR_PX),
            is_widened: width_px < LEAST_BAR_PX,
            fails,
            is_chosen: self.chosen == Some(index),
            time: (has_words && width_px > needs_px).then_some((time_x, time)),
            number: (has_words && width_px > 7.0 + digits * 8.5).then_some(number),
            beside: None,
        }
    }

    /// Where the word for an error fits.
    fn beside(&self, bar: &Bar, is_lost: bool, room: Room) -> Option<BesideBar> {
        if !bar.fails || !self.form.has_words() {
            return None;
        }
        let (after, needed_px) = if is_lost {
            (BesideBar::AfterCross, ERROR_AFTER_CROSS_PX)
        } else {
            (BesideBar::After, ERROR_PX)
        };
        if room.after_px >= needed_px {
            Some(after)
        } else {
            (room.before_px >= ERROR_PX).then_some(BesideBar::Before)
        }
    }

    fn billed(&self, environments: &[usize]) -> Vec<PlacedLine> {
        let geometry = self.form.geometry();
        let spans = environments
            .iter()
            .flat_map(|&environment| &self.served[environment]);
        let spans = spans.filter_map(|&index| {
            let billed = Bill::billed_duration(self.trace, index, self.tariff);
            let from = self.trace.started_at[index];
            (billed > SimDuration::ZERO).then(|| (from, self.trace.ended_at[index], from + billed))
        });
        let place = |line| PlacedLine::new(line, geometry, |time| self.percent(time));
        billed_lines(spans).into_iter().map(place).collect()
    }

    fn percent(&self, time: SimTime) -> f64 {
        self.axis.percent(time)
    }

    fn extent(&self, from: SimTime, until: SimTime) -> Extent {
        let left = self.percent(from);
        Extent {
            left,
            width: self.percent(until) - left,
        }
    }

    fn px(&self, percent: f64) -> f64 {
        percent / 100.0 * self.width_px
    }
}
