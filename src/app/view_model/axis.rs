//! Time to per cent of the track. Quiet stretches between acts are folded, so that a wait of 15 minutes takes no more
//! room than one of a second.

use domain::units::{SimDuration, SimTime};

/// A quiet stretch of this length or more is folded.
const SHORTEST_FOLD: SimDuration = SimDuration::from_millis(400);

/// The width of one fold, and of all of them together; many folds share the latter.
const FOLD_PERCENT: f64 = 9.0;
const ALL_FOLDS_PERCENT: f64 = 40.0;

/// A little room behind the last line of a stretch, so that its end is seen.
const ROOM_BEFORE_FOLD: SimDuration = SimDuration::from_millis(20);
const ROOM_AT_END: SimDuration = SimDuration::from_millis(10);

/// One invocation as the axis sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Activity {
    /// When the request arrived.
    pub(crate) from: SimTime,
    /// When it was answered.
    pub(crate) answered: SimTime,
    /// Where the last line drawn for it ends: the answer, or the end of what is billed.
    pub(crate) until: SimTime,
}

/// A stretch of time that is drawn to scale.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Stretch {
    from: SimTime,
    until: SimTime,
    answered: SimTime,
    left: f64,
}

/// The room that a quiet stretch takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Fold {
    /// Where it begins, in per cent.
    pub(crate) left: f64,
    /// Its width, in per cent.
    pub(crate) width: f64,
    /// From the last answer to the next arrival.
    pub(crate) quiet: SimDuration,
    /// When it is over.
    pub(crate) until: SimTime,
}

/// Maps time to the track.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Axis {
    stretches: Vec<Stretch>,
    fold_percent: f64,
    percent_per_micro: f64,
}

impl Axis {
    /// The axis on which all of these can be seen. They come in order of arrival.
    pub(crate) fn of(activities: impl IntoIterator<Item = Activity>) -> Axis {
        let mut stretches: Vec<Stretch> = Vec::new();
        for Activity {
            from,
            answered,
            until,
        } in activities
        {
            match stretches.last_mut() {
                Some(last) if from.since(last.until) < SHORTEST_FOLD => {
                    last.until = last.until.max(until);
                    last.answered = last.answered.max(answered);
                }
                _ => stretches.push(Stretch {
                    from,
                    until,
                    answered,
                    left: 0.0,
                }),
            }
        }
        let folds = stretches.len().saturating_sub(1);
        if let Some((last, others)) = stretches.split_last_mut() {
            for stretch in others {
                stretch.until += ROOM_BEFORE_FOLD;
            }
            let tenth = SimDuration::from_micros(last.answered.since(last.from).as_micros() / 10);
            last.until = (last.until + ROOM_AT_END).max(last.answered + tenth);
        }
        let fold_percent = FOLD_PERCENT.min(ALL_FOLDS_PERCENT / folds.max(1) as f64);
        let shown: SimDuration = stretches
            .iter()
            .map(|stretch| stretch.until.since(stretch.from))
            .sum();
        let percent_per_micro =
            (100.0 - fold_percent * folds as f64) / shown.as_micros().max(1) as f64;
        let mut left = 0.0;
        for stretch in &mut stretches {
            stretch.left = left;
            left += stretch.until.since(stretch.from).as_micros() as f64 * percent_per_micro
                + fold_percent;
        }
        Axis {
            stretches,
            fold_percent,
            percent_per_micro,
        }
    }

    /// The place of a point in time, in per cent; what lies beyond the ends is at the ends.
    pub(crate) fn percent(&self, time: SimTime) -> f64 {
        let after = self
            .stretches
            .partition_point(|stretch| stretch.from <= time);
        let Some(stretch) = after.checked_sub(1).map(|index| self.stretches[index]) else {
            return 0.0;
        };
        if time <= stretch.until {
            return stretch.left + self.length(time.since(stretch.from));
        }
        match self.stretches.get(after) {
            Some(next) => {
                let part = time.since(stretch.until).as_micros() as f64
                    / next.from.since(stretch.until).as_micros().max(1) as f64;
                next.left - self.fold_percent * (1.0 - part)
            }
            None => 100.0,
        }
    }

    /// How much of the track a span takes where time is drawn to scale, in per cent.
    pub(crate) fn length(&self, span: SimDuration) -> f64 {
        span.as_micros() as f64 * self.percent_per_micro
    }

    /// The folds, from left to right.
    pub(crate) fn folds(&self) -> impl Iterator<Item = Fold> {
        self.stretches.windows(2).map(|pair| Fold {
            left: pair[1].left - self.fold_percent,
            width: self.fold_percent,
            quiet: pair[1].from.since(pair[0].answered),
            until: pair[1].from,
        })
    }

    /// When the first stretch begins and ends.
    pub(crate) fn first_stretch(&self) -> Option<(SimTime, SimTime)> {
        self.stretches
            .first()
            .map(|stretch| (stretch.from, stretch.until))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn activity(from: u64, answered: u64, until: u64) -> Activity {
        let [from, answered, until] = [from, answered, until].map(SimTime::from_millis);
        Activity {
            from,
            answered,
            until,
        }
    }

    fn percent(axis: &Axis, millis: u64) -> f64 {
        (axis.percent(SimTime::from_millis(millis)) * 100.0).round() / 100.0
    }

    #[test]
    fn one_stretch_ends_a_tenth_after_the_last_answer() {
        let axis = Axis::of([activity(0, 400, 500), activity(300, 1_000, 1_020)]);
        assert_eq!(axis.folds().count(), 0);
        assert_eq!(
            (
                percent(&axis, 0),
                percent(&axis, 550),
                percent(&axis, 1_100)
            ),
            (0.0, 50.0, 100.0)
        );
        assert_eq!(percent(&axis, 99_000), 100.0);
    }

    #[test]
    fn the_end_of_what_is_billed_is_always_seen() {
        let axis = Axis::of([activity(0, 100, 290)]);
        assert_eq!(percent(&axis, 300), 100.0);
        assert!(percent(&axis, 290) < 100.0);
    }

    #[test]
    fn short_pauses_stay_and_long_ones_fold() {
        let axis = Axis::of([activity(0, 100, 100), activity(499, 600, 600)]);
        assert_eq!(axis.folds().count(), 0);

        let axis = Axis::of([activity(0, 80, 100), activity(500, 600, 600)]);
        let folds: Vec<Fold> = axis.folds().collect();
        assert_eq!(folds.len(), 1);
        assert_eq!(folds[0].quiet, SimDuration::from_millis(420));
        assert_eq!(folds[0].width, FOLD_PERCENT);
        // 120 ms and 110 ms to scale share the 91 % that the fold leaves.
        assert_eq!(percent(&axis, 120), 47.48);
        assert_eq!(percent(&axis, 310), 51.98);
        assert_eq!(percent(&axis, 500), 56.48);
        assert_eq!(percent(&axis, 610), 100.0);
    }

    #[test]
    fn a_wait_of_minutes_takes_no_more_room() {
        let axis = Axis::of([activity(0, 100, 100), activity(900_100, 900_200, 900_200)]);
        let fold = axis.folds().next().unwrap();
        assert_eq!(
            (fold.width, fold.quiet),
            (FOLD_PERCENT, SimDuration::from_secs(900))
        );
    }

    #[test]
    fn many_folds_share_their_room() {
        let axis = Axis::of(
            (0..21)
                .map(|second| activity(second * 1_000, second * 1_000 + 50, second * 1_000 + 100)),
        );
        let folds: Vec<Fold> = axis.folds().collect();
        assert_eq!((folds.len(), folds[0].width), (20, 2.0));
        assert!(percent(&axis, 20_000) < 100.0);
        assert!(
            folds
                .windows(2)
                .all(|pair| pair[0].left + pair[0].width < pair[1].left)
        );
    }

    #[test]
    fn nothing_needs_no_axis() {
        let axis = Axis::of([]);
        assert_eq!((percent(&axis, 5), axis.first_stretch()), (0.0, None));
    }
}
