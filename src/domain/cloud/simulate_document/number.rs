//! Numbers of the document, read from their digits: a time such as 1.0015 ms is exact there and not in binary.

use serde::de::Error;
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use crate::units::{SimDuration, SimTime};

/// The longest time that a document may name: 10¹⁵ ms, which leaves room to add a few.
const MAX_MICROS: u128 = 1_000_000_000_000_000_000;

/// Milliseconds, rounded to the nearest microsecond, half away from zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Millis(u64);

impl Millis {
    pub(super) fn as_time(self) -> SimTime {
        SimTime::from_micros(self.0)
    }

    pub(super) fn as_span(self) -> SimDuration {
        SimDuration::from_micros(self.0)
    }
}

impl<'de> Deserialize<'de> for Millis {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Millis, D::Error> {
        let text = <&RawValue>::deserialize(deserializer)?.get();
        scaled(text, 3)
            .filter(|&(micros, _)| micros <= MAX_MICROS)
            .map(|(micros, _)| Millis(micros as u64))
            .ok_or_else(|| {
                let found = excerpt(text);
                D::Error::custom(format!(
                    "expected a number of milliseconds from 0 to 1e15, found {found}"
                ))
            })
    }
}

/// A whole number, 0 or more; one beyond 32 bits stands for the largest of 32 bits, which is no limit at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Count(pub(super) u32);

impl<'de> Deserialize<'de> for Count {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Count, D::Error> {
        let text = <&RawValue>::deserialize(deserializer)?.get();
        scaled(text, 0)
            .filter(|&(_, is_exact)| is_exact)
            .map(|(count, _)| Count(u32::try_from(count).unwrap_or(u32::MAX)))
            .ok_or_else(|| {
                let found = excerpt(text);
                D::Error::custom(format!("expected a whole number, 0 or more, found {found}"))
            })
    }
}

/// A number that is not negative.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Amount(pub(super) f64);

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Amount, D::Error> {
        let text = <&RawValue>::deserialize(deserializer)?.get();
        text.parse()
            .ok()
            .filter(|&amount: &f64| amount >= 0.0 && amount.is_finite())
            .map(Amount)
            .ok_or_else(|| {
                let found = excerpt(text);
                D::Error::custom(format!("expected a number, 0 or more, found {found}"))
            })
    }
}

fn excerpt(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// The number times 10 to the power of `shift`, rounded half up, and whether nothing was rounded away; `None` if it is
/// negative, no number, or beyond all bounds. `text` is one JSON value.
fn scaled(text: &str, shift: i64) -> Option<(u128, bool)> {
    let bytes = text.as_bytes();
    let (is_negative, digits) = match bytes.first()? {
        b'-' => (true, &bytes[1..]),
        b'0'..=b'9' => (false, bytes),
        _ => return None,
    };
    let (mut mantissa, mut exponent, mut is_fraction, mut is_exact) = (0_u128, shift, false, true);
    let mut rest = digits.iter();
    for &byte in rest.by_ref() {
        match byte {
            b'0'..=b'9' => {
                let digit = u128::from(byte - b'0');
                // 36 digits are more than any rounding looks at; of the others only their places count.
                if mantissa < 1_000_000_000_000_000_000_000_000_000_000_000_000 {
                    mantissa = mantissa * 10 + digit;
                    exponent -= i64::from(is_fraction);
                } else {
                    is_exact &= digit == 0;
                    exponent += i64::from(!is_fraction);
                }
            }
            b'.' => is_fraction = true,
            _ => break,
        }
    }
    let written = std::str::from_utf8(rest.as_slice()).ok()?;
    if !written.is_empty() {
        // JSON allows any number of digits in an exponent; beyond these bounds nothing is left, or far too much.
        let power: i64 = written.parse().unwrap_or(if written.starts_with('-') {
            -100_000
        } else {
            100_000
        });
        exponent += power.clamp(-100_000, 100_000);
    }
    if is_negative && mantissa != 0 {
        return None;
    }
    if mantissa == 0 {
        return Some((0, true));
    }
    if exponent >= 0 {
        let power = 10_u128.checked_pow(u32::try_from(exponent).ok()?)?;
        return Some((mantissa.checked_mul(power)?, is_exact));
    }
    let Some(unit) = 10_u128.checked_pow(exponent.unsigned_abs() as u32) else {
        return Some((0, false));
    };
    let (whole, rest) = (mantissa / unit, mantissa % unit);
    Some((
        whole + u128::from(rest >= unit - rest),
        is_exact && rest == 0,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_rounded_from_their_digits() {
        for (text, micros) in [
            ("0", Some(0)),
            ("-0", Some(0)),
            ("-0.0", Some(0)),
            ("12", Some(12_000)),
            ("0.0005", Some(1)),
            ("0.00049999", Some(0)),
            ("1.0015", Some(1_002)),
            ("1.0014999", Some(1_001)),
            ("1.0005", Some(1_001)),
            ("2.0005", Some(2_001)),
            ("1e3", Some(1_000_000)),
            ("1.5E+1", Some(15_000)),
            ("25e-5", Some(0)),
            ("5e-4", Some(1)),
            ("1e-400", Some(0)),
            ("0e999999999999999999999", Some(0)),
            ("1000000000000000", Some(1_000_000_000_000_000_000)),
            ("1000000000000001", None),
            ("1e999999999999999999999", None),
            (
                "0.1234999999999999999999999999999999999999999999999",
                Some(123),
            ),
            (
                "0.1235000000000000000000000000000000000000000000001",
                Some(124),
            ),
            ("-1", None),
            ("-0.0001", None),
            ("\"5\"", None),
            ("null", None),
            ("true", None),
            ("[1]", None),
        ] {
            let read: Option<Millis> = serde_json::from_str(text).ok();
            assert_eq!(read.map(|millis| millis.0), micros, "{text}");
        }
    }

    #[test]
    fn counts_are_whole() {
        for (text, count) in [
            ("3", Some(3)),
            ("3.0", Some(3)),
            ("3e0", Some(3)),
            ("3.5", None),
            ("-1", None),
            ("99999999999", Some(u32::MAX)),
            ("null", None),
        ] {
            let read: Option<Count> = serde_json::from_str(text).ok();
            assert_eq!(read.map(|count| count.0), count, "{text}");
        }
    }
}
