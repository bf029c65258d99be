//! The worker's client. Posts questions, turns answers into facts, and is patient only so long: a worker that keeps
//! silent is ended. If it was a turn of the reader's code that kept silent or broke the worker, the next worker begins
//! anew with a verdict for that turn; whatever else breaks becomes one typed fault.

use std::cell::RefCell;
use std::rc::Rc;

use domain::cloud::Plan;
use domain::cloud::message::{FromWorker, ToWorker};
use domain::lambda::Verdict;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ErrorEvent, MessageEvent, Worker};
use yew::Callback;

use super::answers::read_answer;
use super::host::reason;
use super::judged::{Judged, verdict_of};
use super::to_script::to_script;
use super::{Host, Timer};
use crate::model::{Fault, Msg};

/// How long a worker may take to say that it is ready, once its engine is loaded.
const READY_LIMIT_MILLIS: i32 = 20_000;

/// How long a turn may be silent on the reader's clock that does not end by its budget; each further one half as long.
const PATIENCE_MILLIS: i32 = 10_000;
const LEAST_PATIENCE_MILLIS: i32 = 1_000;

/// The one worker of a lab. Clones share it.
#[derive(Clone)]
pub(crate) struct WorkerClient {
    report: Callback<Msg>,
    state: Rc<RefCell<State>>,
}

#[derive(Default)]
struct State {
    /// Counts starts, so that a worker which comes late, after another start, is recognised.
    start: u32,
    live: Option<Live>,
    /// Runs while an answer is owed: to be ready, or the run of this number.
    limit: Option<(Owed, Timer)>,
    /// Who gives the room for a worker.
    host: Option<Host>,
    /// Called when another lab needs that room.
    sleep: Option<Closure<dyn FnMut()>>,
    judged: Judged,
    /// The run that the next worker goes on with, in place of one that broke.
    resumes: Option<u32>,
}

/// What the worker has to answer in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Owed {
    Ready,
    Run(u32),
}

/// A worker with its listeners.
struct Live {
    worker: Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
}

impl Drop for Live {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

impl WorkerClient {
    /// A client without a worker; facts go to `report`.
    pub(crate) fn new(report: Callback<Msg>) -> WorkerClient {
        WorkerClient {
            report,
            state: Rc::default(),
        }
    }

    /// Starts a worker in place of any earlier one.
    pub(crate) fn start(&self, host: &Host) {
        let start = {
            let mut state = self.state.borrow_mut();
            state.start += 1;
            state.live = None;
            state.limit = None;
            state.resumes = None;
            state.start
        };
        let client = self.clone();
        let sleep = Closure::<dyn FnMut()>::new(move || client.fall_asleep());
        let promise = host.start_worker(sleep.as_ref().unchecked_ref());
        {
            let mut state = self.state.borrow_mut();
            state.host = Some(host.clone());
            state.sleep = Some(sleep);
        }
        let client = self.clone();
        spawn_local(async move {
            let started = JsFuture::from(promise).await;
            if client.state.borrow().start != start {
                if let Ok(late) = started {
                    late.unchecked_into::<Worker>().terminate();
                }
                return;
            }
            match started {
                Ok(worker) => client.listen(worker.unchecked_into()),
                Err(error) => client.fail(Fault::NotLoaded(reason(&error))),
            }
        });
    }

    /// Posts a question. Without a worker nothing happens: the model knows that there is none.
    pub(crate) fn post(&self, question: &ToWorker) {
        let posted = {
            let state = self.state.borrow();
            let Some(live) = &state.live else { return };
            to_script(question).and_then(|message| live.worker.post_message(&message))
        };
        if let Err(error) = posted {
            self.fail(Fault::Broken(reason(&error)));
        }
    }

    /// Asks for the run of a plan.
    pub(crate) fn simulate(&self, id: u32, plan: Plan) {
        self.state.borrow_mut().judged.take_up(plan);
        self.ask_for_run(id);
    }

    fn ask_for_run(&self, id: u32) {
        let question = self.state.borrow().judged.question(id);
        if let Some(question) = question {
            self.report_busy(true);
            self.be_patient(id);
            self.post(&question);
        }
    }

    /// A run's time begins anew.
    fn be_patient(&self, id: u32) {
        let halvings = self.state.borrow().judged.silences().min(8);
        let millis = (PATIENCE_MILLIS >> halvings).max(LEAST_PATIENCE_MILLIS);
        self.limit(Owed::Run(id), millis, Fault::NoAnswer);
    }

    /// The worker is lost. If a turn can be blamed, the run begins anew without it.
    fn lose(&self, verdict: Verdict, fault: Fault) {
        let (id, host) = {
            let mut state = self.state.borrow_mut();
            let owed = state.limit.as_ref().map(|(owed, _)| *owed);
            let id = match owed {
                Some(Owed::Run(id)) if state.judged.judge(verdict) => Some(id),
                _ => None,
            };
            (id, state.host.clone())
        };
        let (Some(id), Some(host)) = (id, host) else {
            return self.fail(fault);
        };
        self.end();
        self.start(&host);
        self.state.borrow_mut().resumes = Some(id);
    }

    /// Ends the worker without a word; for a lab that leaves the page.
    pub(crate) fn end(&self) {
        let host = self.let_go();
        if let Some(host) = host {
            host.end_worker();
        }
    }

    /// Another lab has got the room.
    fn fall_asleep(&self) {
        self.let_go();
        self.report.emit(Msg::WorkerFellAsleep);
    }

    fn let_go(&self) -> Option<Host> {
        let mut state = self.state.borrow_mut();
        state.start += 1;
        state.live = None;
        state.limit = None;
        state.host.clone()
    }

    fn report_busy(&self, is_busy: bool) {
        let host = self.state.borrow().host.clone();
        if let Some(host) = host {
            host.report_busy(is_busy);
        }
    }

    fn listen(&self, worker: Worker) {
        let client = self.clone();
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            client.hear(event.data());
        });
        let client = self.clone();
        let on_error = Closure::<dyn FnMut(ErrorEvent)>::new(move |event: ErrorEvent| {
            let message = event.message();
            client.lose(verdict_of(&message), Fault::Broken(message));
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        self.state.borrow_mut().live = Some(Live {
            worker,
            _on_message: on_message,
            _on_error: on_error,
        });
        self.limit(Owed::Ready, READY_LIMIT_MILLIS, Fault::SilentAtStart);
    }

    fn hear(&self, message: JsValue) {
        let Some(answer) = read_answer(&message) else {
            let message = "the engine's worker gave an answer that was not understood".to_owned();
            return self.fail(Fault::Broken(message));
        };
        let msg = match answer {
            FromWorker::Ready { build } if build == domain::BUILD => {
                self.settle(Owed::Ready);
                let resumed = self.state.borrow_mut().resumes.take();
                if let Some(id) = resumed {
                    return self.ask_for_run(id);
                }
                self.report.emit(Msg::WorkerBecameReady);
                return self.report_busy(false);
            }
            FromWorker::Ready { .. } => return self.fail(Fault::OtherBuild),
            FromWorker::Progress { id, done, total } => {
                self.be_patient(id);
                Msg::RunProgressed { id, done, total }
            }
            FromWorker::Ran { id, run, last } => {
                self.settle(Owed::Run(id));
                self.report.emit(Msg::ReceivedRun {
                    id,
                    run,
                    last: last.map(|last| *last),
                });
                return self.report_busy(false);
            }
            FromWorker::Described {
                id,
                index,
                invocation,
            } => Msg::ReceivedInvocation {
                id,
                index: index as usize,
                invocation,
            },
            FromWorker::Turn { index } => {
                let owed = self.state.borrow().limit.as_ref().map(|(owed, _)| *owed);
                self.state.borrow_mut().judged.begin(index);
                if let Some(Owed::Run(id)) = owed {
                    self.be_patient(id);
                }
                return;
            }
            FromWorker::Broke { message, verdict } => {
                let verdict = verdict.unwrap_or_else(|| verdict_of(&message));
                return self.lose(verdict, Fault::Broken(message));
            }
            FromWorker::Fault { message } => return self.fail(Fault::Broken(message)),
        };
        self.report.emit(msg);
    }

    /// Gives the worker so much time for this answer.
    fn limit(&self, owed: Owed, millis: i32, fault: Fault) {
        let client = self.clone();
        let timer = Timer::after_millis(millis, move || match owed {
            Owed::Ready => client.fail(fault),
            Owed::Run(_) => client.lose(Verdict::TimedOut, fault),
        });
        self.state.borrow_mut().limit = Some((owed, timer));
    }

    /// The answer is there. One to an older question settles nothing.
    fn settle(&self, answered: Owed) {
        let mut state = self.state.borrow_mut();
        if state
            .limit
            .as_ref()
            .is_some_and(|(owed, _)| *owed == answered)
        {
            state.limit = None;
        }
    }

    fn fail(&self, fault: Fault) {
        self.end();
        self.report.emit(Msg::WorkerFailed(fault));
    }
}
