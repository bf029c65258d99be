//! Days, months and years of the calendar that ECMAScript reckons with.

use domain::units::MONTHS;

pub(super) const WEEKDAYS: [&str; 7] = [
    "Sunday",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
];

const MILLIS_PER_DAY: i64 = 86_400_000;
/// The furthest point from 1970 that a date may have, in milliseconds.
const FURTHEST: f64 = 8.64e15;

/// A point in time in its parts, in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Parts {
    pub(super) year: i64,
    /// 0 is January.
    pub(super) month: usize,
    pub(super) day: i64,
    /// 0 is Sunday.
    pub(super) weekday: usize,
    pub(super) hour: i64,
    pub(super) minute: i64,
    pub(super) second: i64,
}

impl Parts {
    /// The parts of a number of milliseconds since 1970.
    pub(super) fn of(millis: f64) -> Parts {
        let millis = millis as i64;
        let days = millis.div_euclid(MILLIS_PER_DAY);
        let rest = millis.rem_euclid(MILLIS_PER_DAY) / 1_000;
        let (year, month, day) = date_of(days);
        Parts {
            year,
            month,
            day,
            weekday: (days + 4).rem_euclid(7) as usize,
            hour: rest / 3_600,
            minute: rest / 60 % 60,
            second: rest % 60,
        }
    }

    /// `Saturday`, `December`
    pub(super) fn names(&self) -> (&'static str, &'static str) {
        (WEEKDAYS[self.weekday], MONTHS[self.month])
    }
}

/// The date of a day, counted from 1970-01-01. Eras of 400 years begin in March, so that leap days end them.
fn date_of(days: i64) -> (i64, usize, i64) {
    let days = days + 719_468;
    let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = (month_from_march + 2) % 12;
    let year = year_of_era + era * 400 + i64::from(month < 2);
    (year, month as usize, day)
}

/// The day of a date, counted from 1970-01-01.
pub(super) fn day_of(year: i64, month: usize, day: i64) -> i64 {
    let year = year - i64::from(month < 2);
    let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let month_from_march = (month as i64 + 10) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// Milliseconds since 1970 of a day and a time of day; NaN beyond the furthest date.
pub(super) fn millis_of(day: i64, millis_of_day: i64) -> f64 {
    let millis = day as f64 * MILLIS_PER_DAY as f64 + millis_of_day as f64;
    if millis.abs() <= FURTHEST {
        millis
    } else {
        f64::NAN
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_dates_agree() {
        for (date, day) in [
            ((1970, 0, 1), 0),
            ((1969, 11, 31), -1),
            ((2000, 1, 29), 11_016),
            ((2016, 11, 23), 17_158),
            ((-1, 2, 1), -719_834),
        ] {
            let (year, month, of_month) = date;
            assert_eq!(day_of(year, month, of_month), day);
            assert_eq!(date_of(day), date);
        }
        let parts = Parts::of(1_480_777_445_067.0);
        assert_eq!(parts.names(), ("Saturday", "December"));
        assert_eq!((parts.hour, parts.minute, parts.second), (15, 4, 5));
    }
}
