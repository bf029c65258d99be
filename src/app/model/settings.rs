//! Changed settings: what they do to the plan, and what they wait for.

use std::rc::Rc;

use domain::billing::Tariff;
use domain::cloud::{Act, Step};
use domain::lambda::NodeRuntime;
use domain::units::{SimDuration, SimTime};

use super::{Command, Model, SettingsForm};

/// A setting with what the reader put in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Setting {
    /// `Memory (MB)`
    Memory(String),
    /// `Timeout (s)`
    Timeout(String),
    /// `Keep-alive (s)`
    KeepAlive(String),
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

    /// Whether the seed in the field is another one than the pool runs with.
    pub(crate) fn seed_waits(&self) -> bool {
        self.settings.values().seed != self.plan.seed
    }

    /// Whether the next request brings a new version of the function, so that every container starts anew.
    pub(crate) fn has_undeployed_changes(&self) -> bool {
        let next = self.settings.values().deployment(self.code.clone());
        self.plan
            .deployments()
            .last()
            .is_some_and(|deployed| *deployed != next)
    }

    /// Takes a changed setting. Those of the function are deployed with the next request; the keep-alive time applies
    /// from now on; the rule book bills the same run anew.
    pub(super) fn change_setting(&mut self, setting: Setting) {
        let form = &mut self.settings;
        match setting {
            Setting::Memory(text) => form.memory = text,
            Setting::Timeout(text) => form.timeout = text,
            Setting::KeepAlive(text) => {
                form.keep_alive = text;
                self.apply_keep_alive();
            }
            Setting::InitTime(text) => form.init_time = text,
            Setting::Seed(text) => {
                form.seed = text;
                if self.plan.is_untouched() && self.pending.is_none() {
                    let seed = self.settings.values().seed;
                    Rc::make_mut(&mut self.plan).seed = seed;
                }
            }
            Setting::Variables(text) => form.variables = text,
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

    fn apply_keep_alive(&mut self) {
        let keep_alive = Some(self.settings.values().keep_alive);
        let last_answer = self.last_answer();
        let plan = Rc::make_mut(&mut self.plan);
        if plan.is_untouched() {
            plan.policy.keep_alive = keep_alive;
            return;
        }
        // Each letter typed is a change; only the last one of a moment is worth a step.
        let at = plan.rest(last_answer);
        let act = Act::KeepAlive(keep_alive);
        match plan.steps.last_mut() {
            Some(last) if last.at == at && matches!(last.act, Act::KeepAlive(_)) => last.act = act,
            _ => plan.steps.push(Step { at, act }),
        }
    }

    /// Lets time pass while everything rests. Nothing has to be computed for it: a run knows when containers expire.
    pub(super) fn wait(&mut self, span: SimDuration) -> Vec<Command> {
        if self.pending.is_none() {
            let last_answer = self.last_answer();
            Rc::make_mut(&mut self.plan).wait(last_answer, span);
        }
        Vec::new()
    }

    /// When the last answer of the run on the screen was given.
    pub(super) fn last_answer(&self) -> SimTime {
        self.shown
            .as_ref()
            .map_or(SimTime::ZERO, |shown| shown.run.trace.last_answer())
    }
}
