//! Dates as they are written in the United States, which is what Lambda's Node.js does unless it is told otherwise.
//! Another language or time zone than UTC needs tables that are not here.

use boa_engine::{Context, JsNativeError, JsObject, JsResult, js_string};

use super::calendar::Parts;

/// What is written if the options name nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Defaults {
    Date,
    Time,
    Both,
}

/// How long a part is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    Numeric,
    TwoDigits,
    Short,
    Long,
}

/// Which parts are written, and how.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Form {
    weekday: Option<Style>,
    year: Option<Style>,
    month: Option<Style>,
    day: Option<Style>,
    hour: Option<Style>,
    minute: Option<Style>,
    second: Option<Style>,
    is_of_24_hours: bool,
    /// Midnight is 24 instead of 0, as `hour12: false` means in English.
    begins_at_24: bool,
    names_zone: bool,
}

impl Form {
    /// The form without options.
    pub(super) fn of(defaults: Defaults) -> Form {
        let numeric = |wanted: bool| wanted.then_some(Style::Numeric);
        let (date, time) = (defaults != Defaults::Time, defaults != Defaults::Date);
        Form {
            year: numeric(date),
            month: numeric(date),
            day: numeric(date),
            hour: numeric(time),
            minute: numeric(time),
            second: numeric(time),
            ..Form::default()
        }
    }

    /// The form that options ask for.
    pub(super) fn read(
        options: &JsObject,
        defaults: Defaults,
        context: &mut Context,
    ) -> JsResult<Form> {
        let mut member = |name: &str| -> JsResult<Option<String>> {
            let value = options.get(js_string!(name), context)?;
            Ok((!value.is_undefined())
                .then(|| value.to_string(context))
                .transpose()?
                .map(|text| text.to_std_string_lossy()))
        };
        let style = |text: Option<String>| {
            text.map(|text| match text.as_str() {
                "2-digit" => Style::TwoDigits,
                "short" | "narrow" => Style::Short,
                "long" => Style::Long,
                _ => Style::Numeric,
            })
        };
        let zone = member("timeZone")?;
        if let Some(zone) = zone.filter(|zone| {
            !matches!(
                zone.to_ascii_uppercase().as_str(),
                "UTC" | "GMT" | "ETC/UTC"
            )
        }) {
            let message = format!("Invalid time zone specified: {zone}");
            return Err(JsNativeError::range().with_message(message).into());
        }
        let (date_style, time_style) = (member("dateStyle")?, member("timeStyle")?);
        let hour12 = member("hour12")?;
        let cycle = member("hourCycle")?;
        let mut form = Form {
            weekday: style(member("weekday")?),
            year: style(member("year")?),
            month: style(member("month")?),
            day: style(member("day")?),
            hour: style(member("hour")?),
            minute: style(member("minute")?),
            second: style(member("second")?),
            begins_at_24: hour12.as_deref() == Some("false") || cycle.as_deref() == Some("h24"),
            is_of_24_hours: hour12.as_deref() == Some("false")
                || (hour12.is_none() && cycle.as_deref().is_some_and(|it| it.starts_with("h2"))),
            names_zone: member("timeZoneName")?.is_some(),
        };
        if date_style.is_some() || time_style.is_some() {
            return Ok(form.of_styles(date_style.as_deref(), time_style.as_deref()));
        }
        let has_date = form
            .weekday
            .or(form.year)
            .or(form.month)
            .or(form.day)
            .is_some();
        let has_time = form.hour.or(form.minute).or(form.second).is_some();
        let default = Form::of(defaults);
        let fits = match defaults {
            Defaults::Date => !has_date,
            Defaults::Time => !has_time,
            Defaults::Both => !has_date && !has_time,
        };
        if fits {
            form.year = form.year.or(default.year);
            form.month = form.month.or(default.month);
            form.day = form.day.or(default.day);
            form.hour = form.hour.or(default.hour);
            form.minute = form.minute.or(default.minute);
            form.second = form.second.or(default.second);
        }
        Ok(form)
    }

    fn of_styles(mut self, date: Option<&str>, time: Option<&str>) -> Form {
        if let Some(date) = date {
            self.year = Some(if date == "short" {
                Style::TwoDigits
            } else {
                Style::Numeric
            });
            self.day = Some(Style::Numeric);
            self.month = Some(match date {
                "short" => Style::Numeric,
                "medium" => Style::Short,
                _ => Style::Long,
            });
            self.weekday = (date == "full").then_some(Style::Long);
        }
        if let Some(time) = time {
            self.hour = Some(Style::Numeric);
            self.minute = Some(Style::TwoDigits);
            self.second = (time != "short").then_some(Style::TwoDigits);
            self.names_zone = matches!(time, "long" | "full");
        }
        self
    }

    /// The text of a point in time.
    pub(super) fn write(&self, parts: &Parts) -> String {
        let (date, time) = (self.date(parts), self.time(parts));
        let is_in_words = self.month == Some(Style::Long);
        let is_weekday_only = self.year.or(self.month).or(self.day).is_none();
        match (date.is_empty(), time.is_empty()) {
            (false, false) if is_weekday_only => format!("{date} {time}"),
            (false, false) if is_in_words => format!("{date} at {time}"),
            (false, false) => format!("{date}, {time}"),
            _ => date + &time,
        }
    }

    fn date(&self, parts: &Parts) -> String {
        let (weekday, month) = parts.names();
        let weekday = self.weekday.map(|style| match style {
            Style::Long => weekday.to_owned(),
            _ => weekday[..3].to_owned(),
        });
        let number = |number: i64, style: Style| match style {
            Style::TwoDigits => format!("{:02}", number % 100),
            _ => number.to_string(),
        };
        let year = self.year.map(|style| number(parts.year, style));
        let day = self.day.map(|style| number(parts.day, style));
        let rest = match self.month {
            Some(style @ (Style::Long | Style::Short)) => {
                let month = if style == Style::Long {
                    month
                } else {
                    &month[..3]
                };
                match (day, year) {
                    (Some(day), Some(year)) => format!("{month} {day}, {year}"),
                    (Some(rest), None) | (None, Some(rest)) => format!("{month} {rest}"),
                    (None, None) => month.to_owned(),
                }
            }
            month => {
                let month = month.map(|style| number(parts.month as i64 + 1, style));
                let numbers: Vec<String> = [month, day, year].into_iter().flatten().collect();
                numbers.join("/")
            }
        };
        match weekday {
            Some(weekday) if rest.is_empty() => weekday,
            Some(weekday) => format!("{weekday}, {rest}"),
            None => rest,
        }
    }

    fn time(&self, parts: &Parts) -> String {
        let mut numbers = Vec::new();
        if let Some(style) = self.hour {
            let hour = match self.is_of_24_hours {
                true if self.begins_at_24 && parts.hour == 0 => 24,
                true => parts.hour,
                false => (parts.hour + 11) % 12 + 1,
            };
            let wide = style == Style::TwoDigits || self.is_of_24_hours;
            numbers.push(if wide {
                format!("{hour:02}")
            } else {
                hour.to_string()
            });
        }
        let two = |number: i64, alone: bool| match alone {
            true => number.to_string(),
            false => format!("{number:02}"),
        };
        if self.minute.is_some() {
            numbers.push(two(
                parts.minute,
                self.hour.is_none() && self.second.is_none(),
            ));
        }
        if self.second.is_some() {
            numbers.push(two(parts.second, self.minute.is_none()));
        }
        let mut text = numbers.join(":");
        if self.hour.is_some() && !self.is_of_24_hours {
            text.push(' ');
            text.push_str(if parts.hour < 12 { "AM" } else { "PM" });
        }
        match (self.names_zone, text.is_empty()) {
            (true, false) => text.push_str(" UTC"),
            (true, true) => text.push_str("UTC"),
            _ => {}
        }
        text
    }
}
