//! Changed settings: what they do to the plan, and what they wait for.

use domain::billing::Tariff;
use domain::lambda::NodeRuntime;
use domain::units::{Seed, SimTime};

use super::{Field, Model, SettingsForm};

/// A setting with what the reader put in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Setting {
    /// `Memory (MB)`
    Memory(String),
    /// `Timeout (s)`
    Timeout(String),
    /// `Keep-alive (s)`
    KeepAlive(String),
    /// `Concurrency limit`
    ConcurrencyLimit(String),
    /// `Init time (ms)`
    InitTime(String),
    /// `Seed`
    Seed(String),
    /// `Environment variables`
    Variables(String),
    /// `Runtime`, by the name on the page.
    Runtime(String),
    /// `Rule book`, by its id.
    RuleBook(String),
}

impl Model {
    /// The settings as they are typed.
    pub(crate) fn settings(&self) -> &SettingsForm {
        &self.settings
    }

    /// What has to be known of settings that are right, but not what they seem to be.
    pub(crate) fn notes(&self) -> Vec<&'static str> {
        let Ok(settings) = self.settings.read() else {
            return Vec::new();
        };
        let seed_waits = !self.plan.is_untouched() && settings.seed != self.plan.seed;
        let is_of_later = self.settings.is_beyond_its_time(settings.timeout);
        [
            (seed_waits, "The new seed takes effect after Reset pool."),
            (is_of_later, "In 2016 the longest timeout was 300 seconds."),
        ]
        .into_iter()
        .filter_map(|(applies, note)| applies.then_some(note))
        .collect()
    }

    /// Whether the next request brings a new version of the function, so that every container starts anew.
    pub(crate) fn has_undeployed_changes(&self) -> bool {
        let (Some(deployed), Ok(settings)) = (self.plan.deployments().last(), self.settings.read())
        else {
            return false;
        };
        // The text is compared first: it is what changes most, and copying it into a deployment would cost more.
        deployed.source != self.code || *deployed != settings.deployment(self.code.clone())
    }

    /// Takes a changed setting. Those of the function are deployed with the next request; keep-alive, limit and seed go into
    /// the plan with it; the rule book bills the same run anew at once.
    pub(super) fn change_setting(&mut self, setting: Setting) {
        let form = &mut self.settings;
        match setting {
            Setting::Memory(text) => form.type_into(Field::Memory, text),
            Setting::Timeout(text) => form.type_into(Field::Timeout, text),
            Setting::KeepAlive(text) => form.type_into(Field::KeepAlive, text),
            Setting::ConcurrencyLimit(text) => form.type_into(Field::ConcurrencyLimit, text),
            Setting::InitTime(text) => form.type_into(Field::InitTime, text),
            Setting::Seed(text) => form.type_into(Field::Seed, text),
            Setting::Variables(text) => form.type_into(Field::Variables, text),
            Setting::Runtime(name) => {
                let is_24 = name.ends_with("24");
                form.runtime = if is_24 {
                    NodeRuntime::Node24
                } else {
                    NodeRuntime::Node22
                };
            }
            Setting::RuleBook(id) => form.tariff = Tariff::named(&id).unwrap_or(form.tariff),
        }
    }

    /// The seed of the plan. Until something is sent it is the one in the field.
    pub(super) fn plan_seed(&self) -> Seed {
        if self.plan.is_untouched() {
            self.settings.values().seed
        } else {
            self.plan.seed
        }
    }

    /// When the last answer of the run on the screen was given.
    pub(super) fn last_answer(&self) -> SimTime {
        self.shown
            .as_ref()
            .map_or(SimTime::ZERO, |shown| shown.run.trace.last_answer())
    }
}
