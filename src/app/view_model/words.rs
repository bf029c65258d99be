//! Numbers as people read them.

use domain::units::SimDuration;

const MILLISECOND: u64 = 1_000;
const SECOND: u64 = 1_000 * MILLISECOND;
const MINUTE: u64 = 60 * SECOND;
const HOUR: u64 = 60 * MINUTE;

/// How long something lasts, in at most two units: `957 ms`, `2.32 s`, `12 s`, `9 min 59 s`, `2 h 5 min`.
pub(crate) fn lasting(span: SimDuration) -> String {
    let micros = span.as_micros();
    // Rounding must not lead to `1000 ms` or `60 s`, hence the borders half a digit below.
    match micros {
        0..999_500 => format!("{} ms", rounded(micros, MILLISECOND)),
        999_500..9_995_000 => format!("{} s", decimal(rounded(micros, SECOND / 100), 2)),
        9_995_000..59_500_000 => format!("{} s", rounded(micros, SECOND)),
        59_500_000..60_000_000 => "1 min".to_owned(),
        _ if micros < HOUR => two_units(micros, (MINUTE, "min"), (SECOND, "s")),
        _ => two_units(micros, (HOUR, "h"), (MINUTE, "min")),
    }
}

/// How long a handler ran, in milliseconds. Two decimals where a whole number would hide why one more step is billed:
/// a run of `100.01 ms` is billed as 200.
pub(crate) fn run_time(span: SimDuration, granule: SimDuration) -> String {
    let micros = span.as_micros();
    let whole = rounded(micros, MILLISECOND);
    let hides_a_step = !micros.is_multiple_of(MILLISECOND)
        && micros > MILLISECOND * whole
        && (whole * MILLISECOND).is_multiple_of(granule.as_micros());
    if hides_a_step && whole > 0 {
        format!("{} ms", decimal(micros.div_ceil(10), 2))
    } else if micros < 10 * MILLISECOND {
        format!("{} ms", decimal(rounded(micros, 100), 1))
    } else {
        format!("{} ms", thousands(whole))
    }
}

/// A point of the axis, with as few digits as it needs: `0`, `200 ms`, `1.25 s`.
pub(crate) fn moment(span: SimDuration) -> String {
    if span == SimDuration::ZERO {
        "0".to_owned()
    } else {
        lasting(span)
    }
}

/// Milliseconds with their unit and no other, so that a column of them can be compared: `901,316 ms`.
pub(crate) fn millis(span: SimDuration) -> String {
    format!("{} ms", thousands(rounded(span.as_micros(), MILLISECOND)))
}

/// `12,345`
pub(crate) fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Two digits that matter: `18 million`, `340`, `1`.
pub(crate) fn about(number: f64) -> String {
    if number >= 1e6 {
        return match number / 1e6 {
            millions if millions < 10.0 => {
                let tenths = (millions * 10.0).round() as u64;
                format!("{}.{} million", tenths / 10, tenths % 10)
            }
            millions => format!("{} million", about(millions)),
        };
    }
    let whole = number.max(1.0).round() as u64;
    let mut unit = 1;
    while whole / unit >= 100 {
        unit *= 10;
    }
    thousands((whole + unit / 2) / unit * unit)
}

/// `1 request`, `2 requests`
pub(crate) fn counted(number: u64, word: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{} {word}{plural}", thousands(number))
}

fn rounded(number: u64, unit: u64) -> u64 {
    (number + unit / 2) / unit
}

/// A fixed-point number without the zeros at its end.
fn decimal(number: u64, decimals: u32) -> String {
    let one = 10_u64.pow(decimals);
    let text = format!(
        "{}.{:0width$}",
        number / one,
        number % one,
        width = decimals as usize
    );
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn two_units(
    micros: u64,
    (large, large_name): (u64, &str),
    (small, small_name): (u64, &str),
) -> String {
    let (whole, rest) = (micros / large, micros % large / small);
    match rest {
        0 => format!("{whole} {large_name}"),
        _ => format!("{whole} {large_name} {rest} {small_name}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lasting_has_two_units_at_most() {
        for (micros, expected) in [
            (0, "0 ms"),
            (957_400, "957 ms"),
            (999_600, "1 s"),
            (1_250_000, "1.25 s"),
            (2_316_000, "2.32 s"),
            (9_996_000, "10 s"),
            (12_400_000, "12 s"),
            (59_700_000, "1 min"),
            (599_900_000, "9 min 59 s"),
            (600_000_000, "10 min"),
            (7_500_000_000, "2 h 5 min"),
        ] {
            assert_eq!(
                lasting(SimDuration::from_micros(micros)),
                expected,
                "{micros} µs"
            );
        }
    }

    #[test]
    fn a_run_time_never_contradicts_its_bill() {
        let granule = SimDuration::from_millis(100);
        for (micros, expected) in [
            (0, "0 ms"),
            (340, "0.3 ms"),
            (6_000, "6 ms"),
            (91_370, "91 ms"),
            (100_000, "100 ms"),
            (100_001, "100.01 ms"),
            (100_370, "100.37 ms"),
            (99_800, "100 ms"),
            (3_000_000, "3,000 ms"),
        ] {
            assert_eq!(
                run_time(SimDuration::from_micros(micros), granule),
                expected,
                "{micros} µs"
            );
        }
    }

    #[test]
    fn groups_digits() {
        for (number, expected) in [
            (0, "0"),
            (999, "999"),
            (1_000, "1,000"),
            (1_234_567, "1,234,567"),
        ] {
            assert_eq!(thousands(number), expected);
        }
        assert_eq!(counted(1, "request"), "1 request");
        assert_eq!(counted(2_000, "request"), "2,000 requests");
    }

    #[test]
    fn numbers_are_round() {
        for (number, text) in [
            (0.2, "1"),
            (42.4, "42"),
            (347.0, "350"),
            (12_345.0, "12,000"),
            (1_240_000.0, "1.2 million"),
            (18_700_000.0, "19 million"),
        ] {
            assert_eq!(about(number), text);
        }
    }
}
