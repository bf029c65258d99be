//! The lines under the bars: solid while the handler ran, dotted for what rounding adds. On one lane two of them can
//! meet, because a container is free again before its rounded time is over; then they use two levels.

use domain::units::SimTime;

/// What is billed for one invocation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct BilledLine {
    /// Where the handler began.
    pub(crate) from: SimTime,
    /// Where it answered.
    pub(crate) answered: SimTime,
    /// Where the billed time ends.
    pub(crate) until: SimTime,
    /// 0, or 1 for the lower level.
    pub(crate) level: usize,
    /// Whether a third line needed the place, so that this one ends open, without its tick.
    pub(crate) is_cut: bool,
}

/// Gives each line of one lane its level. They come in order: `(from, answered, until)`.
pub(crate) fn billed_lines(
    spans: impl IntoIterator<Item = (SimTime, SimTime, SimTime)>,
) -> Vec<BilledLine> {
    let mut lines: Vec<BilledLine> = Vec::new();
    // The line that was drawn last on each level.
    let mut latest: [Option<usize>; 2] = [None, None];
    for (from, answered, until) in spans {
        let end =
            |level: usize| latest[level].map_or(SimTime::ZERO, |line: usize| lines[line].until);
        let level = if end(0) <= from {
            0
        } else if end(1) <= from {
            1
        } else {
            usize::from(end(1) < end(0))
        };
        if let Some(older) = latest[level].map(|line| &mut lines[line])
            && older.until > from
        {
            older.until = from;
            older.is_cut = true;
        }
        latest[level] = Some(lines.len());
        lines.push(BilledLine {
            from,
            answered,
            until,
            level,
            is_cut: false,
        });
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A line: where it begins, is answered, ends.
    type Span = (u64, u64, u64);

    /// What becomes of it: where it ends, its level, whether it is cut.
    type Placed = (u64, usize, bool);

    #[test]
    fn lines_that_meet_use_the_second_level_and_a_third_cuts() {
        let cases: [(&[Span], &[Placed]); 4] = [
            (
                &[(0, 50, 100), (100, 150, 200)],
                &[(100, 0, false), (200, 0, false)],
            ),
            (
                &[(0, 50, 100), (60, 90, 160)],
                &[(100, 0, false), (160, 1, false)],
            ),
            (
                &[(0, 50, 100), (60, 90, 160), (110, 120, 210)],
                &[(100, 0, false), (160, 1, false), (210, 0, false)],
            ),
            (
                &[(0, 10, 100), (20, 30, 120), (40, 50, 140)],
                &[(40, 0, true), (120, 1, false), (140, 0, false)],
            ),
        ];
        for (spans, expected) in cases {
            let times = |&(from, answered, until): &Span| {
                (
                    SimTime::from_millis(from),
                    SimTime::from_millis(answered),
                    SimTime::from_millis(until),
                )
            };
            let lines = billed_lines(spans.iter().map(times));
            let placed =
                |line: &BilledLine| (line.until.as_micros() / 1_000, line.level, line.is_cut);
            let found: Vec<Placed> = lines.iter().map(placed).collect();
            assert_eq!(found, expected, "{spans:?}");
        }
    }
}
