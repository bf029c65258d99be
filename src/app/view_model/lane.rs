//! One lane: the containers that lived in it one after the other, ready to be drawn.

use super::{BilledLine, ContainerState, LaneGeometry};

/// A lane with its head.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Lane {
    /// The number of the container that lived in it last.
    pub(crate) number: u32,
    /// How that container is.
    pub(crate) state: ContainerState,
    /// How many requests it answered.
    pub(crate) served: u64,
    /// When it will be gone, if it waits: `9 min 58 s`.
    pub(crate) expires_in: Option<String>,
    /// What happened.
    pub(crate) drawing: LaneDrawing,
}

/// A part of the track, in per cent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Extent {
    /// Its left edge.
    pub(crate) left: f64,
    /// Its width.
    pub(crate) width: f64,
}

impl Extent {
    /// Its right edge.
    pub(crate) fn right(&self) -> f64 {
        self.left + self.width
    }
}

/// Everything in a lane, in layers.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct LaneDrawing {
    /// The heights.
    pub(crate) geometry: LaneGeometry,
    /// Init phases, and whether the word `starting` fits.
    pub(crate) starts: Vec<(Extent, bool)>,
    /// Times of waiting.
    pub(crate) idles: Vec<Extent>,
    /// Handlers at work.
    pub(crate) bars: Vec<Bar>,
    /// What is billed.
    pub(crate) billed: Vec<PlacedLine>,
    /// Where containers ended.
    pub(crate) ends: Vec<EndMark>,
}

/// A handler at work.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Bar {
    /// Which invocation.
    pub(crate) index: usize,
    /// Where.
    pub(crate) extent: Extent,
    /// Its width as drawn: never less than what can be seen.
    pub(crate) width_px: f64,
    /// Whether it is drawn wider than it lasted.
    pub(crate) is_widened: bool,
    /// Whether it ended in an error.
    pub(crate) fails: bool,
    /// Whether it is the chosen one.
    pub(crate) is_chosen: bool,
    /// The request's number, where it fits.
    pub(crate) number: Option<String>,
    /// How long it ran, where that fits, and where it stands in the bar.
    pub(crate) time: Option<(f64, String)>,
    /// A word beside the bar.
    pub(crate) beside: Option<BesideBar>,
}

/// A word beside a bar that ended in an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BesideBar {
    /// To the right of its torn end.
    After,
    /// Further to the right, behind the cross of the container that it cost.
    AfterCross,
    /// To its left, because there is no room on the right.
    Before,
}

/// A billed line with its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct PlacedLine {
    /// Where it is solid.
    pub(crate) ran: Extent,
    /// Where it is dotted.
    pub(crate) rounding: Extent,
    /// Its height.
    pub(crate) y: f64,
    /// Whether it ends without a tick.
    pub(crate) is_cut: bool,
}

impl PlacedLine {
    /// Places a line.
    pub(super) fn new(
        line: BilledLine,
        geometry: LaneGeometry,
        percent: impl Fn(domain::units::SimTime) -> f64,
    ) -> PlacedLine {
        let solid_end = line.answered.min(line.until);
        let [from, middle, until] = [line.from, solid_end, line.until].map(percent);
        PlacedLine {
            ran: Extent {
                left: from,
                width: middle - from,
            },
            rounding: Extent {
                left: middle,
                width: until - middle,
            },
            y: geometry.billed + line.level as f64 * geometry.billed_step,
            is_cut: line.is_cut,
        }
    }
}

/// The cross at the end of a container's life.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct EndMark {
    /// Where, in per cent.
    pub(crate) percent: f64,
    /// Moved so far to the right, to stand clear of what ended there.
    pub(crate) shift_px: f64,
    /// The word behind it, where it fits and says more than the cross.
    pub(crate) word: Option<&'static str>,
}
