//! A service whose times are known beforehand: written down in a document, or drawn by chance.

use super::{Fate, Init, InvocationSlot, OutcomeCode, Served, Service};
use crate::units::{EnvironmentId, SimDuration, SimTime};

/// What one request takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Script {
    /// How long the handler runs if nothing stops it.
    pub duration: SimDuration,
    /// How long the init takes, should this request cause one.
    pub init: SimDuration,
    /// Whether that init fails.
    pub init_fails: bool,
}

/// Obeys the script of each request, and the function's timeout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScriptedService {
    /// A run that is longer than this times out; `None` for never.
    pub timeout: Option<SimDuration>,
    /// What a timeout makes of the environment. AWS resets one that serves a single request; where several share
    /// one, the others go on.
    pub fate_of_timeout: Fate,
}

impl Service for ScriptedService {
    type Request = Script;

    #[inline]
    fn init(&mut self, _: EnvironmentId, _: SimTime, script: &Script) -> Init {
        Init {
            duration: script.init,
            failed: script.init_fails,
        }
    }

    #[inline]
    fn invoke(&mut self, slot: InvocationSlot, script: &Script) -> Served {
        let duration = slot.used_before + script.duration;
        match self.timeout.filter(|&timeout| duration > timeout) {
            Some(timeout) => Served {
                duration: timeout,
                fate: self.fate_of_timeout,
                outcome: OutcomeCode::Timeout,
            },
            None => Served {
                duration,
                fate: Fate::Keep,
                outcome: OutcomeCode::Ok,
            },
        }
    }

    #[inline]
    fn retire(&mut self, _: EnvironmentId) {}
}
