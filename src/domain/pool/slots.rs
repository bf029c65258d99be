//! The table of environments that are alive.
//!
//! Environments are numbered for ever, slots are used again: a run of ten million cold starts needs no more of them
//! than are alive at once. A new environment always takes the slot behind all others, and a full table is closed up
//! before it grows, so the order of slots is the order of creation and a tie by slot is a tie by number.

use crate::units::{EnvironmentId, SimTime};

/// No slot.
pub(super) const NONE: u32 = u32::MAX;

/// Slots of the smallest table.
const FEWEST: usize = 8;

/// What the pool knows of one environment.
#[derive(Clone, Debug)]
pub struct Slot {
    /// When its last use ended; before that, when it was created.
    pub(super) last_used: SimTime,
    /// When its init ends.
    pub(super) ready_at: SimTime,
    /// Its number.
    pub(super) environment: EnvironmentId,
    /// Neighbours in the list of idle environments: idle for longer, and for less long.
    pub(super) before: u32,
    pub(super) after: u32,
    /// Which list of idle ones it is in; meaningless while it is busy.
    pub(super) list: u32,
    /// Requests that it serves.
    pub(super) load: u32,
    pub(super) is_alive: bool,
    pub(super) is_provisioned: bool,
    /// It can be given a request.
    pub(super) has_room: bool,
    /// It ends when it serves nobody, for this reason.
    pub(super) ending: Ending,
}

/// Whether an environment ends when it serves nobody, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// It becomes idle.
    No,
    /// An invocation lost it.
    Lost,
    /// Its init fails: whoever is in it gets that error.
    InitFails,
    /// A newer deployment takes its place.
    Replaced,
}

/// All slots in use, and some whose environments are gone.
#[derive(Clone, Debug)]
pub(super) struct Slots {
    slots: Vec<Slot>,
    limit: usize,
}

impl Slots {
    pub(super) fn new() -> Slots {
        Slots {
            slots: Vec::with_capacity(FEWEST),
            limit: FEWEST,
        }
    }

    /// Whether the table has to be closed up before an environment can be added.
    #[inline]
    pub(super) fn is_full(&self) -> bool {
        self.slots.len() == self.limit
    }

    /// How many slots there may be before the table is closed up again.
    pub(super) fn capacity(&self) -> usize {
        self.limit
    }

    /// Adds an environment behind all others. The table must not be full.
    pub(super) fn add(&mut self, slot: Slot) -> u32 {
        let number = self.slots.len() as u32;
        self.slots.push(slot);
        number
    }

    /// Drops slots whose environments are gone, and doubles the table if few were. Gives the new number of each slot.
    ///
    /// Links between idle ones are not looked at: an environment is created when nobody has room, so nobody is idle,
    /// or at the very beginning, when nobody is gone.
    pub(super) fn close_up(&mut self) -> Vec<u32> {
        let mut new_of_old = vec![NONE; self.slots.len()];
        let mut alive = 0;
        for (old, slot) in self.slots.iter().enumerate() {
            if slot.is_alive {
                new_of_old[old] = alive;
                alive += 1;
            }
        }
        self.slots.retain(|slot| slot.is_alive);
        self.limit = FEWEST.max(2 * self.slots.len());
        new_of_old
    }

    /// The slot of a living environment.
    pub(super) fn find(&self, environment: EnvironmentId) -> Option<u32> {
        let found = self
            .slots
            .binary_search_by_key(&environment, |slot| slot.environment)
            .ok()?;
        self.slots[found].is_alive.then_some(found as u32)
    }

    /// All living environments with their slots, oldest first.
    pub(super) fn alive(&self) -> impl Iterator<Item = (u32, &Slot)> {
        (0..).zip(&self.slots).filter(|(_, slot)| slot.is_alive)
    }
}

impl std::ops::Index<u32> for Slots {
    type Output = Slot;
    #[inline]
    fn index(&self, slot: u32) -> &Slot {
        &self.slots[slot as usize]
    }
}

impl std::ops::IndexMut<u32> for Slots {
    #[inline]
    fn index_mut(&mut self, slot: u32) -> &mut Slot {
        &mut self.slots[slot as usize]
    }
}
