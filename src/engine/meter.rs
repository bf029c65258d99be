//! Counts work and turns it into virtual time.
//!
//! Work is boa's own count of executed instructions plus what natives charge, because one instruction can start a
//! great deal of native work. The count is the same natively and in wasm; so is everything that follows from it.

use std::cell::Cell;

use boa_engine::error::PanicError;
use boa_engine::{Context, JsResult};
use domain::lambda::{CpuTime, MAX_UNITS_PER_INVOCATION, SourcePosition, Verdict};
use domain::units::{MemorySize, SimDuration, SimTime};

use crate::host::MAX_BUFFER_BYTES;
use crate::{heap, memory, still_running};

/// How far the heap grows before garbage is looked for.
const FIRST_COLLECTION_BYTES: usize = 48 << 20;

/// What is kept free for what runs before the heap is looked at again.
const RESERVE_BYTES: usize = 16 << 20;

/// The meter of one turn.
#[derive(Debug)]
pub(crate) struct Meter {
    cpu: Cell<CpuTime>,
    began: Cell<SimTime>,
    deadline: Cell<SimTime>,
    /// What the context's counter showed when the turn began.
    counter_at_begin: Cell<u64>,
    charged: Cell<u64>,
    waited: Cell<SimDuration>,
    /// The most bytes that the function's memory has room for at once.
    room_bytes: Cell<u64>,
    largest_claim: Cell<u64>,
    out_of_memory: Cell<bool>,
    /// How far the heap may have grown before garbage is looked for again.
    next_collection_bytes: Cell<usize>,
    /// The reader's line from which the built-in was called that ended the turn.
    stopped_at: Cell<Option<SourcePosition>>,
    /// The latest point that the clock was seen at; boa's own clock, which cannot ask for the count, shows this.
    last_seen: Cell<SimTime>,
}

impl Meter {
    pub(crate) fn new() -> Meter {
        Meter {
            cpu: Cell::new(CpuTime::FULL),
            began: Cell::default(),
            deadline: Cell::default(),
            counter_at_begin: Cell::new(0),
            charged: Cell::new(0),
            waited: Cell::default(),
            room_bytes: Cell::new(u64::MAX),
            largest_claim: Cell::new(0),
            out_of_memory: Cell::new(false),
            next_collection_bytes: Cell::new(FIRST_COLLECTION_BYTES),
            stopped_at: Cell::default(),
            last_seen: Cell::default(),
        }
    }

    /// A turn begins.
    pub(crate) fn begin(&self, cpu: CpuTime, began: SimTime, deadline: SimTime, context: &Context) {
        self.cpu.set(cpu);
        self.began.set(began);
        self.deadline.set(deadline);
        self.counter_at_begin
            .set(context.instructions_remaining() as u64);
        self.charged.set(0);
        self.waited.set(SimDuration::ZERO);
        self.last_seen.set(began);
        self.largest_claim.set(0);
        self.out_of_memory.set(false);
        self.stopped_at.set(None);
        UNWINDING.set(None);
        self.next_collection_bytes.set(FIRST_COLLECTION_BYTES);
        heap::begin_turn();
    }

    /// Sets the memory that the function has, from its configured size.
    pub(crate) fn limit_memory(&self, memory: MemorySize) {
        let room = memory::room_bytes(memory);
        self.room_bytes.set(room.min(MAX_BUFFER_BYTES));
    }

    /// Whether the turn has to end because the memory is full.
    pub(crate) fn is_out_of_memory(&self) -> bool {
        self.out_of_memory.get()
    }

    /// Asks for so many bytes at once. An error that the reader's code cannot catch if they cannot be had.
    pub(crate) fn claim(&self, bytes: u64) -> JsResult<()> {
        if bytes > self.room_bytes.get() || heap::is_full_with(bytes as usize) {
            self.out_of_memory.set(true);
            UNWINDING.set(Some(Verdict::OutOfMemory));
            return Err(stop());
        }
        self.largest_claim.set(self.largest_claim.get().max(bytes));
        Ok(())
    }

    /// The most bytes that were asked for at once in this turn.
    pub(crate) fn largest_claim(&self) -> u64 {
        self.largest_claim.get()
    }

    /// Looks at the heap: garbage holds strings that boa's collector does not see.
    fn look_at_heap(&self) {
        let grown = heap::growth_bytes();
        if grown > self.next_collection_bytes.get() {
            boa_gc::force_collect();
            let left = heap::growth_bytes();
            self.next_collection_bytes
                .set(left + FIRST_COLLECTION_BYTES);
        }
        if heap::is_full_with(RESERVE_BYTES) {
            self.out_of_memory.set(true);
        }
        if heap::is_overworked() {
            self.charged.set(u64::MAX / 2);
        }
    }

    /// Units of work done in this turn.
    pub(crate) fn used(&self, context: &Context) -> u64 {
        self.counter_at_begin.get() - context.instructions_remaining() as u64 + self.charged.get()
    }

    /// Virtual time now.
    pub(crate) fn now(&self, context: &Context) -> SimTime {
        let now =
            self.began.get() + self.waited.get() + self.cpu.get().of_units(self.used(context));
        self.last_seen.set(now);
        now
    }

    /// The point that the clock was last seen at.
    pub(crate) fn last_seen(&self) -> SimTime {
        self.last_seen.get()
    }

    /// When the turn is cut off.
    pub(crate) fn deadline(&self) -> SimTime {
        self.deadline.get()
    }

    /// Lets virtual time pass until `time`; nothing if that is over already.
    pub(crate) fn wait_until(&self, time: SimTime, context: &Context) {
        let now = self.now(context);
        self.waited.set(self.waited.get() + time.since(now));
    }

    /// Whether the turn has to end: its time is up, or it did more work than can really be done.
    pub(crate) fn is_over(&self, context: &Context) -> bool {
        self.out_of_memory.get()
            || context.instructions_remaining() == 0
            || self.used(context) > MAX_UNITS_PER_INVOCATION
            || self.now(context) > self.deadline.get()
    }

    /// The reader's line that was running when a built-in ended the turn.
    pub(crate) fn stopped_at(&self) -> Option<SourcePosition> {
        self.stopped_at.get()
    }

    /// Keeps the line that was running, if it is known.
    pub(crate) fn note_stop(&self, place: Option<SourcePosition>) {
        self.stopped_at.set(place.or(self.stopped_at.get()));
    }

    /// Whether the turn worked for longer than it waited.
    pub(crate) fn was_busy(&self, context: &Context) -> bool {
        self.cpu.get().of_units(self.used(context)) > self.waited.get()
    }

    /// How many units the turn has left, by its time and by what can really be done.
    pub(crate) fn left(&self, context: &Context) -> u64 {
        let time = self.deadline.get().since(self.now(context));
        let by_time = self.cpu.get().units_within(time);
        by_time.min(MAX_UNITS_PER_INVOCATION.saturating_sub(self.used(context)))
    }

    /// Counts native work. An error that the reader's code cannot catch if the turn has to end.
    pub(crate) fn charge(&self, units: u64, context: &Context) -> JsResult<()> {
        self.charged.set(self.charged.get().saturating_add(units));
        self.look_at_heap();
        if self.is_over(context) {
            UNWINDING.set(Some(if self.out_of_memory.get() {
                Verdict::OutOfMemory
            } else {
                Verdict::TimedOut
            }));
            if self.stopped_at.get().is_none() {
                self.stopped_at.set(still_running::line(context));
            }
            Err(stop())
        } else {
            Ok(())
        }
    }
}

thread_local! {
    static UNWINDING: Cell<Option<Verdict>> = const { Cell::new(None) };
}

/// What the turn is being ended for, if boa should break while it unwinds: it takes it for granted in places that
/// certain calls cannot fail.
pub fn unwinding() -> Option<Verdict> {
    UNWINDING.get()
}

/// The error that unwinds everything: no `catch` and no `finally` of the reader's code sees it.
pub(crate) fn stop() -> boa_engine::JsError {
    PanicError::new("the turn has to end").into()
}
