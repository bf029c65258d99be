//! The event loop of one environment on virtual time: microtasks first, then immediates, then the next timer, for
//! which the clock jumps.
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
use boa_engine::{Context, JsError, JsResult, JsValue};
use domain::units::{SimDuration, SimTime};

use crate::host::Host;

/// A callback that waits for its time.
#[derive(Debug)]
pub(crate) struct Timer {
    pub(crate) id: u32,
    pub(crate) callback: JsFunction,
    pub(crate) arguments: Vec<JsValue>,
    /// Set for an interval.
    pub(crate) repeats_every: Option<SimDuration>,
}

/// What an environment still has to do.
#[derive(Debug, Default)]
pub(crate) struct Queues {
    microtasks: VecDeque<Job>,
    immediates: VecDeque<Timer>,
    /// By time, then by the order in which they were set.
    timers: BTreeMap<(SimTime, u32), Timer>,
    /// The interval whose callback runs just now, and whether it was cleared meanwhile.
    running_interval: Option<(u32, bool)>,
    last_id: u32,
}

impl Queues {
    /// A new number for a timer or an immediate.
    pub(crate) fn next_id(&mut self) -> u32 {
        self.last_id += 1;
        self.last_id
    }

    pub(crate) fn set_timer(&mut self, at: SimTime, timer: Timer) {
        let order = self.next_id();
        self.timers.insert((at, order), timer);
    }

    pub(crate) fn set_immediate(&mut self, immediate: Timer) {
        self.immediates.push_back(immediate);
    }

    /// Takes a timer or an immediate back; nothing if it is over.
    pub(crate) fn clear(&mut self, id: u32) {
        if let Some((running, cleared)) = &mut self.running_interval
            && *running == id
        {
            *cleared = true;
        }
        self.timers.retain(|_, timer| timer.id != id);
        self.immediates.retain(|immediate| immediate.id != id);
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
pub(crate) fn run_until(host: &Host, context: &mut Context, is_so: &dyn Fn() -> bool) -> LoopEnd {
    loop {
        if let Err(end) = run_microtasks(host, context) {
            return end;
        }
        if is_so() {
            return LoopEnd::Answered;
        }
        let immediate = host.queues.borrow_mut().immediates.pop_front();
        let callback = match immediate {
            Some(immediate) => immediate,
            None => {
                let next = host.queues.borrow_mut().timers.pop_first();
                let Some(((at, _), timer)) = next else {
                    return LoopEnd::Empty;
                };
                if at > host.meter.deadline() {
                    // It belongs to whoever thaws the environment.
                    host.queues.borrow_mut().set_timer(at, timer);
                    return LoopEnd::TimeUp;
                }
                host.meter.wait_until(at, context);
                timer
            }
        };
        host.queues.borrow_mut().running_interval =
            callback.repeats_every.map(|_| (callback.id, false));
        if let Err(end) = call(&callback, host, context) {
            return end;
        }
        let running = host.queues.borrow_mut().running_interval.take();
        // An interval that its own callback cleared must not come back.
        if let (Some(interval), Some((_, false))) = (callback.repeats_every, running) {
            let at = host.meter.now(context) + interval;
            host.queues.borrow_mut().set_timer(at, callback);
        }
    }
}

/// The runtime client asks for the next event in an immediate of its own: those that were set before the answer run
/// before it, and then the environment is frozen.
fn end_of_answered(host: &Host, context: &mut Context) -> LoopEnd {
    let immediates = std::mem::take(&mut host.queues.borrow_mut().immediates);
    for immediate in immediates {
        if let Err(end) =
            call(&immediate, host, context).and_then(|()| run_microtasks(host, context))
        {
            return end;
        }
    }
    LoopEnd::Answered
}

fn call(timer: &Timer, host: &Host, context: &mut Context) -> Result<(), LoopEnd> {
    let result = timer
        .callback
        .call(&JsValue::undefined(), &timer.arguments, context);
    check(result.map(drop), host, context)
}

/// Runs microtasks until there are none, then looks for rejections that nobody handled.
pub(crate) fn run_microtasks(host: &Host, context: &mut Context) -> Result<(), LoopEnd> {
    loop {
        let job = host.queues.borrow_mut().microtasks.pop_front();
        let result = match job {
            None => break,
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
        check(result, host, context)?;
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
    Err(LoopEnd::UnhandledRejection(reason))
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
    if host.meter.is_over(context) {
        return Err(LoopEnd::TimeUp);
    }
    result.map_err(LoopEnd::Uncaught)
}
