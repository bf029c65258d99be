//! What is sent and when: lines such as `1.25 s: 2 requests`, then an empty line, then the caption.

use domain::units::SimTime;

use crate::diagnostic::{Diagnostic, Source};

/// A figure is a still picture; more requests than these could not be told apart in it.
const MOST_REQUESTS: u32 = 50;

/// Units of time with their microseconds.
const UNITS: [(&str, u64); 3] = [("ms", 1_000), ("s", 1_000_000), ("min", 60_000_000)];

/// The arrivals, and the source of the caption; `None` if something is wrong.
pub(super) fn read<'a>(
    source: Source<'a>,
    found: &mut Vec<Diagnostic>,
) -> Option<(Vec<(SimTime, u32)>, Source<'a>)> {
    let before = found.len();
    let mut arrivals: Vec<(SimTime, u32)> = Vec::new();
    let mut caption_at = source.text.len();
    let mut at = 0;
    for line in source.text.split_inclusive('\n') {
        if line.trim().is_empty() {
            caption_at = at + line.len();
            break;
        }
        match arrival(line.trim()) {
            None => found.push(source.mistake_at(
                at,
                format!("`{}` says not what is sent and when", line.trim()),
                "Write lines such as `0 ms: 1 request` or `1.25 s: 2 requests`; an empty line ends them.",
            )),
            Some((time, _)) if arrivals.last().is_some_and(|&(earlier, _)| time < earlier) => {
                found.push(source.mistake_at(
                    at,
                    "this is sent before what stands above it",
                    "Put the lines in order of time.",
                ));
            }
            Some(arrival) => arrivals.push(arrival),
        }
        at += line.len();
    }
    let requests: u32 = arrivals.iter().map(|&(_, count)| count).sum();
    if found.len() == before && !(1..=MOST_REQUESTS).contains(&requests) {
        found.push(source.mistake_at(
            0,
            format!("a figure of {requests} requests"),
            format!("Send between 1 and {MOST_REQUESTS}."),
        ));
    }
    if source.text[caption_at..].trim().is_empty() {
        found.push(source.mistake_at(
            0,
            "this figure has no caption",
            "Behind an empty line, say what is to be seen; numbers come from the run: `{cold_starts}`.",
        ));
    }
    let caption = Source {
        text: &source.text[caption_at..],
        first_line: source.line_at(caption_at),
        ..source
    };
    (found.len() == before).then_some((arrivals, caption))
}

/// Reads `1.25 s: 2 requests`.
fn arrival(line: &str) -> Option<(SimTime, u32)> {
    let (time, what) = line.split_once(':')?;
    let (number, unit) = time.trim().split_once(' ')?;
    let (count, word) = what.trim().split_once(' ')?;
    let count: u32 = count
        .parse()
        .ok()
        .filter(|&count| (1..=MOST_REQUESTS).contains(&count))?;
    let expected = if count == 1 { "request" } else { "requests" };
    let &(_, micros) = UNITS.iter().find(|&&(name, _)| name == unit)?;
    (word == expected).then_some((SimTime::from_micros(decimal(number, micros)?), count))
}

/// A number with or without a fraction, times `scale`, exactly; `None` if that is not whole.
fn decimal(number: &str, scale: u64) -> Option<u64> {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !is_digits(whole) || !is_digits(fraction) {
        return None;
    }
    let digits: u64 = format!("{whole}{fraction}").parse().ok()?;
    let divisor = 10_u64.checked_pow(u32::try_from(fraction.len()).ok()?)?;
    let scaled = digits.checked_mul(scale)?;
    scaled.is_multiple_of(divisor).then_some(scaled / divisor)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_times_and_counts() {
        for (line, expected) in [
            ("0 ms: 1 request", Some((0, 1))),
            ("1.25 s: 2 requests", Some((1_250_000, 2))),
            ("15 min: 20 requests", Some((900_000_000, 20))),
            ("0.5 ms: 1 request", Some((500, 1))),
            ("1 request", None),
            ("1 s: 2 request", None),
            ("1 s: 0 requests", None),
            ("1 s: 51 requests", None),
            ("1 h: 2 requests", None),
            ("-1 s: 2 requests", None),
            ("1. s 2 requests", None),
            ("0.0000001 s: 1 request", None),
            ("99999999999999999999 s: 1 request", None),
        ] {
            let expected = expected.map(|(micros, count)| (SimTime::from_micros(micros), count));
            assert_eq!(arrival(line), expected, "{line}");
        }
    }

    #[test]
    fn says_what_is_missing_and_where() {
        for (text, expected) in [
            ("0 ms: 1 request\n\nThis.\n", &[] as &[(usize, &str)]),
            ("0 ms: 1 request\n", &[(7, "this figure has no caption")]),
            ("\nThis.\n", &[(7, "a figure of 0 requests")]),
            (
                "1 s: 1 request\n0 s: 1 request\n\nThis.",
                &[(8, "this is sent before")],
            ),
            (
                "0 ms: 1 request\nThis.\n",
                &[(8, "`This.` says not"), (7, "this figure has no caption")],
            ),
            (
                "0 ms: 40 requests\n1 ms: 11 requests\n\nThis.",
                &[(7, "a figure of 51 requests")],
            ),
        ] {
            let mut found = Vec::new();
            let read = read(
                Source {
                    file: "lesson.md",
                    text,
                    first_line: 7,
                },
                &mut found,
            );
            assert_eq!(read.is_some(), expected.is_empty(), "{text:?}");
            assert_eq!(found.len(), expected.len(), "{found:?}");
            for (diagnostic, (line, message)) in found.iter().zip(expected) {
                assert_eq!(diagnostic.line, *line, "{text:?}");
                assert!(diagnostic.message.starts_with(message), "{diagnostic}");
            }
            if let Some((_, caption)) = read {
                assert_eq!((caption.text, caption.first_line), ("This.\n", 9));
            }
        }
    }
}
