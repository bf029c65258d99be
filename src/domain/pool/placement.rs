//! What a pool does with one request and one environment: who gets it, what starts, what ends.

use super::completions::CompletionKey;
use super::pool::{Fleet, Pool, fleet_of};
use super::router::Router;
use super::rules::Rules;
use super::slots::{Ending, NONE, Slot};
use super::{
    Dispatch, EndReason, EnvironmentRecord, Fate, InvocationSlot, Record, Served, Service,
    StartKind,
};
use crate::units::{EnvironmentId, SimDuration, SimTime};

/// What became of an attempt to give a request to an environment.
pub(super) enum Placement {
    Placed,
    /// A limit is reached: it is turned away, or waits.
    Blocked,
    /// New environments come too fast: it is turned away in any case.
    Refused,
}

/// How an invocation starts.
struct Start {
    kind: StartKind,
    at: SimTime,
    /// Spent inside the invocation on an init that has to be repeated.
    used_before: SimDuration,
    init: Option<SimDuration>,
    rested: SimDuration,
}

impl<S: Service, U: Rules, T: Record> Pool<S, U, T> {
    #[inline]
    pub(super) fn place(&mut self, index: usize, at: SimTime, request: &S::Request) -> Placement {
        let is_reached = |limit: Option<u32>, count| limit.is_some_and(|limit| count >= limit);
        if is_reached(self.policy.concurrency_limit, self.usage.in_flight) {
            return Placement::Blocked;
        }
        let best = |fleet: &Fleet<U::Router>| fleet.router.best(&fleet.idle);
        let provisioned = if U::COMPLETE {
            best(&self.provisioned)
        } else {
            None
        };
        if let Some(slot) = provisioned.or_else(|| best(&self.on_demand)) {
            self.reuse(slot, index, at, request);
            return Placement::Placed;
        }
        if is_reached(self.policy.environment_limit, self.usage.alive) {
            return Placement::Blocked;
        }
        if self.burst.as_mut().is_some_and(|bucket| !bucket.take(at)) {
            return Placement::Refused;
        }
        self.create(index, at, request);
        Placement::Placed
    }

    #[inline]
    fn reuse(&mut self, slot: u32, index: usize, at: SimTime, request: &S::Request) {
        self.loses_room(slot);
        if !U::COMPLETE || self.slots[slot].load == 0 {
            let fleet = fleet_of::<U>(
                &self.slots,
                &mut self.on_demand,
                &mut self.provisioned,
                slot,
            );
            fleet.idle.remove(&mut self.slots, slot);
            self.usage.became_busy(at);
        }
        let start = Start {
            kind: StartKind::Warm,
            at: if U::COMPLETE {
                at.max(self.slots[slot].ready_at)
            } else {
                at
            },
            used_before: SimDuration::ZERO,
            init: None,
            rested: at.since(self.slots[slot].last_used),
        };
        self.serve(slot, index, start, request);
    }

    fn create(&mut self, index: usize, at: SimTime, request: &S::Request) {
        let environment = EnvironmentId(self.environments);
        let init = self.service.init(environment, at, request);
        // Aborted at the limit and run again inside the invocation, where it counts as the function's own time.
        let aborted_at = self
            .policy
            .init_limit
            .filter(|&limit| !init.failed && init.duration > limit);
        let phase = aborted_at.unwrap_or(init.duration);
        let slot = self.add_environment(at, phase, aborted_at.is_some(), false);
        if init.failed {
            self.slots[slot].ending = Ending::InitFails;
        }
        self.usage.created += 1;
        self.usage.became_busy(at);
        let start = Start {
            kind: StartKind::Cold,
            at: at + phase,
            used_before: aborted_at.map_or(SimDuration::ZERO, |_| init.duration),
            init: aborted_at.is_none().then_some(phase),
            rested: SimDuration::ZERO,
        };
        self.serve(slot, index, start, request);
    }

    pub(super) fn provision(&mut self) {
        let slot = self.add_environment(SimTime::ZERO, SimDuration::ZERO, false, true);
        self.provisioned.idle.add(&mut self.slots, slot);
        self.gains_room(slot);
    }

    fn add_environment(
        &mut self,
        at: SimTime,
        init: SimDuration,
        init_aborted: bool,
        is_provisioned: bool,
    ) -> u32 {
        if self.slots.is_full() {
            self.close_up();
        }
        let environment = EnvironmentId(self.environments);
        self.environments += 1;
        self.usage.began(at);
        self.record.created(EnvironmentRecord {
            created_at: at,
            init,
            init_aborted,
            deployment: self.deployment,
            ends_at: None,
            end_reason: None,
        });
        self.slots.add(Slot {
            last_used: at,
            ready_at: at + init,
            environment,
            before: NONE,
            after: NONE,
            list: 0,
            load: 0,
            is_alive: true,
            is_provisioned,
            has_room: false,
            ending: Ending::No,
        })
    }

    fn close_up(&mut self) {
        let new_of_old = self.slots.close_up();
        assert!(
            self.slots.capacity() <= U::Key::SLOTS,
            "a pool with these rules holds at most {} environments",
            U::Key::SLOTS / 2
        );
        self.completions.renumber(&new_of_old);
    }

    #[inline]
    fn serve(&mut self, slot: u32, index: usize, start: Start, request: &S::Request) {
        let environment = self.slots[slot].environment;
        let served = if self.slots[slot].ending == Ending::InitFails {
            Served::init_error()
        } else {
            let used_before = start.used_before;
            let starts_at = start.at;
            let slot = InvocationSlot {
                index,
                environment,
                starts_at,
                used_before,
            };
            self.service.invoke(slot, request)
        };
        let ended_at = start.at + served.duration;
        if served.fate == Fate::Lost && self.slots[slot].ending == Ending::No {
            self.slots[slot].ending = Ending::Lost;
        }
        self.record.dispatched(&Dispatch {
            index,
            environment,
            kind: start.kind,
            started_at: start.at,
            ended_at,
            outcome: served.outcome,
            init: start.init,
            rested: start.rested,
        });
        self.usage.took_request();
        self.completions.push(U::Key::new(ended_at, slot, index));
        if U::COMPLETE {
            self.slots[slot].load += 1;
            let is_full = self.slots[slot].load >= self.policy.requests_per_environment;
            if !is_full && matches!(self.slots[slot].ending, Ending::No | Ending::InitFails) {
                self.gains_room(slot);
            }
        }
        let end = self.end_after(slot, ended_at);
        self.record.will_end(environment, end);
    }

    /// When an environment will be gone if the invocation that ends at `ended_at` is its last. Where requests share
    /// one, that is not known before it is idle.
    #[inline]
    fn end_after(&self, slot: u32, ended_at: SimTime) -> Option<(SimTime, EndReason)> {
        let slot = &self.slots[slot];
        let is_shared = U::COMPLETE && self.policy.requests_per_environment > 1;
        match slot.ending {
            _ if is_shared && slot.load > 0 => None,
            Ending::Lost | Ending::InitFails => Some((ended_at, EndReason::Lost)),
            Ending::Replaced => Some((ended_at, EndReason::Replaced)),
            Ending::No if U::COMPLETE && slot.is_provisioned => None,
            Ending::No => {
                let keep_alive = self.on_demand.idle.keep_alive()?;
                Some((ended_at + keep_alive, EndReason::Expired))
            }
        }
    }

    #[inline]
    pub(super) fn complete(&mut self, key: U::Key) {
        let (at, slot) = (key.at(), key.slot());
        self.usage.in_flight -= 1;
        self.usage.happened(at);
        if U::COMPLETE {
            // The router knows it by its rank, which changes now.
            if self.slots[slot].has_room {
                self.loses_room(slot);
            }
            self.slots[slot].load -= 1;
        }
        self.slots[slot].last_used = at;
        let ending = self.slots[slot].ending;
        if U::COMPLETE && self.slots[slot].load > 0 {
            if ending == Ending::No {
                self.gains_room(slot);
            }
            return;
        }
        self.usage.served_all(at);
        match ending {
            Ending::No => {
                let fleet = fleet_of::<U>(
                    &self.slots,
                    &mut self.on_demand,
                    &mut self.provisioned,
                    slot,
                );
                fleet.idle.add(&mut self.slots, slot);
                self.gains_room(slot);
                if U::COMPLETE {
                    let end = self.end_after(slot, at);
                    self.record.will_end(self.slots[slot].environment, end);
                }
            }
            Ending::Lost | Ending::InitFails => self.end(slot, at, EndReason::Lost),
            Ending::Replaced => self.end(slot, at, EndReason::Replaced),
        }
    }

    #[inline]
    pub(super) fn expire(&mut self, at: SimTime) {
        while let Some((slot, expiry)) = self.on_demand.idle.pop_expired(&mut self.slots, at) {
            self.loses_room(slot);
            self.usage.happened(expiry);
            self.end(slot, expiry, EndReason::Expired);
        }
    }

    /// An environment that is in no list any more is gone.
    pub(super) fn end(&mut self, slot: u32, at: SimTime, reason: EndReason) {
        self.usage.ended(at);
        let slot = &mut self.slots[slot];
        slot.is_alive = false;
        self.record.will_end(slot.environment, Some((at, reason)));
        self.service.retire(slot.environment);
    }

    #[inline]
    pub(super) fn gains_room(&mut self, slot: u32) {
        if U::COMPLETE {
            self.slots[slot].has_room = true;
        }
        let fleet = fleet_of::<U>(
            &self.slots,
            &mut self.on_demand,
            &mut self.provisioned,
            slot,
        );
        fleet.router.add(slot, &self.slots[slot]);
    }

    #[inline]
    pub(super) fn loses_room(&mut self, slot: u32) {
        if U::COMPLETE {
            self.slots[slot].has_room = false;
        }
        let fleet = fleet_of::<U>(
            &self.slots,
            &mut self.on_demand,
            &mut self.provisioned,
            slot,
        );
        fleet.router.remove(slot, &self.slots[slot]);
    }
}
