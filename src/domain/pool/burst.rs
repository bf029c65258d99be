//! The token bucket of the burst limit, in exact integers.

use super::BurstLimit;
use crate::units::SimTime;

/// Tokens, counted in fractions of which `per` microseconds' worth make a whole one: then a microsecond brings
/// exactly `environments` fractions, and nothing is ever rounded.
#[derive(Clone, Debug)]
pub(super) struct TokenBucket {
    limit: BurstLimit,
    fractions: u128,
    counted_at: SimTime,
}

impl TokenBucket {
    /// A full bucket at time 0.
    pub(super) fn new(limit: BurstLimit) -> TokenBucket {
        let mut bucket = TokenBucket {
            limit,
            fractions: 0,
            counted_at: SimTime::ZERO,
        };
        bucket.fractions = bucket.full();
        bucket
    }

    /// Takes a token, if there is a whole one.
    pub(super) fn take(&mut self, at: SimTime) -> bool {
        let span = u128::from(at.since(self.counted_at).as_micros());
        let refill = span * u128::from(self.limit.environments);
        self.fractions = (self.fractions + refill).min(self.full());
        self.counted_at = at;
        let whole = u128::from(self.limit.per.as_micros());
        let enough = self.fractions >= whole;
        if enough {
            self.fractions -= whole;
        }
        enough
    }

    fn full(&self) -> u128 {
        u128::from(self.limit.environments) * u128::from(self.limit.per.as_micros())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::SimDuration;

    #[test]
    fn refills_evenly_and_never_above_full() {
        // Three tokens in 10 µs: one in every 3 1/3 µs.
        let mut bucket = TokenBucket::new(BurstLimit {
            environments: 3,
            per: SimDuration::from_micros(10),
        });
        for (at, expected) in [
            (0, true),
            (0, true),
            (0, true),
            (0, false),
            (3, false),
            (4, true),
            (6, false),
            (7, true),
            (9, false),
            (10, true),
            (1_000, true),
            (1_000, true),
            (1_000, true),
            (1_000, false),
        ] {
            assert_eq!(bucket.take(SimTime::from_micros(at)), expected, "{at} µs");
        }
    }
}
