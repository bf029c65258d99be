//! Who gets a request: the five orders, each with the fastest structure for it.
//!
//! Where an environment serves one request at a time, having room and being idle are the same, and the list of idle
//! ones answers for two of the orders. [`Ranked`] knows all five, also where several requests share an environment.

use std::collections::BTreeSet;
use std::fmt::Debug;

use super::Routing;
use super::bit_set::BitSet;
use super::idle::Idle;
use super::slots::Slot;

/// Keeps the environments that have room, and knows the best.
pub trait Router: Debug {
    /// A router for this order that knows nobody yet.
    fn new(routing: Routing) -> Self;
    /// This slot has room now.
    fn add(&mut self, number: u32, slot: &Slot);
    /// This slot has no room any more; it is still as it was when it was added.
    fn remove(&mut self, number: u32, slot: &Slot);
    /// Who is next.
    fn best(&self, idle: &Idle) -> Option<u32>;
}

/// [`Routing::Newest`] where requests do not share environments.
#[derive(Clone, Debug)]
pub struct Newest(BitSet);

impl Router for Newest {
    fn new(_: Routing) -> Newest {
        Newest(BitSet::default())
    }
    #[inline]
    fn add(&mut self, number: u32, _: &Slot) {
        self.0.insert(number);
    }
    #[inline]
    fn remove(&mut self, number: u32, _: &Slot) {
        self.0.remove(number);
    }
    #[inline]
    fn best(&self, _: &Idle) -> Option<u32> {
        self.0.largest()
    }
}

/// [`Routing::Oldest`] where requests do not share environments, and [`Routing::LeastLoaded`], which is the same then.
#[derive(Clone, Debug)]
pub struct Oldest(BitSet);

impl Router for Oldest {
    fn new(_: Routing) -> Oldest {
        Oldest(BitSet::default())
    }
    #[inline]
    fn add(&mut self, number: u32, _: &Slot) {
        self.0.insert(number);
    }
    #[inline]
    fn remove(&mut self, number: u32, _: &Slot) {
        self.0.remove(number);
    }
    #[inline]
    fn best(&self, _: &Idle) -> Option<u32> {
        self.0.smallest()
    }
}

/// [`Routing::MostRecentlyUsed`] where requests do not share environments.
#[derive(Clone, Copy, Debug)]
pub struct MostRecentlyUsed;

impl Router for MostRecentlyUsed {
    fn new(_: Routing) -> MostRecentlyUsed {
        MostRecentlyUsed
    }
    #[inline]
    fn add(&mut self, _: u32, _: &Slot) {}
    #[inline]
    fn remove(&mut self, _: u32, _: &Slot) {}
    #[inline]
    fn best(&self, idle: &Idle) -> Option<u32> {
        idle.shortest()
    }
}

/// [`Routing::LeastRecentlyUsed`] where requests do not share environments.
#[derive(Clone, Copy, Debug)]
pub struct LeastRecentlyUsed;

impl Router for LeastRecentlyUsed {
    fn new(_: Routing) -> LeastRecentlyUsed {
        LeastRecentlyUsed
    }
    #[inline]
    fn add(&mut self, _: u32, _: &Slot) {}
    #[inline]
    fn remove(&mut self, _: u32, _: &Slot) {}
    #[inline]
    fn best(&self, idle: &Idle) -> Option<u32> {
        idle.longest()
    }
}

/// Any order, chosen when the pool is made: a sorted set of ranks.
#[derive(Clone, Debug)]
pub struct Ranked {
    routing: Routing,
    ranks: BTreeSet<(u64, u32)>,
}

impl Ranked {
    /// The lowest rank is the best, and its second half leads back to the slot.
    fn rank(&self, number: u32, slot: &Slot) -> (u64, u32) {
        match self.routing {
            Routing::Newest => (0, !number),
            Routing::Oldest => (0, number),
            Routing::MostRecentlyUsed => (!slot.last_used.as_micros(), !number),
            Routing::LeastRecentlyUsed => (slot.last_used.as_micros(), number),
            Routing::LeastLoaded => (u64::from(slot.load), number),
        }
    }
}

impl Router for Ranked {
    fn new(routing: Routing) -> Ranked {
        Ranked {
            routing,
            ranks: BTreeSet::new(),
        }
    }
    fn add(&mut self, number: u32, slot: &Slot) {
        let rank = self.rank(number, slot);
        self.ranks.insert(rank);
    }
    fn remove(&mut self, number: u32, slot: &Slot) {
        let rank = self.rank(number, slot);
        self.ranks.remove(&rank);
    }
    fn best(&self, _: &Idle) -> Option<u32> {
        let &(_, last) = self.ranks.first()?;
        let is_inverted = matches!(self.routing, Routing::Newest | Routing::MostRecentlyUsed);
        Some(if is_inverted { !last } else { last })
    }
}
