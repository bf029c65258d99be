//! What people do to a pool between two requests.

use super::completions::WideKey;
use super::pool::{Pool, fleet_of};
use super::rules::Rules;
use super::slots::Ending;
use super::{EndReason, OutcomeCode, PoolTrace, Record, Service};
use crate::units::{EnvironmentId, SimDuration, SimTime};

impl<S: Service, U: Rules<Key = WideKey>> Pool<S, U, PoolTrace> {
    /// Kills an environment and what runs in it, and gives the indices of the invocations that it cut off. No effect
    /// if the environment is gone or never was.
    pub fn kill(&mut self, at: SimTime, environment: EnvironmentId) -> Vec<usize> {
        self.advance_to(at);
        self.usage.happened(at);
        let Some(slot) = self.slots.find(environment) else {
            return Vec::new();
        };
        let cut_off = self.completions.take_all_of(slot);
        let cut_off: Vec<usize> = cut_off.into_iter().map(WideKey::invocation).collect();
        for &invocation in &cut_off {
            self.record.ended_at[invocation] = at;
            self.record.started_at[invocation] = self.record.started_at[invocation].min(at);
            self.record.outcome[invocation] = OutcomeCode::Killed;
            self.usage.in_flight -= 1;
        }
        if self.slots[slot].has_room {
            self.loses_room(slot);
        }
        if cut_off.is_empty() {
            self.leaves_idle(slot);
        } else {
            self.usage.served_all(at);
        }
        self.end(slot, at, EndReason::Killed);
        self.settle(at);
        cut_off
    }
}

impl<S: Service, U: Rules<Key = WideKey>, T: Record> Pool<S, U, T> {
    /// A new deployment: idle environments end now, busy ones when they are done. Provisioned ones are renewed where
    /// they are, without an init that anybody would wait for, and their requests go on.
    pub fn deploy(&mut self, at: SimTime) {
        self.advance_to(at);
        self.usage.happened(at);
        self.deployment += 1;
        let on_demand: Vec<u32> = self
            .slots
            .alive()
            .filter(|(_, slot)| !slot.is_provisioned)
            .map(|(number, _)| number)
            .collect();
        for &slot in &on_demand {
            if self.slots[slot].has_room {
                self.loses_room(slot);
            }
            if self.slots[slot].load == 0 {
                self.leaves_idle(slot);
                self.end(slot, at, EndReason::Replaced);
            } else if self.slots[slot].ending == Ending::No {
                self.slots[slot].ending = Ending::Replaced;
            }
        }
        let mut keys: Vec<WideKey> = self.completions.iter().collect();
        keys.sort_unstable();
        for key in keys {
            use super::completions::CompletionKey;
            let slot = &self.slots[key.slot()];
            if slot.ending == Ending::Replaced {
                let end = Some((key.at(), EndReason::Replaced));
                self.record.will_end(slot.environment, end);
            }
        }
        self.settle(at);
    }

    /// From now on environments that become idle are kept this long; idle ones keep the expiry that they have.
    pub fn set_keep_alive(&mut self, at: SimTime, keep_alive: Option<SimDuration>) {
        self.advance_to(at);
        self.usage.happened(at);
        self.on_demand.idle.set_keep_alive(keep_alive);
    }

    /// From now on this many requests may be in flight. Nobody who is in flight is stopped, and those who wait are
    /// served as far as there is room now.
    pub fn set_concurrency_limit(&mut self, at: SimTime, limit: Option<u32>) {
        self.advance_to(at);
        self.usage.happened(at);
        self.policy.concurrency_limit = limit;
        self.settle(at);
    }

    fn leaves_idle(&mut self, slot: u32) {
        let fleet = fleet_of::<U>(
            &self.slots,
            &mut self.on_demand,
            &mut self.provisioned,
            slot,
        );
        fleet.idle.remove(&mut self.slots, slot);
    }
}
