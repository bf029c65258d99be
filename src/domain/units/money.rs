//! Exact decimal money. A bill adds millions of amounts below a thousandth of a cent; floating point would drift.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Mul};

/// An amount of US dollars, held as a whole number of 10⁻¹⁵ dollars.
///
/// The smallest price in use, $0.0000000309 per GB-second of `/tmp`, is 30,900,000 of these.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(i128);

const PER_DOLLAR: i128 = 1_000_000_000_000_000;

impl Money {
    /// Nothing to pay.
    pub const ZERO: Money = Money(0);

    /// An amount given in 10⁻⁹ dollars, the unit in which price lists name the price of 100 ms.
    pub const fn from_nano_dollars(nano_dollars: i64) -> Money {
        Money(nano_dollars as i128 * 1_000_000)
    }

    /// An amount given in 10⁻¹⁵ dollars.
    pub const fn from_femto_dollars(femto_dollars: i64) -> Money {
        Money(femto_dollars as i128)
    }

    /// The amount divided by a count, rounded half up; zero if the count is zero.
    pub fn divided_by(self, count: u64) -> Money {
        if count == 0 {
            return Money::ZERO;
        }
        let count = i128::from(count);
        Money((self.0 * 2 + count).div_euclid(count * 2))
    }

    /// The amount times `numerator / denominator`, rounded half up; zero if the denominator is zero. The product must
    /// stay within 10²³ dollars, as everything on Earth does.
    pub fn times_ratio(self, numerator: u128, denominator: u64) -> Money {
        if denominator == 0 {
            return Money::ZERO;
        }
        // Whole parts first, so that nothing overflows on the way.
        let denominator = i128::from(denominator);
        let numerator = i128::try_from(numerator).unwrap_or(i128::MAX);
        let (whole, rest) = (numerator / denominator, numerator % denominator);
        let part = self.0 * rest;
        Money(self.0 * whole + (part * 2 + denominator).div_euclid(denominator * 2))
    }

    /// The amount in dollars, for drawing only.
    pub fn as_dollars(self) -> f64 {
        self.0 as f64 / PER_DOLLAR as f64
    }

    /// The amount in dollars with this many decimals (at most 15), rounded half up: `$0.48`.
    pub fn to_dollars(self, decimals: u32) -> String {
        let unit = PER_DOLLAR / 10_i128.pow(decimals);
        let rounded = (self.0 * 2 + unit).div_euclid(unit * 2);
        let per_dollar = 10_i128.pow(decimals);
        let (whole, rest) = (rounded / per_dollar, rounded % per_dollar);
        if decimals == 0 {
            format!("${whole}")
        } else {
            format!("${whole}.{rest:0width$}", width = decimals as usize)
        }
    }
}

impl fmt::Display for Money {
    /// Nine decimals, as price lists print them.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.to_dollars(9))
    }
}

impl Add for Money {
    type Output = Money;
    fn add(self, other: Money) -> Money {
        Money(self.0 + other.0)
    }
}

impl Mul<u64> for Money {
    type Output = Money;
    fn mul(self, count: u64) -> Money {
        Money(self.0 * i128::from(count))
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Money>>(amounts: I) -> Money {
        amounts.fold(Money::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_dollars_with_rounding() {
        for (nano_dollars, decimals, expected) in [
            (208, 9, "$0.000000208"),
            (480_000_000, 2, "$0.48"),
            (475_000_000, 2, "$0.48"),
            (474_999_999, 2, "$0.47"),
            (18_740_000_000, 2, "$18.74"),
            (1_500_000_000, 0, "$2"),
        ] {
            assert_eq!(
                Money::from_nano_dollars(nano_dollars).to_dollars(decimals),
                expected
            );
        }
    }

    #[test]
    fn divides_half_up() {
        assert_eq!(Money(3).divided_by(2), Money(2));
        assert_eq!(Money(4).divided_by(3), Money(1));
        assert_eq!(Money(4).divided_by(0), Money::ZERO);
    }
}
