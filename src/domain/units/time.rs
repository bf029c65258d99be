//! Virtual time in whole microseconds: [`SimTime`] is a point, [`SimDuration`] a span.
//!
//! Integers, because ties decide who gets a warm container: differences of floating-point times dissolve exact ties.

use std::ops::{Add, AddAssign, Sub};

use serde::{Deserialize, Serialize};

/// A point in virtual time, counted in microseconds from the start of the plan.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct SimTime(u64);

/// A span of virtual time in microseconds; never negative.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct SimDuration(u64);

impl SimTime {
    /// The start of every plan.
    pub const ZERO: SimTime = SimTime(0);

    /// Later than everything.
    pub const MAX: SimTime = SimTime(u64::MAX);

    /// The point that lies this many microseconds after the start.
    pub const fn from_micros(micros: u64) -> SimTime {
        SimTime(micros)
    }

    /// The point that lies this many milliseconds after the start.
    pub const fn from_millis(millis: u64) -> SimTime {
        SimTime(millis * 1_000)
    }

    /// Microseconds since the start.
    pub const fn as_micros(self) -> u64 {
        self.0
    }

    /// Milliseconds since the start, for drawing and JSON only.
    pub fn as_millis_f64(self) -> f64 {
        self.0 as f64 / 1_000.0
    }

    /// The span from `earlier` to this point; zero if `earlier` is later.
    pub const fn since(self, earlier: SimTime) -> SimDuration {
        SimDuration(self.0.saturating_sub(earlier.0))
    }
}

impl SimDuration {
    /// No time at all.
    pub const ZERO: SimDuration = SimDuration(0);

    /// A span of this many microseconds.
    pub const fn from_micros(micros: u64) -> SimDuration {
        SimDuration(micros)
    }

    /// A span of this many milliseconds.
    pub const fn from_millis(millis: u64) -> SimDuration {
        SimDuration(millis * 1_000)
    }

    /// A span of this many seconds.
    pub const fn from_secs(seconds: u64) -> SimDuration {
        SimDuration(seconds * 1_000_000)
    }

    /// The whole span in microseconds.
    pub const fn as_micros(self) -> u64 {
        self.0
    }

    /// The span in milliseconds, for drawing and JSON only.
    pub fn as_millis_f64(self) -> f64 {
        self.0 as f64 / 1_000.0
    }

    /// This span rounded up to whole granules, at least one. `granule` must not be zero.
    pub const fn round_up_to(self, granule: SimDuration) -> SimDuration {
        let granules = self.0.div_ceil(granule.0);
        SimDuration(granule.0 * if granules == 0 { 1 } else { granules })
    }
}

impl Add<SimDuration> for SimTime {
    type Output = SimTime;
    fn add(self, span: SimDuration) -> SimTime {
        SimTime(self.0.saturating_add(span.0))
    }
}

impl AddAssign<SimDuration> for SimTime {
    fn add_assign(&mut self, span: SimDuration) {
        *self = *self + span;
    }
}

impl Add for SimDuration {
    type Output = SimDuration;
    fn add(self, other: SimDuration) -> SimDuration {
        SimDuration(self.0.saturating_add(other.0))
    }
}

impl AddAssign for SimDuration {
    fn add_assign(&mut self, other: SimDuration) {
        *self = *self + other;
    }
}

impl Sub for SimDuration {
    type Output = SimDuration;
    /// Stops at zero: a span is never negative.
    fn sub(self, other: SimDuration) -> SimDuration {
        SimDuration(self.0.saturating_sub(other.0))
    }
}

impl std::iter::Sum for SimDuration {
    fn sum<I: Iterator<Item = SimDuration>>(spans: I) -> SimDuration {
        spans.fold(SimDuration::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_up_and_bills_at_least_one_granule() {
        let granule = SimDuration::from_millis(100);
        for (micros, expected_ms) in [
            (0, 100),
            (1, 100),
            (100_000, 100),
            (100_010, 200),
            (1_199_999, 1_200),
        ] {
            assert_eq!(
                SimDuration::from_micros(micros).round_up_to(granule),
                SimDuration::from_millis(expected_ms),
                "{micros} µs"
            );
        }
    }
}
