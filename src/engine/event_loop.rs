//! The event loop of one environment on virtual time, in the order of Node.js: after each callback the ticks of
//! `process.nextTick` and the microtasks; immediates and timers in turns; and where nothing is due, the clock jumps.
//!
//! The queues belong to the environment and outlive a turn: what is left when the function has answered is frozen
//! with its container and goes on in the next invocation.

use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::future::Future;
use std::rc::Rc;

use boa_engine::builtins::promise::PromiseState;
use boa_engine::job::{Job, JobExecutor};
use boa_engine::object::builtins::{JsFunction, JsPromise};
use boa_engine::{Context, JsError, JsObject, JsResult, JsValue};
use domain::lambda::NodeRuntime;
use domain::units::SimTime;

use crate::errors::thrown_value;
use crate::host::Host;
use crate::node::process_events::{self, UNCAUGHT_EXCEPTION, UNHANDLED_REJECTION};
use crate::still_running;
use crate::timers::Timer;

/// Work that the loop itself does for a microtask or a tick, and for a timer or an immediate.
const UNITS_PER_JOB: u64 = 10;
const UNITS_PER_CALLBACK: u64 = 20;

/// A function with its arguments, called as soon as the code that runs now has ended: `process.nextTick`.
#[derive(Debug)]
pub(crate) struct Tick {
    pub(crate) callback: JsFunction,
    pub(crate) arguments: Vec<JsValue>,
}

/// What an environment still has to do.
#[derive(Debug, Default)]
pub(crate) struct Queues {
    ticks: VecDeque<Tick>,
    microtasks: VecDeque<Job>,
    immediates: VecDeque<JsObject<Timer>>,
    /// By time, then by the order in which they were set.
    timers: BTreeMap<(SimTime, u32), JsObject<Timer>>,
    /// Where the timers stand, by their ids.
    places: BTreeMap<u32, (SimTime, u32)>,
    /// How many of the timers the process waits for.
    timers_alive: usize,
    last_id: u32,
}

impl Queues {
    /// A new number for a timer or an immediate.
    pub(crate) fn next_id(&mut self) -> u32 {
        self.last_id += 1;
        self.last_id
    }

    /// Lets a timer ring at `at`, instead of when it would have rung.
    pub(crate) fn set_timer(&mut self, at: SimTime, timer: JsObject<Timer>) {
        let id = timer.borrow().data().id;
        self.clear(id);
        let place = (at, self.next_id());
        self.timers_alive += usize::from(timer.borrow().data().keeps_alive);
        self.places.insert(id, place);
        self.timers.insert(place, timer);
    }

    /// The timer of this number, if it still has to ring.
    pub(crate) fn timer(&self, id: u32) -> Option<JsObject<Timer>> {
        self.timers.get(self.places.get(&id)?).cloned()
    }

    pub(crate) fn set_immediate(&mut self, immediate: JsObject<Timer>) {
        self.immediates.push_back(immediate);
    }

    pub(crate) fn add_tick(&mut self, tick: Tick) {
        self.ticks.push_back(tick);
    }

    /// Takes a timer out; nothing if it is over.
    pub(crate) fn clear(&mut self, id: u32) {
        let place = self.places.remove(&id);
        let timer = place.and_then(|place| self.timers.remove(&place));
        if let Some(timer) = timer {
            self.timers_alive -= usize::from(timer.borrow().data().keeps_alive);
        }
    }

    fn pop_timer(&mut self) -> Option<JsObject<Timer>> {
        let timer = self.timers.values().next().cloned()?;
        let id = timer.borrow().data().id;
        self.clear(id);
        Some(timer)
    }

    /// Whether the process waits for a timer or an immediate.
    pub(crate) fn keep_alive(&mut self, timer: &JsObject<Timer>, keeps_alive: bool) {
        let mut timer = timer.borrow_mut();
        let timer = timer.data_mut();
        if self.places.contains_key(&timer.id) {
            self.timers_alive -= usize::from(timer.keeps_alive);
            self.timers_alive += usize::from(keeps_alive);
        }
        timer.keeps_alive = keeps_alive;
    }

    /// Whether anything is left that Node.js would wait for.
    fn is_alive(&self) -> bool {
        let is_waited_for = |immediate: &JsObject<Timer>| {
            let immediate = immediate.borrow();
            immediate.data().keeps_alive && !immediate.data().is_cleared
        };
        self.timers_alive > 0 || self.immediates.iter().any(is_waited_for)
    }
}

/// Takes the jobs that boa makes. They are run by [`run`] only, never by boa.
#[derive(Debug)]
pub(crate) struct Executor(pub(crate) Rc<Host>);

impl JobExecutor for Executor {
    fn enqueue_job(self: Rc<Self>, job: Job, _context: &mut Context) {
        match job {
            Job::PromiseJob(_) | Job::GenericJob(_) | Job::AsyncJob(_) => {
                self.0.queues.borrow_mut().microtasks.push_back(job);
            }
            // Clean-up of finalisation registries may or may not happen in JavaScript; here it never does, because
            // it would depend on the garbage collector. boa makes no other jobs without a runtime of its own.
            _ => {}
        }
    }

    fn run_jobs(self: Rc<Self>, _context: &mut Context) -> JsResult<()> {
        Ok(())
    }
}

/// Why the loop stopped.
#[derive(Debug)]
pub(crate) enum LoopEnd {
    /// The function has answered, or what was waited for is so.
    Answered,
    /// There is nothing left to do.
    Empty,
    /// The turn's time is up.
    TimeUp,
    /// The memory is full.
    OutOfMemory,
    /// `process.exit` was called.
    Exited(i32),
    /// A callback threw and nobody caught it.
    Uncaught(JsError),
    /// A promise was rejected and nobody handled it.
    UnhandledRejection(JsValue),
}

/// Runs the event loop of the current environment until the function has answered, or for another of the reasons to
/// stop.
pub(crate) fn run(host: &Host, context: &mut Context) -> LoopEnd {
    match run_until(host, context, &|| host.has_sent()) {
        LoopEnd::Answered => end_of_answered(host, context),
        end => end,
    }
}

/// Runs the event loop until something is so, or for another of the reasons to stop.
///
/// The handler was called where Node.js looks for input, so immediates come first, all that there are, then the
/// timers that are due, and so on in turns. With nothing due the clock jumps to the next timer.
pub(crate) fn run_until(host: &Host, context: &mut Context, is_so: &dyn Fn() -> bool) -> LoopEnd {
    if let Err(end) = run_microtasks(host, context) {
        return end;
    }
    loop {
        let immediates = host.queues.borrow().immediates.len();
        for _ in 0..immediates {
            if is_so() {
                return LoopEnd::Answered;
            }
            let immediate = host.queues.borrow_mut().immediates.pop_front();
            let Some(immediate) = immediate else { break };
            if let Err(end) = call(&immediate, host, context) {
                return end;
            }
        }
        if is_so() {
            return LoopEnd::Answered;
        }
        if !host.queues.borrow().is_alive() {
            return LoopEnd::Empty;
        }
        if host.queues.borrow().immediates.is_empty() {
            let next = host.queues.borrow().timers.keys().next().copied();
            let Some((at, _)) = next else {
                return LoopEnd::Empty;
            };
            if at > host.meter.deadline() {
                // It belongs to whoever thaws the environment.
                return LoopEnd::TimeUp;
            }
            host.meter.wait_until(at, context);
        }
        // A timer that another one sets has to wait for its turn, however late it is.
        let newest = host.queues.borrow().last_id;
        loop {
            let now = host.meter.now(context);
            let next = host.queues.borrow().timers.keys().next().copied();
            if !next.is_some_and(|(at, order)| at <= now && order <= newest) || is_so() {
                break;
            }
            let timer = host.queues.borrow_mut().pop_timer();
            let Some(timer) = timer else { break };
            if let Err(end) = call(&timer, host, context) {
                return end;
            }
        }
    }
}

/// The runtime client asks for the next event in an immediate of its own: those that were set before the answer run
/// before it, and then the environment is frozen.
fn end_of_answered(host: &Host, context: &mut Context) -> LoopEnd {
    let immediates = std::mem::take(&mut host.queues.borrow_mut().immediates);
    for immediate in immediates {
        if let Err(end) = call(&immediate, host, context) {
            return end;
        }
    }
    LoopEnd::Answered
}

/// Calls what a timer or an immediate is for, and then what that has left to do at once.
fn call(timer: &JsObject<Timer>, host: &Host, context: &mut Context) -> Result<(), LoopEnd> {
    let (callback, arguments) = {
        let timer = timer.borrow();
        if timer.data().is_cleared {
            return Ok(());
        }
        (
            timer.data().callback.clone(),
            timer.data().arguments.clone(),
        )
    };
    pay(UNITS_PER_CALLBACK, host, context)?;
    let result = callback.call(&timer.clone().upcast().into(), &arguments, context);
    check(result.map(drop), host, context)?;
    let again = {
        let timer = timer.borrow();
        (timer.data().repeats && !timer.data().is_cleared).then(|| timer.data().delay)
    };
    if let Some(delay) = again {
        let at = host.meter.now(context) + delay;
        host.queues.borrow_mut().set_timer(at, timer.clone());
    }
    run_ticks(host, context)?;
    run_microtasks(host, context)
}

/// Runs what `process.nextTick` was given.
fn run_ticks(host: &Host, context: &mut Context) -> Result<(), LoopEnd> {
    loop {
        let tick = host.queues.borrow_mut().ticks.pop_front();
        let Some(Tick {
            callback,
            arguments,
        }) = tick
        else {
            return Ok(());
        };
        pay(UNITS_PER_JOB, host, context)?;
        let result = callback.call(&JsValue::undefined(), &arguments, context);
        check(result.map(drop), host, context)?;
    }
}

/// Runs microtasks and ticks until there are none of either, then looks for rejections that nobody handled.
pub(crate) fn run_microtasks(host: &Host, context: &mut Context) -> Result<(), LoopEnd> {
    loop {
        run_jobs(host, context)?;
        if host.queues.borrow().ticks.is_empty() {
            break;
        }
        run_ticks(host, context)?;
    }
    context.clear_kept_objects();
    let unhandled = std::mem::take(&mut *host.rejections.borrow_mut())
        .into_iter()
        .next();
    let Some(promise) = unhandled else {
        return Ok(());
    };
    let state = JsPromise::from_object(promise.upcast()).map(|promise| promise.state());
    let reason = if let Ok(PromiseState::Rejected(reason)) = state {
        reason
    } else {
        JsValue::undefined()
    };
    if host.runtime.get() == NodeRuntime::Node24
        && let Ok(true) = process_events::emit(UNHANDLED_REJECTION, &reason, context)
    {
        return run_microtasks(host, context);
    }
    Err(LoopEnd::UnhandledRejection(reason))
}

fn run_jobs(host: &Host, context: &mut Context) -> Result<(), LoopEnd> {
    loop {
        let job = host.queues.borrow_mut().microtasks.pop_front();
        if job.is_some() {
            pay(UNITS_PER_JOB, host, context)?;
        }
        let before = host.meter.used(context);
        let result = match job {
            None => return Ok(()),
            Some(Job::PromiseJob(job)) => job.call(context).map(drop),
            Some(Job::GenericJob(job)) => job.call(context).map(drop),
            Some(Job::AsyncJob(job)) => {
                // Only `import()` makes one, and its loader answers at once.
                let context = RefCell::new(&mut *context);
                let mut future = job.call(&context);
                let mut task = std::task::Context::from_waker(std::task::Waker::noop());
                match std::pin::Pin::new(&mut future).poll(&mut task) {
                    std::task::Poll::Ready(result) => result.map(drop),
                    std::task::Poll::Pending => Ok(()),
                }
            }
            Some(_) => Ok(()),
        };
        let work = host.meter.used(context) - before;
        host.heaviest_job.set(host.heaviest_job.get().max(work));
        check(result, host, context)?;
    }
}

/// Pays for what the loop does itself.
fn pay(units: u64, host: &Host, context: &mut Context) -> Result<(), LoopEnd> {
    let paid = host.meter.charge(units, context);
    check(paid, host, context)
}

/// Decides after each piece of the reader's code whether the turn goes on. The count is asked, not only the error:
/// inside an async function boa swallows the error that stopped it.
pub(crate) fn check(
    result: JsResult<()>,
    host: &Host,
    context: &mut Context,
) -> Result<(), LoopEnd> {
    if let Some(code) = host.exit_code.get() {
        return Err(LoopEnd::Exited(code));
    }
    if host.meter.is_out_of_memory() {
        return Err(LoopEnd::OutOfMemory);
    }
    if host.meter.is_over(context) {
        // An error of ours has the exact place; where boa itself stopped, the frame that was running is gone.
        if let Err(error) = &result
            && context.instructions_remaining() > 0
        {
            host.meter
                .note_stop(still_running::line_of(error, &host.source()));
        }
        return Err(LoopEnd::TimeUp);
    }
    let Err(error) = result else {
        return Ok(());
    };
    // From Node.js 24 on the runtime client has no listener of its own, so one of the reader's saves the process.
    if host.runtime.get() != NodeRuntime::Node24 || error.as_engine().is_some() {
        return Err(LoopEnd::Uncaught(error));
    }
    let value = thrown_value(error, context);
    match process_events::emit(UNCAUGHT_EXCEPTION, &value, context) {
        Ok(true) => Ok(()),
        Ok(false) => Err(LoopEnd::Uncaught(JsError::from_opaque(value))),
        Err(error) => Err(LoopEnd::Uncaught(error)),
    }
}
