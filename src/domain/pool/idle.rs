//! Idle environments in the order in which they became idle: the front of a list expires first, and expiry needs no
//! event. Each change of the keep-alive time begins a new list, because whoever is idle already keeps its expiry.

use super::slots::{NONE, Slots};
use crate::units::{SimDuration, SimTime};

/// The links are in the slots, so that taking one out of the middle is cheap.
#[derive(Clone, Debug)]
struct List {
    keep_alive: Option<SimDuration>,
    /// Idle for the longest time.
    front: u32,
    /// Idle for the shortest time.
    back: u32,
}

impl List {
    fn new(keep_alive: Option<SimDuration>) -> List {
        List {
            keep_alive,
            front: NONE,
            back: NONE,
        }
    }

    #[inline]
    fn next_expiry(&self, slots: &Slots) -> Option<SimTime> {
        match self.keep_alive {
            Some(keep_alive) if self.front != NONE => {
                Some(slots[self.front].last_used + keep_alive)
            }
            _ => None,
        }
    }
}

/// The idle environments. Lists of earlier keep-alive times stand first, and hold whoever became idle earlier.
#[derive(Clone, Debug)]
pub struct Idle {
    lists: Vec<List>,
}

impl Idle {
    pub(super) fn new(keep_alive: Option<SimDuration>) -> Idle {
        Idle {
            lists: vec![List::new(keep_alive)],
        }
    }

    /// The keep-alive time in force.
    #[inline]
    pub(super) fn keep_alive(&self) -> Option<SimDuration> {
        self.lists[self.lists.len() - 1].keep_alive
    }

    pub(super) fn set_keep_alive(&mut self, keep_alive: Option<SimDuration>) {
        let last = self.lists.len() - 1;
        if self.lists[last].front == NONE {
            self.lists[last].keep_alive = keep_alive;
        } else {
            self.lists.push(List::new(keep_alive));
        }
    }

    /// Adds a slot that has become idle at its `last_used`, which is later than or equal to that of all others.
    #[inline]
    pub(super) fn add(&mut self, slots: &mut Slots, slot: u32) {
        let number = self.lists.len() - 1;
        let list = &mut self.lists[number];
        let last_used = slots[slot].last_used;
        let (mut before, mut after) = (list.back, NONE);
        // Of equals the older stands first, whatever was used again within the instant.
        while before != NONE && before > slot && slots[before].last_used == last_used {
            after = before;
            before = slots[before].before;
        }
        {
            let added = &mut slots[slot];
            added.before = before;
            added.after = after;
            added.list = number as u32;
        }
        if before == NONE {
            list.front = slot;
        } else {
            slots[before].after = slot;
        }
        if after == NONE {
            list.back = slot;
        } else {
            slots[after].before = slot;
        }
    }

    /// Takes a slot out.
    #[inline]
    pub(super) fn remove(&mut self, slots: &mut Slots, slot: u32) {
        let (before, after, list) = {
            let removed = &slots[slot];
            (removed.before, removed.after, removed.list)
        };
        let list = &mut self.lists[list as usize];
        if before == NONE {
            list.front = after;
        } else {
            slots[before].after = after;
        }
        if after == NONE {
            list.back = before;
        } else {
            slots[after].before = before;
        }
    }

    /// Who became idle last.
    #[inline]
    pub(super) fn shortest(&self) -> Option<u32> {
        self.lists
            .iter()
            .rev()
            .map(|list| list.back)
            .find(|&slot| slot != NONE)
    }

    /// Who became idle first.
    #[inline]
    pub(super) fn longest(&self) -> Option<u32> {
        self.lists
            .iter()
            .map(|list| list.front)
            .find(|&slot| slot != NONE)
    }

    /// Takes the next one that expires at or before `at`, with its expiry.
    #[inline]
    pub(super) fn pop_expired(&mut self, slots: &mut Slots, at: SimTime) -> Option<(u32, SimTime)> {
        for number in 0..self.lists.len() {
            if let Some(expiry) = self.lists[number].next_expiry(slots)
                && expiry <= at
            {
                let slot = self.lists[number].front;
                self.remove(slots, slot);
                return Some((slot, expiry));
            }
        }
        None
    }
}
