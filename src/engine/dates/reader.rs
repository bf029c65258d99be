//! Dates as people write them, which V8 reads beside the form of the standard: `May 6, 2024 10:00`, `6 May 2024 GMT`,
//! `2024/05/06`, `2024-05-06 10:00:00Z`, `05/06/2024 3:04 PM`. Without a zone they are in UTC, as on Lambda.

use domain::units::MONTHS;

use super::calendar::{WEEKDAYS, day_of, millis_of};

#[derive(Clone, Debug, PartialEq)]
enum Word {
    Number(i64, usize),
    Name(String),
    Sign(char),
}

/// Milliseconds since 1970; `None` for what V8 would not read either.
pub(super) fn read(text: &str) -> Option<f64> {
    let words = words(text)?;
    let mut at = 0;
    let (mut numbers, mut month) = (Vec::new(), None);
    let (mut time, mut afternoon, mut zone) = (None, None, 0);
    while let Some(word) = words.get(at) {
        at += 1;
        match word {
            Word::Number(hour, _) if words.get(at) == Some(&Word::Sign(':')) && time.is_none() => {
                let (span, after) = clock(*hour, &words[at..])?;
                at += after;
                time = Some(span);
            }
            Word::Number(number, digits) => numbers.push((*number, *digits)),
            Word::Name(name) => match name.as_str() {
                "am" | "pm" => afternoon = Some(name == "pm"),
                "z" | "gmt" | "utc" | "ut" | "t" => {}
                name if hours_of_zone(name).is_some() => {
                    zone = hours_of_zone(name).unwrap_or(0) * 60;
                }
                name if name.len() >= 3 => {
                    let begins = |full: &&str| full.to_ascii_lowercase().starts_with(name);
                    if let Some(found) = MONTHS.iter().position(&begins) {
                        month = Some(found);
                    } else if !WEEKDAYS.iter().any(begins) {
                        return None;
                    }
                }
                _ => return None,
            },
            Word::Sign(sign @ ('+' | '-')) if time.is_some() => {
                let Some(Word::Number(number, digits)) = words.get(at) else {
                    return None;
                };
                at += 1;
                let minutes = match words.get(at..at + 2) {
                    Some([Word::Sign(':'), Word::Number(minutes, _)]) => {
                        at += 2;
                        number * 60 + minutes
                    }
                    _ if *digits > 2 => number / 100 * 60 + number % 100,
                    _ => number * 60,
                };
                zone = if *sign == '+' { minutes } else { -minutes };
            }
            Word::Sign(_) => {}
        }
    }
    let (year, month, day) = date(&numbers, month)?;
    let mut of_day = time.unwrap_or(0);
    let hour = of_day / 3_600_000;
    match afternoon {
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(true) if hour < 12 => of_day += 12 * 3_600_000,
        Some(false) if hour == 12 => of_day -= 12 * 3_600_000,
        _ => {}
    }
    Some(millis_of(day_of(year, month, day), of_day - zone * 60_000))
}

/// The zones of North America, which V8 knows by name.
fn hours_of_zone(name: &str) -> Option<i64> {
    Some(match name {
        "edt" => -4,
        "est" | "cdt" => -5,
        "cst" | "mdt" => -6,
        "mst" | "pdt" => -7,
        "pst" => -8,
        _ => return None,
    })
}

/// Which number is the year, the month and the day.
fn date(numbers: &[(i64, usize)], month: Option<usize>) -> Option<(i64, usize, i64)> {
    let year_of = |(number, digits): (i64, usize)| match number {
        0..50 if digits <= 2 => number + 2_000,
        50..100 if digits <= 2 => number + 1_900,
        _ => number,
    };
    let (year, month, day) = match (month, numbers) {
        (Some(month), [first, second]) if first.1 > 2 => (year_of(*first), month, second.0),
        (Some(month), [first, second]) => (year_of(*second), month, first.0),
        (Some(month), [only]) if only.1 > 2 => (year_of(*only), month, 1),
        (Some(month), [day]) => (2001, month, day.0),
        (None, [first, second, third]) if first.1 > 2 => (
            year_of(*first),
            usize::try_from(second.0 - 1).ok()?,
            third.0,
        ),
        (None, [first, second, third]) => (
            year_of(*third),
            usize::try_from(first.0 - 1).ok()?,
            second.0,
        ),
        (None, [first, second]) if first.1 > 2 => {
            (year_of(*first), usize::try_from(second.0 - 1).ok()?, 1)
        }
        (None, [first, second]) => (2001, usize::try_from(first.0 - 1).ok()?, second.0),
        (None, [(month @ 1..=12, _)]) => (2001, *month as usize - 1, 1),
        (None, [only]) if !(13..32).contains(&only.0) => (year_of(*only), 0, 1),
        _ => return None,
    };
    (month < 12 && (1..=31).contains(&day)).then_some((year, month, day))
}

/// A time of day behind its hour, in milliseconds, and how many words it took.
fn clock(hour: i64, words: &[Word]) -> Option<(i64, usize)> {
    let number = |index: usize| match words.get(index) {
        Some(Word::Number(number, digits)) => Some((*number, *digits)),
        _ => None,
    };
    let (minute, _) = number(1)?;
    let (mut second, mut millis, mut taken) = (0, 0, 2);
    if words.get(2) == Some(&Word::Sign(':')) {
        second = number(3)?.0;
        taken = 4;
        if words.get(4) == Some(&Word::Sign('.')) {
            let (fraction, digits) = number(5)?;
            millis = fraction * 1_000 / 10_i64.checked_pow(u32::try_from(digits).ok()?)?;
            taken = 6;
        }
    }
    let fits = (0..=24).contains(&hour) && minute < 60 && second < 60;
    fits.then_some((((hour * 60 + minute) * 60 + second) * 1_000 + millis, taken))
}

/// Numbers, names and signs; what stands in parentheses is a remark.
fn words(text: &str) -> Option<Vec<Word>> {
    let mut words = Vec::new();
    let mut letters = text.chars().peekable();
    let mut depth = 0;
    while let Some(letter) = letters.next() {
        match letter {
            '(' => depth += 1,
            ')' if depth > 0 => depth -= 1,
            _ if depth > 0 => {}
            '0'..='9' => {
                let mut digits = String::from(letter);
                while let Some(digit) = letters.next_if(char::is_ascii_digit) {
                    digits.push(digit);
                }
                words.push(Word::Number(digits.parse().ok()?, digits.len()));
            }
            letter if letter.is_alphabetic() => {
                let mut name = letter.to_lowercase().to_string();
                while let Some(next) = letters.next_if(|next| next.is_alphabetic()) {
                    name.extend(next.to_lowercase());
                }
                letters.next_if_eq(&'.');
                words.push(Word::Name(name));
            }
            ':' | '.' | '+' | '-' | '/' => words.push(Word::Sign(letter)),
            ',' => {}
            letter if letter.is_whitespace() => {}
            _ => return None,
        }
    }
    Some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_people_write() {
        let day = 1_714_953_600_000.0;
        let ten = day + 36_000_000.0;
        for (text, expected) in [
            ("May 6, 2024", Some(day)),
            ("6 May 2024 GMT", Some(day)),
            ("Mon, 06 May 2024 10:00:00 GMT", Some(ten)),
            (
                "Mon May 06 2024 10:00:00 GMT+0000 (Coordinated Universal Time)",
                Some(ten),
            ),
            ("2024/05/06", Some(day)),
            ("05/06/2024", Some(day)),
            ("2024-05-06 10:00:00Z", Some(ten)),
            ("2024-05-06 10:00", Some(ten)),
            ("May 6, 2024 12:00:00 +0200", Some(ten)),
            ("May 6, 2024 10:00 AM", Some(ten)),
            ("May 6, 2024 10:00 PM", Some(ten + 43_200_000.0)),
            ("2024-05-06 10:00:00.250", Some(ten + 250.0)),
            ("Mon, 06 May 2024 05:00:00 EST", Some(ten)),
            ("5", Some(988_675_200_000.0)),
            ("0", Some(946_684_800_000.0)),
            ("13", None),
            ("no date", None),
            ("2024-13-40", None),
            ("", None),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
