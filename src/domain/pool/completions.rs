//! When running invocations will end: the only events that need a heap. Arrivals come sorted, and what is idle
//! expires in the order in which it became idle.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::fmt::Debug;

use crate::units::SimTime;

/// The end of an invocation as one integer: first by time, then by slot, which is the order of creation.
pub trait CompletionKey: Copy + Ord + Debug {
    /// The latest time that a key can hold.
    const LAST: SimTime;
    /// The number of slots that a key can tell apart.
    const SLOTS: usize;

    /// The key of an end at `at`.
    fn new(at: SimTime, slot: u32, invocation: usize) -> Self;
    /// When.
    fn at(self) -> SimTime;
    /// On which slot.
    fn slot(self) -> u32;
    /// The same end on a slot of another number.
    fn on_slot(self, slot: u32) -> Self;
}

/// 44 bits of time (203 days) and 20 bits of slot: half the memory traffic of [`WideKey`], and half its comparisons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NarrowKey(u64);

const NARROW_SLOT_BITS: u32 = 20;
const NARROW_SLOT_MASK: u64 = (1 << NARROW_SLOT_BITS) - 1;

impl CompletionKey for NarrowKey {
    const LAST: SimTime = SimTime::from_micros(u64::MAX >> NARROW_SLOT_BITS);
    const SLOTS: usize = 1 << NARROW_SLOT_BITS;

    #[inline]
    fn new(at: SimTime, slot: u32, _: usize) -> NarrowKey {
        debug_assert!(at <= NarrowKey::LAST);
        NarrowKey(at.as_micros() << NARROW_SLOT_BITS | u64::from(slot))
    }
    #[inline]
    fn at(self) -> SimTime {
        SimTime::from_micros(self.0 >> NARROW_SLOT_BITS)
    }
    #[inline]
    fn slot(self) -> u32 {
        (self.0 & NARROW_SLOT_MASK) as u32
    }
    fn on_slot(self, slot: u32) -> NarrowKey {
        NarrowKey(self.0 & !NARROW_SLOT_MASK | u64::from(slot))
    }
}

/// 64 bits of time, 32 of slot, and the invocation, for runs in which one may be cut off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WideKey(u128);

impl WideKey {
    /// Which invocation ends.
    pub(super) fn invocation(self) -> usize {
        (self.0 as u32) as usize
    }
}

impl CompletionKey for WideKey {
    const LAST: SimTime = SimTime::MAX;
    const SLOTS: usize = u32::MAX as usize;

    fn new(at: SimTime, slot: u32, invocation: usize) -> WideKey {
        let slot_and_invocation = u64::from(slot) << 32 | invocation as u64;
        WideKey(u128::from(at.as_micros()) << 64 | u128::from(slot_and_invocation))
    }
    fn at(self) -> SimTime {
        SimTime::from_micros((self.0 >> 64) as u64)
    }
    fn slot(self) -> u32 {
        (self.0 >> 32) as u32
    }
    fn on_slot(self, slot: u32) -> WideKey {
        WideKey::new(self.at(), slot, self.invocation())
    }
}

/// The ends to come, the next one first.
#[derive(Clone, Debug)]
pub(super) struct Completions<K>(BinaryHeap<Reverse<K>>);

impl<K: CompletionKey> Completions<K> {
    pub(super) fn new() -> Completions<K> {
        Completions(BinaryHeap::new())
    }

    #[inline]
    pub(super) fn push(&mut self, key: K) {
        self.0.push(Reverse(key));
    }

    /// The next end.
    #[inline]
    pub(super) fn next(&self) -> Option<K> {
        self.0.peek().map(|&Reverse(key)| key)
    }

    /// Takes the next end, if it is due at `at`.
    #[inline]
    pub(super) fn pop_due(&mut self, at: SimTime) -> Option<K> {
        match self.0.peek() {
            Some(Reverse(key)) if key.at() <= at => self.0.pop().map(|Reverse(key)| key),
            _ => None,
        }
    }

    /// All ends, in no order.
    pub(super) fn iter(&self) -> impl Iterator<Item = K> {
        self.0.iter().map(|&Reverse(key)| key)
    }

    /// Takes all ends of one slot, lowest first.
    pub(super) fn take_all_of(&mut self, slot: u32) -> Vec<K> {
        let mut taken: Vec<K> = self.iter().filter(|key| key.slot() == slot).collect();
        taken.sort_unstable();
        self.0.retain(|Reverse(key)| key.slot() != slot);
        taken
    }

    /// Slots have new numbers, in the same order as before.
    pub(super) fn renumber(&mut self, new_of_old: &[u32]) {
        let mut keys = std::mem::take(&mut self.0).into_vec();
        for Reverse(key) in &mut keys {
            *key = key.on_slot(new_of_old[key.slot() as usize]);
        }
        self.0 = keys.into();
    }
}
