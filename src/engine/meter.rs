//! Counts work and turns it into virtual time.
//!
//! Work is boa's own count of executed instructions plus what natives charge, because one instruction can start a
//! great deal of native work. The count is the same natively and in wasm; so is everything that follows from it.

use std::cell::Cell;

use boa_engine::error::PanicError;
use boa_engine::{Context, JsResult};
use domain::lambda::{CpuTime, MAX_UNITS_PER_INVOCATION};
use domain::units::{SimDuration, SimTime};

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
        context.instructions_remaining() == 0
            || self.used(context) > MAX_UNITS_PER_INVOCATION
            || self.now(context) > self.deadline.get()
    }

    /// Counts native work. An error that the reader's code cannot catch if the turn has to end.
    pub(crate) fn charge(&self, units: u64, context: &Context) -> JsResult<()> {
        self.charged.set(self.charged.get().saturating_add(units));
        if self.is_over(context) {
            Err(stop())
        } else {
            Ok(())
        }
    }
}

/// The error that unwinds everything: no `catch` and no `finally` of the reader's code sees it.
pub(crate) fn stop() -> boa_engine::JsError {
    PanicError::new("the turn has to end").into()
}
