//! The counting allocator: an early verdict over memory, before the machine's own end.
//!
//! A program that runs this engine makes it its global allocator. It counts what lives, and what was ever asked for
//! within a turn: the first tells that the memory is full, the second that strings are copied without an end (`s +=`
//! copies the whole string, and no instruction count sees it). What it refuses ends in an abort of the process, or in
//! a trap of the wasm instance, which the guard turns into a verdict; natives ask beforehand, so that few get so far.
//!
//! The counts depend on the width of a pointer, so they decide over verdicts only and are never shown.

#![allow(unsafe_code)]

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering::Relaxed};

/// How many bytes may come to live within one turn. A phone has to stand it, and it is more than any lesson needs.
const MAX_GROWTH_BYTES: usize = 384 << 20;

/// How many bytes may be asked for within one turn: some seconds of copying.
const MAX_TRAFFIC_BYTES: u64 = 20 << 30;

/// What is said on standard error when it is the traffic that was too much.
pub const OUT_OF_WORK: &str = "coldstart: a turn copies without an end\n";

static OVERWORKED: AtomicBool = AtomicBool::new(false);
static LIVE: AtomicUsize = AtomicUsize::new(0);
static LIVE_CEILING: AtomicUsize = AtomicUsize::new(usize::MAX);
static LIVE_AT_BEGIN: AtomicUsize = AtomicUsize::new(0);
static TRAFFIC: AtomicU64 = AtomicU64::new(0);
static TRAFFIC_CEILING: AtomicU64 = AtomicU64::new(u64::MAX);

/// The system's allocator, counted.
#[derive(Debug)]
pub struct CountedHeap;

impl CountedHeap {
    /// How many bytes live now; 0 where the program has another allocator.
    pub fn live_bytes() -> usize {
        LIVE.load(Relaxed)
    }

    /// Whether so many more bytes may be given out.
    #[inline]
    fn admits(growth: usize, asked: usize) -> bool {
        let live = LIVE.load(Relaxed).saturating_add(growth);
        let traffic = TRAFFIC.load(Relaxed).saturating_add(asked as u64);
        TRAFFIC.store(traffic, Relaxed);
        if traffic > TRAFFIC_CEILING.load(Relaxed) {
            OVERWORKED.store(true, Relaxed);
            // Once: whatever is said or unwound after this needs memory of its own.
            TRAFFIC_CEILING.store(u64::MAX, Relaxed);
            let _ = std::io::Write::write_all(&mut std::io::stderr(), OUT_OF_WORK.as_bytes());
            return false;
        }
        live <= LIVE_CEILING.load(Relaxed)
    }
}

// SAFETY: every call is handed on to the system's allocator with the very arguments that came in, or answered with a
// null pointer, which means that there is no memory.
unsafe impl GlobalAlloc for CountedHeap {
    #[inline]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if !CountedHeap::admits(layout.size(), layout.size()) {
            return std::ptr::null_mut();
        }
        // SAFETY: the caller keeps the contract of `alloc`.
        let pointer = unsafe { System.alloc(layout) };
        if !pointer.is_null() {
            LIVE.fetch_add(layout.size(), Relaxed);
        }
        pointer
    }

    #[inline]
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        if !CountedHeap::admits(layout.size(), layout.size()) {
            return std::ptr::null_mut();
        }
        // SAFETY: the caller keeps the contract of `alloc_zeroed`.
        let pointer = unsafe { System.alloc_zeroed(layout) };
        if !pointer.is_null() {
            LIVE.fetch_add(layout.size(), Relaxed);
        }
        pointer
    }

    #[inline]
    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        LIVE.fetch_sub(layout.size(), Relaxed);
        // SAFETY: the caller keeps the contract of `dealloc`.
        unsafe { System.dealloc(pointer, layout) }
    }

    #[inline]
    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        let growth = size.saturating_sub(layout.size());
        if growth > 0 && !CountedHeap::admits(growth, size) {
            return std::ptr::null_mut();
        }
        // SAFETY: the caller keeps the contract of `realloc`.
        let moved = unsafe { System.realloc(pointer, layout, size) };
        if !moved.is_null() {
            LIVE.fetch_add(size, Relaxed);
            LIVE.fetch_sub(layout.size(), Relaxed);
        }
        moved
    }
}

/// Whether the last refusal was for the traffic.
pub fn was_overworked() -> bool {
    OVERWORKED.load(Relaxed)
}

/// A turn begins: it may let the heap grow so far from here.
pub(crate) fn begin_turn() {
    let live = LIVE.load(Relaxed);
    LIVE_AT_BEGIN.store(live, Relaxed);
    LIVE_CEILING.store(live.saturating_add(MAX_GROWTH_BYTES), Relaxed);
    let traffic = TRAFFIC.load(Relaxed).saturating_add(MAX_TRAFFIC_BYTES);
    TRAFFIC_CEILING.store(traffic, Relaxed);
}

/// The turn is over: what is done with its results is not the function's.
pub(crate) fn end_turn() {
    LIVE_CEILING.store(usize::MAX, Relaxed);
    TRAFFIC_CEILING.store(u64::MAX, Relaxed);
}

/// By how many bytes the heap has grown in this turn.
pub(crate) fn growth_bytes() -> usize {
    LIVE.load(Relaxed)
        .saturating_sub(LIVE_AT_BEGIN.load(Relaxed))
}

/// Whether so many bytes more would be refused.
pub(crate) fn is_full_with(bytes: usize) -> bool {
    growth_bytes().saturating_add(bytes) > MAX_GROWTH_BYTES
}

/// Whether the turn has asked for so much that copying is nearly all it does.
pub(crate) fn is_overworked() -> bool {
    // What is left for whatever runs between two questions.
    const RESERVE_BYTES: u64 = 1 << 30;
    let ceiling = TRAFFIC_CEILING.load(Relaxed);
    TRAFFIC.load(Relaxed) > ceiling.saturating_sub(RESERVE_BYTES)
}
