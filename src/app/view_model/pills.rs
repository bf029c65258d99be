//! Arrivals as numbered pills above the lanes. Those that would touch join into one with their range.

use super::words::thousands;

/// The height of a pill.
const HEIGHT_PX: f64 = 17.0;

/// What a digit takes.
const PX_PER_LETTER: f64 = 6.6;

/// Air between neighbours; more where one wears the ring of the chosen invocation.
const GAP_PX: f64 = 2.0;
const GAP_AT_RING_PX: f64 = 5.0;

/// A request as the strip sees it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct ArrivalMark {
    /// Its index.
    pub(crate) index: usize,
    /// Where it arrives.
    pub(crate) x_px: f64,
    /// Whether it was turned away.
    pub(crate) is_throttled: bool,
}

/// One pill, or the ring of a throttled request.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Pill {
    /// The first and the last request in it.
    pub(crate) first: usize,
    pub(crate) last: usize,
    /// Its left edge and its width.
    pub(crate) left_px: f64,
    pub(crate) width_px: f64,
    /// Whether it stands for a request that was turned away.
    pub(crate) is_throttled: bool,
    /// Whether the chosen invocation is in it.
    pub(crate) is_chosen: bool,
}

impl Pill {
    /// `8`, or `3–4`.
    pub(crate) fn text(&self) -> String {
        let number = |index: usize| thousands(index as u64 + 1);
        if self.first == self.last {
            number(self.first)
        } else {
            format!("{}–{}", number(self.first), number(self.last))
        }
    }

    fn right_px(&self) -> f64 {
        self.left_px + self.width_px
    }

    fn fit(&mut self) {
        let mut letters = letters_of(self.last);
        if self.first < self.last {
            letters += letters_of(self.first) + 1;
        }
        self.width_px = HEIGHT_PX.max(f64::from(letters) * PX_PER_LETTER + 10.0);
    }
}

/// How long the number of a request is. Asked for each request of a run, so it is not written for that.
fn letters_of(index: usize) -> u32 {
    let digits = (index + 1).ilog10() + 1;
    digits + (digits - 1) / 3
}

/// So far a pill may stick out of the track.
const MOST_OVERHANG_PX: f64 = 12.0;

/// The pills of these arrivals, which come in order, on a track of this width. A throttled one stays alone: it is what
/// the reader looks for.
pub(crate) fn pills(
    arrivals: impl IntoIterator<Item = ArrivalMark>,
    chosen: Option<usize>,
    width_px: f64,
) -> Vec<Pill> {
    let mut pills: Vec<Pill> = Vec::new();
    for ArrivalMark {
        index,
        x_px,
        is_throttled,
    } in arrivals
    {
        let is_chosen = chosen == Some(index);
        let mut left_px = x_px;
        if let Some(last) = pills.last_mut() {
            let end = last.right_px();
            if !last.is_throttled && !is_throttled && x_px < end + GAP_PX {
                last.last = index;
                last.is_chosen |= is_chosen;
                last.fit();
                continue;
            }
            let gap = if last.is_chosen || is_chosen {
                GAP_AT_RING_PX
            } else {
                GAP_PX
            };
            left_px = left_px.max(end + gap);
        }
        let mut pill = Pill {
            first: index,
            last: index,
            left_px,
            width_px: 0.0,
            is_throttled,
            is_chosen,
        };
        pill.fit();
        pills.push(pill);
    }
    keep_inside(&mut pills, width_px);
    pills
}

/// A number that would stick out of the track at its right end joins the one before it; there is always room for one.
fn keep_inside(pills: &mut Vec<Pill>, width_px: f64) {
    while let [.., before, last] = pills.as_mut_slice()
        && last.right_px() > width_px + MOST_OVERHANG_PX
        && !before.is_throttled
        && !last.is_throttled
    {
        before.last = last.last;
        before.is_chosen |= last.is_chosen;
        before.fit();
        pills.pop();
    }
    if let [only] = pills.as_mut_slice() {
        only.left_px = only.left_px.min((width_px - only.width_px).max(0.0));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(arrivals: &[(f64, bool)]) -> Vec<String> {
        let marks = arrivals
            .iter()
            .enumerate()
            .map(|(index, &(x_px, is_throttled))| ArrivalMark {
                index,
                x_px,
                is_throttled,
            });
        let pills = pills(marks, None, 200.0);
        let apart = |pair: &[Pill]| pair[0].left_px + pair[0].width_px < pair[1].left_px;
        assert!(pills.windows(2).all(apart), "{pills:?}");
        pills.iter().map(Pill::text).collect()
    }

    #[test]
    fn a_pill_has_room_for_its_numbers() {
        for (first, last) in [
            (0, 0),
            (8, 8),
            (9, 9),
            (998, 998),
            (999, 999),
            (8, 9_999),
            (0, 999_999),
        ] {
            let mut pill = Pill {
                first,
                last,
                left_px: 0.0,
                width_px: 0.0,
                is_throttled: false,
                is_chosen: false,
            };
            pill.fit();
            let letters = pill.text().chars().count() as f64;
            assert_eq!(pill.width_px, HEIGHT_PX.max(letters * PX_PER_LETTER + 10.0));
        }
    }

    #[test]
    fn neighbours_that_touch_join() {
        for (arrivals, expected) in [
            (
                &[(0.0, false), (100.0, false)] as &[(f64, bool)],
                &["1", "2"] as &[&str],
            ),
            (
                &[(0.0, false), (10.0, false), (100.0, false)],
                &["1–2", "3"],
            ),
            // A joined pill is wider and may reach the next one.
            (&[(0.0, false), (10.0, false), (25.0, false)], &["1–3"]),
            (
                &[(0.0, false), (0.0, true), (0.0, true), (5.0, false)],
                &["1", "2", "3", "4"],
            ),
        ] {
            assert_eq!(texts(arrivals), expected, "{arrivals:?}");
        }
        assert_eq!(texts(&[(0.0, false); 1_000]), ["1–1,000"]);
        // A round pill at the very end may stick out by its radius, a wider one may not.
        assert_eq!(texts(&[(0.0, false), (190.0, false)]), ["1", "2"]);
        assert_eq!(
            texts(&[(0.0, false), (186.0, false), (199.0, false)]),
            ["1–3"]
        );
    }

    #[test]
    fn the_chosen_one_is_known_by_its_pill() {
        let marks = [0.0, 5.0, 150.0]
            .into_iter()
            .enumerate()
            .map(|(index, x_px)| ArrivalMark {
                index,
                x_px,
                is_throttled: false,
            });
        let chosen: Vec<bool> = pills(marks, Some(1), 200.0)
            .iter()
            .map(|pill| pill.is_chosen)
            .collect();
        assert_eq!(chosen, [true, false]);
    }
}
