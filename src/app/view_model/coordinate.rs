//! Numbers as SVG has them. A thousandth of a pixel or per cent is finer than any screen, and whole thousandths need none
//! of the code that prints any float exactly: 20 kB in the page.

use std::fmt::{self, Display, Formatter};

/// A coordinate or a length; it is written with at most three decimals.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Coordinate(pub(crate) f64);

impl Display for Coordinate {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        let thousandths = (self.0 * 1000.0).round() as i64;
        let sign = if thousandths < 0 { "-" } else { "" };
        let (whole, rest) = (
            thousandths.unsigned_abs() / 1000,
            thousandths.unsigned_abs() % 1000,
        );
        write!(formatter, "{sign}{whole}")?;
        if rest == 0 {
            return Ok(());
        }
        let decimals = format!("{rest:03}");
        write!(formatter, ".{}", decimals.trim_end_matches('0'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_no_more_than_is_needed() {
        for (value, text) in [
            (0.0, "0"),
            (-0.0001, "0"),
            (12.0, "12"),
            (-2.5, "-2.5"),
            (0.04, "0.04"),
            (33.333_333, "33.333"),
            (99.9996, "100"),
            (-0.25, "-0.25"),
        ] {
            assert_eq!(Coordinate(value).to_string(), text);
        }
    }
}
