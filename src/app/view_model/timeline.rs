//! The whole picture of a run: requests above, containers below, one axis for both.

use domain::billing::{Bill, Tariff};
use domain::cloud::{Plan, Run};
use domain::pool::{PoolTrace, StartKind};
use domain::units::{SimDuration, SimTime};

use super::in_flight::InFlight;
use super::words::lasting;
use super::{
    Activity, ArrivalMark, Axis, Cells, Extent, Lane, LaneBuilder, LaneForm, Pill, StateCount,
    Tick, counts_at_rest, pills, slots, ticks,
};

/// Up to so many lanes have words.
const MOST_LANES_WITH_WORDS: usize = 8;

/// Up to so many lanes are lanes; more containers than that are cells.
const MOST_LANES: usize = 50;

/// How long the moment at the end of a wait is drawn.
const MOMENT: SimDuration = SimDuration::from_millis(40);

/// A quiet stretch that is folded into less than this is not marked: thousands of them would be one grey.
const LEAST_FOLD_PX: f64 = 1.0;

/// More invocations than that are not drawn one by one: lanes of 5,000 elements are what a page makes in 50 ms, and a bar
/// with words has twice as many as one without.
const MOST_BARS_WITH_WORDS: usize = 500;
const MOST_BARS: usize = 1_000;

/// What is known of the place where the picture is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Measure {
    /// The width of the track.
    pub(crate) width_px: f64,
    /// How high lanes with words are.
    pub(crate) form: LaneForm,
}

impl Default for Measure {
    /// What is assumed until it is measured.
    fn default() -> Measure {
        Measure {
            width_px: 540.0,
            form: LaneForm::Tall,
        }
    }
}

/// The picture of a run.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Timeline {
    /// Quiet stretches.
    pub(crate) folds: Vec<Extent>,
    /// Words below the axis.
    pub(crate) ticks: Vec<Tick>,
    /// Arrivals, with their left edge in per cent.
    pub(crate) pills: Vec<(f64, Pill)>,
    /// Requests in flight.
    pub(crate) in_flight: InFlight,
    /// The concurrency limit at the beginning.
    pub(crate) limit: Option<u32>,
    /// Containers.
    pub(crate) picture: Picture,
    /// How many containers are in which state.
    pub(crate) counts: Vec<StateCount>,
    /// When the last of those that wait will be gone.
    pub(crate) all_expire_in: Option<String>,
}

/// Containers, in the form that their number allows.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Picture {
    /// One lane each.
    Lanes {
        /// How they are drawn.
        form: LaneForm,
        /// From top to bottom.
        lanes: Vec<Lane>,
    },
    /// One cell each.
    Cells(Cells),
}

impl Timeline {
    /// Draws a run of a plan.
    pub(crate) fn of(
        plan: &Plan,
        run: &Run,
        chosen: Option<usize>,
        tariff: &'static Tariff,
        measure: Measure,
    ) -> Timeline {
        let trace = &run.trace;
        let rest = plan.seen_at(trace.last_answer());
        let activities = (0..trace.len()).map(|index| activity(trace, index, tariff));
        let axis = Axis::of(activities.chain(waiting(trace, rest)));
        let width_px = measure.width_px.max(1.0);
        let arrivals = (0..trace.len()).map(|index| ArrivalMark {
            index,
            x_px: axis.percent(trace.arrives_at[index]) / 100.0 * width_px,
            is_throttled: trace.start_kind[index] == StartKind::None,
        });
        let in_percent = |pill: Pill| (pill.left_px / width_px * 100.0, pill);
        let limit = plan.policy.concurrency_limit;
        Timeline {
            folds: axis
                .folds()
                .map(|fold| Extent {
                    left: fold.left,
                    width: fold.width,
                })
                .filter(|fold| fold.width / 100.0 * width_px >= LEAST_FOLD_PX)
                .collect(),
            ticks: ticks(&axis, width_px),
            pills: pills(arrivals, chosen, width_px)
                .into_iter()
                .map(in_percent)
                .collect(),
            in_flight: InFlight::of(trace, &axis, limit),
            limit,
            picture: picture(
                run,
                &axis,
                chosen,
                (rest, tariff),
                Measure {
                    width_px,
                    ..measure
                },
            ),
            counts: counts_at_rest(trace, rest),
            all_expire_in: all_expire_in(trace, rest),
        }
    }
}

/// Somebody let time pass: the moment that is seen then has a place of its own behind the fold.
fn waiting(trace: &PoolTrace, rest: SimTime) -> Option<Activity> {
    (rest > trace.last_answer()).then_some(Activity {
        from: rest,
        answered: rest,
        until: rest + MOMENT,
    })
}

/// From `rest` to the last expiry; `None` if nothing waits, or something waits for ever.
fn all_expire_in(trace: &PoolTrace, rest: SimTime) -> Option<String> {
    let ends: Option<Vec<SimTime>> = trace
        .environments
        .iter()
        .map(|environment| environment.ends_at)
        .collect();
    let last = ends?.into_iter().filter(|&at| at > rest).max()?;
    Some(lasting(last.since(rest)))
}

fn picture(
    run: &Run,
    axis: &Axis,
    chosen: Option<usize>,
    seen: (SimTime, &'static Tariff),
    measure: Measure,
) -> Picture {
    let count = slots(&run.trace.environments)
        .into_iter()
        .max()
        .map_or(0, |slot| slot + 1);
    let form = if count > MOST_LANES_WITH_WORDS {
        LaneForm::Dense
    } else {
        measure.form
    };
    let most_bars = if form.has_words() {
        MOST_BARS_WITH_WORDS
    } else {
        MOST_BARS
    };
    if count > MOST_LANES || run.trace.len() > most_bars {
        return Picture::Cells(Cells::of(&run.trace, seen.0, measure.width_px, chosen));
    }
    Picture::Lanes {
        form,
        lanes: LaneBuilder::new(run, axis, form, measure.width_px, chosen, seen).lanes(),
    }
}

fn activity(trace: &PoolTrace, index: usize, tariff: &Tariff) -> Activity {
    let answered = trace.ended_at[index];
    let billed = Bill::billed_duration(trace, index, tariff);
    Activity {
        from: trace.arrives_at[index],
        answered,
        until: answered.max(trace.started_at[index] + billed),
    }
}

#[cfg(test)]
mod tests {
    use domain::billing::AWS_2016_12;
    use domain::pool::EndReason;

    use super::super::{Bar, BesideBar, ContainerState, LaneDrawing};
    use super::*;
    use crate::model::Settings;
    use crate::sample::{Deed, run_of, simulated};

    fn lanes_of(plan: &Plan, run: &Run, width_px: f64) -> (LaneForm, Vec<Lane>) {
        let measure = Measure {
            width_px,
            ..Measure::default()
        };
        match Timeline::of(plan, run, Some(0), &AWS_2016_12, measure).picture {
            Picture::Lanes { form, lanes } => (form, lanes),
            Picture::Cells(_) => panic!("cells"),
        }
    }

    #[test]
    fn the_form_follows_the_number_of_containers() {
        for (count, expected) in [
            (8, LaneForm::Tall),
            (9, LaneForm::Dense),
            (50, LaneForm::Dense),
        ] {
            let (plan, run) = run_of(&vec![(0, Deed::Answers(50)); count]);
            let (form, lanes) = lanes_of(&plan, &run, 540.0);
            assert_eq!((form, lanes.len()), (expected, count));
        }
        let (plan, run) = run_of(&[(0, Deed::Answers(50)); 51]);
        let timeline = Timeline::of(&plan, &run, None, &AWS_2016_12, Measure::default());
        assert!(matches!(timeline.picture, Picture::Cells(_)));
        assert_eq!(timeline.all_expire_in.as_deref(), Some("10 min"));
        // So many bars would hold the page up.
        for (containers, requests, are_cells) in [
            (1, 500, false),
            (1, 501, true),
            (9, 999, false),
            (9, 1_008, true),
        ] {
            let requests: Vec<_> = (0..requests)
                .map(|index| (index / containers * 1_000, Deed::Answers(50)))
                .collect();
            let (plan, run) = run_of(&requests);
            let timeline = Timeline::of(&plan, &run, None, &AWS_2016_12, Measure::default());
            assert_eq!(
                matches!(timeline.picture, Picture::Cells(_)),
                are_cells,
                "{containers} containers, {} requests",
                requests.len()
            );
        }
    }

    #[test]
    fn who_lets_time_pass_sees_the_containers_go() {
        let (mut plan, run) = run_of(&[(0, Deed::Answers(50)); 2]);
        plan.wait(run.trace.last_answer(), SimDuration::from_secs(60));
        let timeline = Timeline::of(&plan, &run, None, &AWS_2016_12, Measure::default());
        assert_eq!(
            (timeline.folds.len(), timeline.all_expire_in.as_deref()),
            (1, Some("9 min"))
        );
        plan.wait(run.trace.last_answer(), SimDuration::from_secs(900));
        let (_, lanes) = lanes_of(&plan, &run, 540.0);
        for lane in &lanes {
            assert_eq!(lane.state, ContainerState::Gone(EndReason::Expired));
            assert_eq!((lane.drawing.ends.len(), &lane.expires_in), (1, &None));
        }
    }

    #[test]
    fn folds_are_marked_while_they_can_be_seen() {
        for (count, marked) in [(20, 19), (200, 199), (1_000, 0)] {
            let requests: Vec<_> = (0..count)
                .map(|number| (number * 60_000, Deed::Answers(50)))
                .collect();
            let (plan, run) = run_of(&requests);
            let timeline = Timeline::of(&plan, &run, None, &AWS_2016_12, Measure::default());
            assert_eq!(timeline.folds.len(), marked);
        }
    }

    #[test]
    fn words_stand_only_where_they_fit() {
        let (plan, run) = run_of(&[(0, Deed::Answers(112)), (400, Deed::Answers(10))]);
        let words = |width_px: f64| {
            let (_, lanes) = lanes_of(&plan, &run, width_px);
            let LaneDrawing { starts, bars, .. } = &lanes[0].drawing;
            let has = |has: fn(&Bar) -> bool| bars.iter().map(has).collect::<Vec<bool>>();
            (
                starts[0].1,
                has(|bar| bar.number.is_some()),
                has(|bar| bar.time.is_some()),
            )
        };
        assert_eq!(words(1_000.0), (true, vec![true, true], vec![true, false]));
        assert_eq!(words(540.0), (true, vec![true, false], vec![true, false]));
        assert_eq!(words(150.0), (false, vec![true, false], vec![false, false]));
    }

    #[test]
    fn a_replaced_container_says_so_in_its_head_and_at_its_end() {
        let (mut plan, _) = run_of(&[(0, Deed::Answers(112))]);
        let at = SimTime::from_millis(1_252);
        plan.deploy(at, Settings::default().deployment("second".to_owned()));
        let arrival = plan.steps[1].act.clone();
        plan.steps.push(domain::cloud::Step { at, act: arrival });
        let (_, lanes) = lanes_of(&plan, &simulated(&plan, &[]).run(), 540.0);
        let states: Vec<ContainerState> = lanes.iter().map(|lane| lane.state).collect();
        assert_eq!(
            states,
            [
                ContainerState::Gone(EndReason::Replaced),
                ContainerState::Warm
            ]
        );
        assert_eq!(states[0].word(), "replaced");
        assert_eq!(lanes[0].drawing.ends[0].word, Some("replaced"));
        assert_eq!(lanes[0].expires_in, None);
    }

    #[test]
    fn the_word_for_an_error_looks_for_room() {
        let beside = |requests: &[(u64, Deed)], width_px: f64| {
            let (plan, run) = run_of(requests);
            let (_, lanes) = lanes_of(&plan, &run, width_px);
            let bars = lanes.into_iter().flat_map(|lane| lane.drawing.bars);
            bars.filter(|bar| bar.fails)
                .map(|bar| bar.beside)
                .next()
                .flatten()
        };
        let (answers, throws) = (Deed::Answers(100), Deed::Throws(6));
        assert_eq!(
            beside(&[(0, answers), (1_000, throws)], 540.0),
            Some(BesideBar::After)
        );
        assert_eq!(
            beside(&[(0, Deed::Hangs)], 540.0),
            Some(BesideBar::AfterCross)
        );
        // The next request follows at once, and the cold start stands directly before.
        assert_eq!(beside(&[(0, throws), (150, answers)], 540.0), None);
        assert_eq!(
            beside(&[(0, answers), (500, throws), (510, answers)], 540.0),
            Some(BesideBar::Before)
        );
    }

    #[test]
    fn a_bar_is_never_too_thin_to_be_seen() {
        let (plan, run) = run_of(&[(0, Deed::Throws(0)), (1_000, Deed::Hangs)]);
        let (_, lanes) = lanes_of(&plan, &run, 540.0);
        let bar = &lanes[0].drawing.bars[0];
        assert!(bar.is_widened && bar.width_px >= 3.0);
    }
}
