//! Dates: what the clock on the wall says when virtual time is at some point.
//!
//! Only UTC and only the Gregorian calendar, because that is all that Lambda's logs and events use.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{SimDuration, SimTime};

/// A moment of the calendar in whole microseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CalendarTime(i64);

/// The text is not a date and time like `2016-12-23T12:00:00.000Z`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CalendarTimeError;

impl fmt::Display for CalendarTimeError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("expected a date and time in UTC like 2016-12-23T12:00:00.000Z")
    }
}

const MICROS_PER_DAY: i64 = 86_400_000_000;

/// The months in English. Their short names are the first three letters.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl CalendarTime {
    /// 2016-12-23T12:00:00.000Z, the day of the article: time 0 of a plan that does not say otherwise.
    pub const DEFAULT_START: CalendarTime = CalendarTime(1_482_494_400_000_000);

    /// The moment that lies `since_start` after this one.
    pub fn after(self, since_start: SimTime) -> CalendarTime {
        self.plus(since_start.since(SimTime::ZERO))
    }

    fn plus(self, span: SimDuration) -> CalendarTime {
        CalendarTime(
            self.0
                .saturating_add(i64::try_from(span.as_micros()).unwrap_or(i64::MAX)),
        )
    }

    /// Whole milliseconds since 1970, rounded down, as `Date.now()` gives them.
    pub fn epoch_millis(self) -> i64 {
        self.0.div_euclid(1_000)
    }

    /// `2016-12-23T12:00:00.000Z`, as in log lines.
    pub fn to_iso(self) -> String {
        let (year, month, day) = self.date();
        let (hour, minute, second, millis) = self.time_of_day();
        format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{millis:03}Z")
    }

    /// `23/Dec/2016:12:00:00 +0000`, as in the `requestTime` of a REST proxy event.
    pub fn to_request_time(self) -> String {
        let (year, month, day) = self.date();
        let (hour, minute, second, _) = self.time_of_day();
        format!(
            "{day:02}/{}/{year:04}:{hour:02}:{minute:02}:{second:02} +0000",
            &MONTHS[month as usize - 1][..3]
        )
    }

    /// `2016/12/23`, as at the head of a log stream's name.
    pub fn to_log_stream_date(self) -> String {
        let (year, month, day) = self.date();
        format!("{year:04}/{month:02}/{day:02}")
    }

    /// Reads `2016-12-23T12:00:00Z`, with or without a fraction of up to six digits. Years 0000 to 9999.
    pub fn from_iso(text: &str) -> Result<CalendarTime, CalendarTimeError> {
        let text = text.strip_suffix('Z').ok_or(CalendarTimeError)?;
        let (seconds, fraction) = text.split_once('.').unwrap_or((text, "0"));
        let bytes = seconds.as_bytes();
        if bytes.len() != 19
            || [(4, b'-'), (7, b'-'), (10, b'T'), (13, b':'), (16, b':')]
                .iter()
                .any(|&(at, sign)| bytes[at] != sign)
            || fraction.is_empty()
            || fraction.len() > 6
        {
            return Err(CalendarTimeError);
        }
        let number = |text: &str, limit: i64| {
            let is_digits = text.bytes().all(|byte| byte.is_ascii_digit());
            text.parse::<i64>()
                .ok()
                .filter(|&value| is_digits && value <= limit)
                .ok_or(CalendarTimeError)
        };
        let part = |from: usize, to: usize, limit: i64| {
            number(seconds.get(from..to).ok_or(CalendarTimeError)?, limit)
        };
        let (year, month, day) = (part(0, 4, 9999)?, part(5, 7, 12)?, part(8, 10, 31)?);
        let (hour, minute, second) = (part(11, 13, 23)?, part(14, 16, 59)?, part(17, 19, 59)?);
        let micros = number(&format!("{fraction:0<6}"), 999_999)?;
        if month == 0 || day == 0 {
            return Err(CalendarTimeError);
        }
        let days = days_from_date(year, month, day);
        let moment = CalendarTime(
            days * MICROS_PER_DAY + ((hour * 60 + minute) * 60 + second) * 1_000_000 + micros,
        );
        // A day that its month does not have (30 February) comes back as another date.
        if moment.date() == (year, month, day) {
            Ok(moment)
        } else {
            Err(CalendarTimeError)
        }
    }

    fn time_of_day(self) -> (i64, i64, i64, i64) {
        let micros = self.0.rem_euclid(MICROS_PER_DAY);
        let seconds = micros / 1_000_000;
        (
            seconds / 3_600,
            seconds / 60 % 60,
            seconds % 60,
            micros / 1_000 % 1_000,
        )
    }

    /// Year, month and day. Years are counted from March, so that the leap day is the last of its year.
    fn date(self) -> (i64, i64, i64) {
        let days = self.0.div_euclid(MICROS_PER_DAY) + DAYS_TO_1970;
        let era = days.div_euclid(DAYS_PER_ERA);
        let day_of_era = days.rem_euclid(DAYS_PER_ERA);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 {
            month_from_march + 3
        } else {
            month_from_march - 9
        };
        (era * 400 + year_of_era + i64::from(month <= 2), month, day)
    }
}

/// Days of a cycle of 400 years, and from 0000-03-01 to 1970-01-01.
const DAYS_PER_ERA: i64 = 146_097;
const DAYS_TO_1970: i64 = 719_468;

fn days_from_date(year: i64, month: i64, day: i64) -> i64 {
    let year = year - i64::from(month <= 2);
    let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let month_from_march = (month + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
    era * DAYS_PER_ERA + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year
        - DAYS_TO_1970
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_what_it_reads() {
        for text in [
            "2016-12-23T12:00:00.000Z",
            "1970-01-01T00:00:00.000Z",
            "2000-02-29T23:59:59.999Z",
            "1969-12-31T23:59:59.001Z",
            "2024-12-31T00:00:00.120Z",
        ] {
            assert_eq!(CalendarTime::from_iso(text).unwrap().to_iso(), text);
        }
        assert_eq!(
            CalendarTime::from_iso("2016-12-23T12:00:00Z"),
            Ok(CalendarTime::DEFAULT_START)
        );
    }

    #[test]
    fn refuses_what_is_no_date() {
        for text in [
            "",
            "2016-12-23",
            "2016-02-30T00:00:00Z",
            "2016-13-01T00:00:00Z",
            "2016-12-23T24:00:00Z",
            "2016-12-23T12:00:00+01:00",
            "2016-12-23T12:00:00.Z",
            "+016-12-23T12:00:00Z",
            "2016-12-2éT12:00:00Z",
        ] {
            assert_eq!(
                CalendarTime::from_iso(text),
                Err(CalendarTimeError),
                "{text}"
            );
        }
    }

    #[test]
    fn prints_the_forms_of_aws() {
        let moment = CalendarTime::DEFAULT_START.after(SimTime::from_millis(1_500));
        assert_eq!(moment.to_request_time(), "23/Dec/2016:12:00:01 +0000");
        assert_eq!(moment.to_log_stream_date(), "2016/12/23");
        assert_eq!(moment.epoch_millis(), 1_482_494_401_500);
    }
}
