//! What the natives of one turn share: the meter, the log, the event loop of the environment, and the answer.
//!
//! It is kept in the context's data, so that a native, which is a plain function, finds it there.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use boa_engine::builtins::promise::{OperationType, Promise};
use boa_engine::context::HostHooks;
use boa_engine::context::time::{Clock, JsInstant};
use boa_engine::{Context, JsObject, JsValue};
use domain::lambda::{FunctionError, LogLevel, LogLine, Phase};
use domain::units::{CalendarTime, Draws, Purpose, Seed, SimTime};

use crate::event_loop::Queues;
use crate::meter::Meter;

/// The larger part of a phone's memory is not ours: the most bytes that one buffer may have.
const MAX_BUFFER_BYTES: u64 = 256 * 1024 * 1024;

/// What the function answered, before it is turned into text.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    /// The result, or what was thrown.
    pub(crate) value: Result<JsValue, JsValue>,
    /// Whether the event loop has to run empty first: so after `callback`, unless the reader says otherwise.
    pub(crate) waits_for_empty_loop: bool,
    /// Whether it came through `callback` or `context.done`: what cannot be serialised is then thrown where nobody
    /// catches it.
    pub(crate) by_callback: bool,
}

/// The state of a turn.
#[derive(Debug)]
pub(crate) struct Host {
    pub(crate) meter: Meter,
    pub(crate) queues: RefCell<Queues>,
    pub(crate) answer: RefCell<Option<Answer>>,
    /// `context.callbackWaitsForEmptyEventLoop`
    pub(crate) waits_for_empty_loop: Cell<bool>,
    /// The code that `process.exit` was called with.
    pub(crate) exit_code: Cell<Option<i32>>,
    /// Rejected promises that nobody handles so far.
    pub(crate) rejections: RefCell<Vec<JsObject<Promise>>>,
    pub(crate) random: RefCell<Draws>,
    /// The report of what the handler itself threw, made while its stack was known.
    pub(crate) thrown: RefCell<Option<FunctionError>>,
    phase: Cell<Phase>,
    start: Cell<CalendarTime>,
    log: RefCell<Vec<LogLine>>,
}

impl Host {
    pub(crate) fn new() -> Host {
        Host {
            meter: Meter::new(),
            queues: RefCell::default(),
            answer: RefCell::default(),
            waits_for_empty_loop: Cell::new(true),
            exit_code: Cell::new(None),
            rejections: RefCell::default(),
            random: RefCell::new(Seed(0).draws(Purpose::MathRandom, 0)),
            thrown: RefCell::default(),
            phase: Cell::new(Phase::Init),
            start: Cell::new(CalendarTime::DEFAULT_START),
            log: RefCell::default(),
        }
    }

    /// The host of this context. Every context of ours has one.
    pub(crate) fn of(context: &Context) -> Rc<Host> {
        context
            .get_data::<Rc<Host>>()
            .expect("each of our contexts is made with a host")
            .clone()
    }

    /// Forgets the turn before.
    pub(crate) fn begin(&self, phase: Phase, start: CalendarTime) {
        self.phase.set(phase);
        self.start.set(start);
        self.answer.take();
        self.thrown.take();
        self.waits_for_empty_loop.set(true);
        self.exit_code.set(None);
        self.rejections.take();
        self.log.take();
    }

    /// Writes a line into the function's log.
    pub(crate) fn write_log(&self, level: LogLevel, message: String, context: &Context) {
        let at = self.meter.now(context);
        self.log.borrow_mut().push(LogLine {
            at,
            phase: self.phase.get(),
            level,
            message,
        });
    }

    /// What was written in this turn, without what came after the deadline.
    pub(crate) fn take_log(&self) -> Vec<LogLine> {
        let mut log = self.log.take();
        log.retain(|line| line.at <= self.meter.deadline());
        log
    }

    /// What the calendar says at `time`.
    pub(crate) fn calendar(&self, time: SimTime) -> CalendarTime {
        self.start.get().after(time)
    }

    /// The function answers. Only the first answer of a turn counts; gives whether this was the first.
    pub(crate) fn answer(&self, answer: Answer) -> bool {
        let mut given = self.answer.borrow_mut();
        let is_first = given.is_none();
        given.get_or_insert(answer);
        is_first
    }
}

/// What boa asks its surroundings for.
#[derive(Debug)]
pub(crate) struct Hooks(pub(crate) Rc<Host>);

impl HostHooks for Hooks {
    fn promise_rejection_tracker(
        &self,
        promise: &JsObject<Promise>,
        operation: OperationType,
        _context: &mut Context,
    ) {
        let mut rejections = self.0.rejections.borrow_mut();
        match operation {
            OperationType::Reject => rejections.push(promise.clone()),
            OperationType::Handle => rejections.retain(|other| !JsObject::equals(other, promise)),
        }
    }

    fn local_timezone_offset_seconds(&self, _unix_time_seconds: i64) -> i32 {
        // Lambda runs in UTC.
        0
    }

    fn max_buffer_size(&self, _context: &mut Context) -> u64 {
        MAX_BUFFER_BYTES
    }
}

/// The clock for boa's own use. It cannot count, so it stands where the meter last looked.
#[derive(Debug)]
pub(crate) struct VirtualClock(pub(crate) Rc<Host>);

impl Clock for VirtualClock {
    fn now(&self) -> JsInstant {
        let micros = self.0.meter.last_seen().as_micros();
        JsInstant::new(micros / 1_000_000, (micros % 1_000_000) as u32 * 1_000)
    }

    fn system_time_millis(&self) -> i64 {
        self.0.calendar(self.0.meter.last_seen()).epoch_millis()
    }
}
