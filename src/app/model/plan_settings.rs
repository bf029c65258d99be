//! The settings in force. They are the same in every lab for now; what is in force at a moment stands in the plan.

use domain::billing::{AWS_2016_12, Tariff};
use domain::cloud::Plan;
use domain::lambda::Deployment;
use domain::pool::PoolPolicy;
use domain::units::{CalendarTime, MemorySize, Seed, SimDuration};

/// The rule book that bills every run. It is no part of a plan: another one would bill the same run.
pub(crate) const RULE_BOOK: &Tariff = &AWS_2016_12;

/// What a plan and its deployments are made with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Settings {
    /// Which export is called.
    pub(crate) handler: String,
    /// The memory of the function.
    pub(crate) memory: MemorySize,
    /// The longest time that one invocation may take.
    pub(crate) timeout: SimDuration,
    /// What a start takes before the module's own code runs.
    pub(crate) init_time: SimDuration,
    /// How long an idle container is kept.
    pub(crate) keep_alive: SimDuration,
    /// Where all chance comes from.
    pub(crate) seed: Seed,
    /// What the calendar says at time 0.
    pub(crate) start: CalendarTime,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            handler: "index.myHandler".to_owned(),
            memory: MemorySize::from_megabytes(128),
            timeout: SimDuration::from_secs(3),
            init_time: SimDuration::from_millis(140),
            keep_alive: SimDuration::from_secs(600),
            seed: Seed(1),
            start: CalendarTime::DEFAULT_START,
        }
    }
}

impl Settings {
    /// A plan in which nothing happens yet.
    pub(crate) fn empty_plan(&self) -> Plan {
        let policy = PoolPolicy {
            keep_alive: Some(self.keep_alive),
            ..PoolPolicy::default()
        };
        Plan::new(self.seed, self.start, policy)
    }

    /// This code, ready to be deployed.
    pub(crate) fn deployment(&self, source: String) -> Deployment {
        Deployment {
            memory: self.memory,
            timeout: self.timeout,
            init_time: self.init_time,
            ..Deployment::new(source, self.handler.clone())
        }
    }
}
