//! The words below the axis: times, and the lengths of what is folded.

use domain::units::{SimDuration, SimTime};

use super::Axis;
use super::words::{lasting, moment};

/// Ticks stand at least this far apart.
const LEAST_DISTANCE_PX: f64 = 62.0;

/// Between two words there is at least this much air.
const LEAST_GAP_PX: f64 = 7.0;

/// What a letter or digit of the axis takes on average; a little generous.
const PX_PER_LETTER: f64 = 6.7;

/// Distances of ticks that people can add up, in milliseconds.
const STEPS_MILLIS: [u64; 18] = [
    10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 30_000, 60_000, 120_000,
    300_000, 600_000, 1_800_000, 3_600_000,
];

/// A word below the axis.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Tick {
    /// Where, in per cent.
    pub(crate) percent: f64,
    /// What.
    pub(crate) text: String,
    /// What it stands for.
    pub(crate) kind: TickKind,
}

/// What a word below the axis stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TickKind {
    /// A time; the word stands below its line.
    Time,
    /// The time after a fold; the word begins at its line, because the fold's own word stands on the other side.
    AfterFold,
    /// How long a fold lasts; there is no line.
    Fold,
}

/// The words that fit on a track of this width. Folds come first, then the new times after them, then the rest.
pub(crate) fn ticks(axis: &Axis, width_px: f64) -> Vec<Tick> {
    let mut row = Row {
        width_px,
        taken: Vec::new(),
        ticks: Vec::new(),
    };
    for fold in axis.folds() {
        let text = lasting(fold.quiet);
        // The word of a fold stays inside of it.
        if letters_px(&text) <= fold.width / 100.0 * width_px {
            row.add(fold.left + fold.width / 2.0, text, TickKind::Fold);
        }
    }
    for fold in axis.folds() {
        let text = moment(fold.until.since(SimTime::ZERO));
        row.add(fold.left + fold.width, text, TickKind::AfterFold);
    }
    if let Some((from, until)) = axis.first_stretch() {
        let step = step(axis, width_px);
        let step_micros = step.as_micros();
        let mut time = SimTime::from_micros(from.as_micros().div_ceil(step_micros) * step_micros);
        while time <= until {
            row.add(
                axis.percent(time),
                moment(time.since(SimTime::ZERO)),
                TickKind::Time,
            );
            time += step;
        }
    }
    row.ticks
}

/// The smallest distance in time that is wide enough.
fn step(axis: &Axis, width_px: f64) -> SimDuration {
    let px = |millis: u64| axis.length(SimDuration::from_millis(millis)) / 100.0 * width_px;
    let longest = STEPS_MILLIS[STEPS_MILLIS.len() - 1];
    let found = STEPS_MILLIS
        .into_iter()
        .find(|&millis| px(millis) >= LEAST_DISTANCE_PX);
    // Beyond the list: whole multiples of its longest.
    let times = (LEAST_DISTANCE_PX / px(longest)).ceil().max(1.0) as u64;
    SimDuration::from_millis(found.unwrap_or(longest * times))
}

/// Words that were placed so far.
struct Row {
    width_px: f64,
    taken: Vec<(f64, f64)>,
    ticks: Vec<Tick>,
}

impl Row {
    /// Places a word from left to right if there is room for it.
    fn add(&mut self, percent: f64, text: String, kind: TickKind) {
        let (x, letters) = (percent / 100.0 * self.width_px, letters_px(&text));
        let left = if kind == TickKind::AfterFold {
            x
        } else {
            x - letters / 2.0
        };
        let right = left + letters;
        let is_free = |&(from, until): &(f64, f64)| {
            right + LEAST_GAP_PX <= from || until + LEAST_GAP_PX <= left
        };
        let is_inside = right <= self.width_px + LEAST_GAP_PX;
        if is_inside && self.taken.iter().all(is_free) {
            self.taken.push((left, right));
            let place = self.ticks.partition_point(|tick| tick.percent <= percent);
            let tick = Tick {
                percent,
                text,
                kind,
            };
            self.ticks.insert(place, tick);
        }
    }
}

fn letters_px(text: &str) -> f64 {
    text.chars().count() as f64 * PX_PER_LETTER
}

#[cfg(test)]
mod tests {
    use super::super::axis::Activity;
    use super::*;

    fn axis(activities: &[(u64, u64)]) -> Axis {
        Axis::of(activities.iter().map(|&(from, until)| {
            let (from, until) = (SimTime::from_millis(from), SimTime::from_millis(until));
            Activity {
                from,
                answered: until,
                until,
            }
        }))
    }

    fn texts(ticks: &[Tick]) -> Vec<&str> {
        ticks.iter().map(|tick| tick.text.as_str()).collect()
    }

    #[test]
    fn times_are_round_and_apart() {
        let wide = ticks(&axis(&[(0, 957)]), 560.0);
        assert_eq!(
            texts(&wide),
            ["0", "200 ms", "400 ms", "600 ms", "800 ms", "1 s"]
        );
        let narrow = ticks(&axis(&[(0, 957)]), 270.0);
        assert_eq!(texts(&narrow), ["0", "500 ms", "1 s"]);
        assert!(
            wide.windows(2)
                .all(|pair| (pair[1].percent - pair[0].percent) * 5.6 >= LEAST_DISTANCE_PX)
        );
    }

    #[test]
    fn a_long_run_has_few_words() {
        for seconds in [60, 3_600, 360_000] {
            let count = ticks(&axis(&[(0, seconds * 1_000)]), 540.0).len();
            assert!((2..=9).contains(&count), "{count} ticks for {seconds} s");
        }
    }

    #[test]
    fn a_fold_says_its_length_and_the_time_after_it() {
        let ticks = ticks(&axis(&[(0, 252), (1_252, 1_316)]), 560.0);
        let folded: Vec<(&str, TickKind)> = ticks
            .iter()
            .filter(|tick| tick.kind != TickKind::Time)
            .map(|tick| (tick.text.as_str(), tick.kind))
            .collect();
        assert_eq!(
            folded,
            [("1 s", TickKind::Fold), ("1.25 s", TickKind::AfterFold)]
        );
    }

    #[test]
    fn where_both_do_not_fit_the_fold_wins() {
        // Ten short acts: a fold is 24 px wide, which is enough for its own word alone.
        let acts: Vec<(u64, u64)> = (0..10).map(|act| (act * 1_060, act * 1_060 + 60)).collect();
        let ticks = ticks(&axis(&acts), 540.0);
        let count = |kind| ticks.iter().filter(|tick| tick.kind == kind).count();
        assert_eq!((count(TickKind::Fold), count(TickKind::AfterFold)), (9, 0));
    }
}
