//! What the natives of one turn share: the meter, the log, the event loop of the environment, and the answer.
//!
//! It is kept in the context's data, so that a native, which is a plain function, finds it there.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use boa_engine::builtins::promise::{OperationType, Promise};
use boa_engine::context::HostHooks;
use boa_engine::context::time::{Clock, JsInstant};
use boa_engine::realm::Realm;
use boa_engine::{Context, JsNativeError, JsObject, JsResult, JsString, JsValue};
use domain::lambda::{Deployment, LogLevel, LogLine, NodeRuntime, Phase};
use domain::units::{CalendarTime, Draws, Purpose, Seed, SimTime};

use crate::answers::Answer;
use crate::environment::Intact;
use crate::event_loop::Queues;
use crate::log_format::LogSettings;
use crate::meter::Meter;
use crate::nesting;
use crate::node::ContainerFiles;
use crate::places::SourceMap;

/// The larger part of a phone's memory is not ours: the most bytes that one buffer may have.
pub(crate) const MAX_BUFFER_BYTES: u64 = 192 * 1024 * 1024;

/// Work that compiling a piece of text in JavaScript costs, and each of its letters.
const UNITS_PER_EVAL: u64 = 60;
const UNITS_PER_LETTER: u64 = 4;

/// What `console` remembers between calls, as long as its environment lives.
#[derive(Clone, Debug, Default)]
pub(crate) struct ConsoleState {
    pub(crate) counts: BTreeMap<String, u64>,
    pub(crate) timers: BTreeMap<String, SimTime>,
    /// Groups that are open.
    pub(crate) groups: usize,
}

/// The state of a turn.
#[derive(Debug)]
pub(crate) struct Host {
    pub(crate) meter: Meter,
    pub(crate) queues: RefCell<Queues>,
    pub(crate) answer: RefCell<Option<Answer>>,
    /// `context.callbackWaitsForEmptyEventLoop`
    pub(crate) waits_for_empty_loop: RefCell<JsValue>,
    /// Whether one of the functions that answer was called.
    pub(crate) is_finished: Cell<bool>,
    /// Whether an empty event loop still ends the invocation by itself: not after any attempt to answer.
    pub(crate) is_default_end: Cell<bool>,
    /// The handler's own name and the export that it is called by, for traces.
    pub(crate) handler_names: RefCell<Option<(String, String)>>,
    /// Whether a result was sent, or should have been.
    pub(crate) is_completed: Cell<bool>,
    pub(crate) request_id: RefCell<String>,
    pub(crate) runtime: Cell<NodeRuntime>,
    pub(crate) log_settings: Cell<LogSettings>,
    pub(crate) console: RefCell<ConsoleState>,
    intact: RefCell<Option<Intact>>,
    source: RefCell<Rc<SourceMap>>,
    /// The code that `process.exit` was called with.
    pub(crate) exit_code: Cell<Option<i32>>,
    /// The work of the microtask of this turn that worked most.
    pub(crate) heaviest_job: Cell<u64>,
    /// Rejected promises that nobody handles so far.
    pub(crate) rejections: RefCell<Vec<JsObject<Promise>>>,
    pub(crate) random: RefCell<Draws>,
    /// The files of the container.
    pub(crate) files: RefCell<Rc<ContainerFiles>>,
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
            waits_for_empty_loop: RefCell::new(true.into()),
            is_finished: Cell::new(false),
            is_completed: Cell::new(false),
            is_default_end: Cell::new(true),
            handler_names: RefCell::default(),
            request_id: RefCell::default(),
            runtime: Cell::default(),
            log_settings: Cell::new(LogSettings::DEFAULT),
            console: RefCell::default(),
            intact: RefCell::default(),
            source: RefCell::default(),
            exit_code: Cell::new(None),
            heaviest_job: Cell::default(),
            rejections: RefCell::default(),
            random: RefCell::new(Seed(0).draws(Purpose::MathRandom, 0)),
            files: RefCell::default(),
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

    /// Forgets the turn before, and takes over what belongs to the environment of this one.
    pub(crate) fn begin(&self, phase: Phase, start: CalendarTime, of: &TurnOf<'_>) {
        self.phase.set(phase);
        self.request_id.replace(of.request_id.to_owned());
        self.runtime.set(of.deployment.runtime);
        self.log_settings.set(LogSettings::of(of.deployment));
        self.intact.replace(of.intact.cloned());
        self.source.replace(of.source.clone());
        self.start.set(start);
        self.answer.take();
        self.waits_for_empty_loop.replace(true.into());
        self.is_finished.set(false);
        self.is_completed.set(false);
        self.is_default_end.set(true);
        self.handler_names.take();
        self.exit_code.set(None);
        self.heaviest_job.set(0);
        self.rejections.take();
        self.log.take();
    }

    /// Writes a line into the function's log.
    pub(crate) fn write_log(&self, level: LogLevel, message: String, context: &Context) {
        let at = self.meter.now(context);
        let word = self.log_settings.get().id_during_init;
        let has_other_word = self.phase.get() == Phase::Init && word != "undefined";
        let (level, message) = match level {
            LogLevel::Bare => (level, message),
            level if has_other_word => {
                let time = self.calendar(at).to_iso();
                let line = format!("{time}\t{word}\t{}\t{message}", level.word());
                (LogLevel::Bare, line)
            }
            level => (level, message),
        };
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

    /// The part of the environment's life that this turn is.
    pub(crate) fn phase(&self) -> Phase {
        self.phase.get()
    }

    /// The functions of the realm as they were before the reader's code ran.
    pub(crate) fn intact(&self) -> Intact {
        let intact = self.intact.borrow();
        intact
            .clone()
            .expect("a turn begins with the functions of its realm")
    }

    /// Takes the functions of a realm that is new.
    pub(crate) fn keep_intact(&self, intact: Intact) {
        self.intact.replace(Some(intact));
    }

    /// What is known of the reader's text.
    pub(crate) fn source(&self) -> Rc<SourceMap> {
        self.source.borrow().clone()
    }

    /// Whether the function's answer was sent.
    pub(crate) fn has_sent(&self) -> bool {
        matches!(
            &*self.answer.borrow(),
            Some(Answer::Result(_) | Answer::Failure(_))
        )
    }
}

/// Whose turn begins.
#[derive(Debug)]
pub(crate) struct TurnOf<'a> {
    pub(crate) deployment: &'a Deployment,
    /// Empty during init.
    pub(crate) request_id: &'a str,
    /// None before the realm exists.
    pub(crate) intact: Option<&'a Intact>,
    pub(crate) source: &'a Rc<SourceMap>,
}

/// What boa asks its surroundings for.
#[derive(Debug)]
pub(crate) struct Hooks(pub(crate) Rc<Host>);

impl HostHooks for Hooks {
    fn promise_rejection_tracker(
        &self,
        promise: &JsObject<Promise>,
        operation: OperationType,
        context: &mut Context,
    ) {
        let mut rejections = self.0.rejections.borrow_mut();
        match operation {
            OperationType::Reject => rejections.push(promise.clone()),
            OperationType::Handle => {
                // Most are handled soon after they were rejected, so the search begins with the latest.
                let found = rejections
                    .iter()
                    .rposition(|other| JsObject::equals(other, promise));
                let searched = rejections.len() - found.unwrap_or(0);
                if let Some(found) = found {
                    rejections.remove(found);
                }
                // Whether the turn is over is asked after each job.
                let _ = self.0.meter.charge(searched as u64 / 8, context);
            }
        }
    }

    fn local_timezone_offset_seconds(&self, _unix_time_seconds: i64) -> i32 {
        // Lambda runs in UTC.
        0
    }

    fn ensure_can_compile_strings(
        &self,
        _realm: Realm,
        parameters: &[JsString],
        body: &JsString,
        _direct: bool,
        context: &mut Context,
    ) -> JsResult<()> {
        for text in parameters.iter().chain([body]) {
            self.0.meter.charge(
                UNITS_PER_EVAL + text.len() as u64 * UNITS_PER_LETTER,
                context,
            )?;
            if nesting::too_deep(&text.to_std_string_lossy()).is_some() {
                let error = JsNativeError::syntax().with_message(nesting::MESSAGE);
                return Err(error.into());
            }
        }
        Ok(())
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
