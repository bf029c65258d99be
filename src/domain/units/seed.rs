//! Chance without a clock: every random draw of a run comes from the plan's seed.
//!
//! Each purpose and each environment has a stream of its own, so that one more draw here changes nothing there. The
//! generator (PCG, 64 bits of state) is value-stable: its crate promises the same numbers in every version.

use rand_core::Rng;
use rand_pcg::Pcg32;
use serde::{Deserialize, Serialize};

/// The one number that all chance in a run follows from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Seed(pub u32);

/// What random numbers are drawn for. Purposes never share a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Ids of requests, one stream for a run.
    RequestIds,
    /// `Math.random()` of one environment.
    MathRandom,
    /// The id in the name of an environment's log stream.
    LogStream,
    /// When requests arrive.
    Arrivals,
    /// How long handlers take where no handler runs.
    ServiceTimes,
}

/// A stream of random numbers.
#[derive(Clone, Debug)]
pub struct Draws(Pcg32);

impl Seed {
    /// The stream for `purpose`, of which there is one for each `index` (an environment's number, say).
    pub fn draws(self, purpose: Purpose, index: u32) -> Draws {
        let stream = ((purpose as u64) << 32) | u64::from(index);
        Draws(Pcg32::new(
            u64::from(self.0).wrapping_mul(0x9e37_79b9_7f4a_7c15),
            stream,
        ))
    }
}

impl Draws {
    /// The next 64 random bits.
    #[inline]
    pub fn bits(&mut self) -> u64 {
        self.0.next_u64()
    }

    /// The next number in [0, 1): 53 random bits, as `Math.random` gives.
    #[inline]
    pub fn unit_interval(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// The next `length` hexadecimal digits, lower case.
    pub fn hex(&mut self, length: usize) -> String {
        (0..length)
            .map(|_| char::from_digit(self.0.next_u32() >> 28, 16).unwrap_or('0'))
            .collect()
    }

    /// The next random UUID (version 4), lower case.
    pub fn uuid(&mut self) -> String {
        let variant = ["8", "9", "a", "b"][(self.0.next_u32() >> 30) as usize];
        format!(
            "{}-{}-4{}-{variant}{}-{}",
            self.hex(8),
            self.hex(4),
            self.hex(3),
            self.hex(3),
            self.hex(12)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streams_are_repeatable_and_separate() {
        let first = Seed(1).draws(Purpose::MathRandom, 0).unit_interval();
        assert_eq!(first, Seed(1).draws(Purpose::MathRandom, 0).unit_interval());
        assert!((0.0..1.0).contains(&first));
        for other in [
            Seed(2).draws(Purpose::MathRandom, 0),
            Seed(1).draws(Purpose::MathRandom, 1),
            Seed(1).draws(Purpose::RequestIds, 0),
        ] {
            assert_ne!(first, other.clone().unit_interval());
        }
    }

    #[test]
    fn uuids_have_their_version_and_variant() {
        let id = Seed(7).draws(Purpose::RequestIds, 0).uuid();
        assert_eq!(id.len(), 36);
        assert_eq!(&id[14..15], "4");
        assert!("89ab".contains(&id[19..20]));
    }
}
