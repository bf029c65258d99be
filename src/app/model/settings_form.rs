//! The settings as they are typed: every field keeps the reader's text, whether it makes sense or not.

use domain::billing::{AWS_2016_12, Tariff};
use domain::lambda::NodeRuntime;
use domain::units::{MemorySize, Seed, SimDuration};

use super::environment_variables;
use super::{Complaint, Field, Settings};

/// What stands in the settings line, and in what it opens.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct SettingsForm {
    /// `Memory (MB)`
    pub(crate) memory: String,
    /// `Timeout (s)`
    pub(crate) timeout: String,
    /// `Keep-alive (s)`
    pub(crate) keep_alive: String,
    /// `Concurrency limit`; empty is none.
    pub(crate) concurrency_limit: String,
    /// `Init time (ms)`
    pub(crate) init_time: String,
    /// `Seed`
    pub(crate) seed: String,
    /// `Environment variables`, a line each.
    pub(crate) variables: String,
    /// Which export is called; no field changes it.
    pub(crate) handler: String,
    /// `Runtime`
    pub(crate) runtime: NodeRuntime,
    /// `Rule book`. It is no part of a plan: another one bills the same run.
    pub(crate) tariff: &'static Tariff,
    /// Whether the rarer settings are shown.
    pub(crate) is_open: bool,
    /// Whether the environment variables among them are.
    pub(crate) variables_are_open: bool,
    /// The field in which the reader types right now, as long as nothing was wrong with it when that began.
    pub(super) typing: Option<Field>,
}

impl Default for SettingsForm {
    fn default() -> SettingsForm {
        SettingsForm {
            memory: "128".to_owned(),
            timeout: "3".to_owned(),
            keep_alive: "600".to_owned(),
            concurrency_limit: String::new(),
            init_time: "140".to_owned(),
            seed: "1".to_owned(),
            variables: String::new(),
            handler: Settings::default().handler,
            runtime: NodeRuntime::default(),
            tariff: &AWS_2016_12,
            is_open: false,
            variables_are_open: false,
            typing: None,
        }
    }
}

/// The highest concurrency limit: what AWS gives an account without being asked (Lambda quotas, November 2017 and since).
const MOST_IN_FLIGHT: u32 = 1_000;

/// The longest timeout of 2016, in seconds (AWS, October 2018: "functions that can run up to 15 minutes").
const LONGEST_TIMEOUT_OF_2016: SimDuration = SimDuration::from_secs(300);

/// A number with at most three decimals, as a whole number of thousandths; `None` if it is not in the range.
pub(super) fn thousandths(text: &str, from: u64, to: u64) -> Option<u64> {
    let (whole, decimals) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !is_number(whole) || !is_number(decimals) || decimals.len() > 3 {
        return None;
    }
    let decimals: u64 = format!("{decimals:0<3}").parse().ok()?;
    let value = whole
        .parse::<u64>()
        .ok()?
        .checked_mul(1_000)?
        .checked_add(decimals)?;
    (from..=to).contains(&value).then_some(value)
}

impl SettingsForm {
    /// The settings, or everything that is wrong with the fields.
    pub(super) fn read(&self) -> Result<Settings, Vec<Complaint>> {
        let mut complaints = Vec::new();
        let settings = self.read_leniently(&mut complaints);
        if complaints.is_empty() {
            Ok(settings)
        } else {
            Err(complaints)
        }
    }

    /// What is wrong with the fields that the reader has left.
    pub(super) fn complaints(&self) -> Vec<Complaint> {
        let mut complaints = self.read().err().unwrap_or_default();
        complaints.retain(|complaint| self.typing != Some(complaint.field));
        complaints
    }

    /// Takes what is typed. A complaint that stands there already stays until the text is right; a new one waits until
    /// the field is left.
    pub(super) fn type_into(&mut self, field: Field, text: String) {
        let complaints = self.complaints();
        if !complaints.iter().any(|complaint| complaint.field == field) {
            self.typing = Some(field);
        }
        match field {
            Field::Memory => self.memory = text,
            Field::Timeout => self.timeout = text,
            Field::KeepAlive => self.keep_alive = text,
            Field::ConcurrencyLimit => self.concurrency_limit = text,
            Field::InitTime => self.init_time = text,
            Field::Seed => self.seed = text,
            Field::Variables => self.variables = text,
            _ => {}
        }
    }

    /// Whether the rule book sells this memory size.
    pub(super) fn sells(&self, megabytes: u32) -> bool {
        let memory = MemorySize::from_megabytes(megabytes);
        self.tariff.rate(memory).is_some()
    }

    /// Whether this timeout could not be had at the time of the rule book.
    pub(super) fn is_beyond_its_time(&self, timeout: SimDuration) -> bool {
        self.tariff == &AWS_2016_12 && timeout > LONGEST_TIMEOUT_OF_2016
    }

    /// The settings, with what a new function has in place of what makes no sense.
    pub(crate) fn values(&self) -> Settings {
        self.read_leniently(&mut Vec::new())
    }

    fn read_leniently(&self, complaints: &mut Vec<Complaint>) -> Settings {
        let mut settings = Settings {
            handler: self.handler.clone(),
            runtime: self.runtime,
            ..Settings::default()
        };
        let mut complain =
            |field: Field, message: String| complaints.push(Complaint::new(field, message));
        let memory = self
            .memory
            .trim()
            .parse()
            .ok()
            .map(MemorySize::from_megabytes);
        match memory.filter(|&memory| self.tariff.rate(memory).is_some()) {
            Some(memory) => settings.memory = memory,
            None => complain(
                Field::Memory,
                format!(
                    "{} sells {}.",
                    self.tariff.name,
                    self.tariff.memory_on_offer()
                ),
            ),
        }
        match thousandths(&self.timeout, 1, 900_000) {
            Some(millis) => settings.timeout = SimDuration::from_millis(millis),
            None => complain(
                Field::Timeout,
                "The timeout is 0.001 to 900 seconds, 15 minutes.".to_owned(),
            ),
        }
        match thousandths(&self.keep_alive, 0, 86_400_000) {
            Some(millis) => settings.keep_alive = SimDuration::from_millis(millis),
            None => complain(
                Field::KeepAlive,
                "Keep-alive is 0 to 86400 seconds, a day.".to_owned(),
            ),
        }
        match self.concurrency_limit.trim() {
            "" => settings.concurrency_limit = None,
            text => match text.parse().ok().filter(|limit| *limit <= MOST_IN_FLIGHT) {
                Some(limit) => settings.concurrency_limit = Some(limit),
                None => complain(
                    Field::ConcurrencyLimit,
                    format!(
                        "The limit is 0 to {MOST_IN_FLIGHT} requests in flight; left empty there is none."
                    ),
                ),
            },
        }
        match thousandths(&self.init_time, 0, 60_000_000) {
            Some(micros) => settings.init_time = SimDuration::from_micros(micros),
            None => complain(
                Field::InitTime,
                "The init time is 0 to 60000 milliseconds, a minute.".to_owned(),
            ),
        }
        match self.seed.trim().parse() {
            Ok(seed) => settings.seed = Seed(seed),
            Err(_) => complain(
                Field::Seed,
                format!("The seed is a whole number from 0 to {}.", u32::MAX),
            ),
        }
        match environment_variables::read(&self.variables) {
            Ok(variables) => settings.variables = variables,
            Err(message) => complain(Field::Variables, message),
        }
        settings
    }
}

#[cfg(test)]
mod tests {
    use domain::billing::AWS_2020_12;

    use super::*;

    #[test]
    fn starts_with_the_settings_of_a_new_function() {
        assert_eq!(SettingsForm::default().read(), Ok(Settings::default()));
    }

    #[test]
    fn reads_decimals_and_refuses_what_is_out_of_range() {
        let form = |change: fn(&mut SettingsForm)| {
            let mut form = SettingsForm::default();
            change(&mut form);
            form.read()
        };
        let timeout = form(|form| form.timeout = " 0.25 ".to_owned())
            .unwrap()
            .timeout;
        assert_eq!(timeout, SimDuration::from_millis(250));
        let memory = |form: &mut SettingsForm| form.memory = "129".to_owned();
        assert_eq!(
            form(memory).unwrap_err(),
            [Complaint::new(
                Field::Memory,
                "AWS, December 2016 sells 128 to 1536 MB in steps of 64."
            )]
        );
        assert!(
            form(|form| {
                form.memory = "129".to_owned();
                form.tariff = &AWS_2020_12;
            })
            .is_ok()
        );
        for (field, change) in [
            (
                Field::Memory,
                (|form| form.memory = "1e9".to_owned()) as fn(&mut SettingsForm),
            ),
            (Field::Timeout, |form| form.timeout = "0".to_owned()),
            (Field::Timeout, |form| form.timeout = "901".to_owned()),
            (Field::Timeout, |form| form.timeout = "1.0001".to_owned()),
            (Field::Timeout, |form| form.timeout = "-1".to_owned()),
            (Field::KeepAlive, |form| {
                form.keep_alive = "86401".to_owned()
            }),
            (Field::KeepAlive, |form| {
                form.keep_alive = "99999999999999999999".to_owned()
            }),
            (Field::ConcurrencyLimit, |form| {
                form.concurrency_limit = "1001".to_owned()
            }),
            (Field::ConcurrencyLimit, |form| {
                form.concurrency_limit = "none".to_owned()
            }),
            (Field::InitTime, |form| form.init_time = "".to_owned()),
            (Field::Seed, |form| form.seed = "4294967296".to_owned()),
            (Field::Variables, |form| form.variables = "1X=y".to_owned()),
        ] {
            let complaints = form(change).unwrap_err();
            assert_eq!(complaints.len(), 1);
            assert_eq!(complaints[0].field, field);
        }
    }
}
