//! The service that a pool is driven with in the lab: it makes the event, asks the function runtime, and turns what
//! comes back into times for the pool and details for the reader.

use std::rc::Rc;

use super::{Invocation, Trigger};
use crate::lambda::{
    Deployment, EnvironmentFacts, EventFormat, FunctionError, FunctionRuntime, InvocationRequest,
    LogLine, Outcome, REQUEST_LIMIT_BYTES, SourcePosition,
};
use crate::pool::{Fate, Init, InvocationSlot, OutcomeCode, Served, Service};
use crate::units::{CalendarTime, EnvironmentId, MemorySize, Purpose, Seed, SimDuration, SimTime};

/// An arrival as the service sees it.
#[derive(Clone, Debug)]
pub(super) struct Arrival {
    pub(super) trigger: Rc<Trigger>,
    pub(super) at: SimTime,
}

/// Runs the function, and keeps the details of every invocation.
#[derive(Debug)]
pub(super) struct FunctionService<R> {
    pub(super) runtime: R,
    pub(super) deployment: Option<Rc<Deployment>>,
    pub(super) invocations: Vec<Invocation>,
    /// Which gateway answers the visitor of each invocation; none where no visitor caused it.
    gateways: Vec<Option<EventFormat>>,
    /// How long all handlers together would have computed on a full processor.
    pub(super) computing: SimDuration,
    seed: Seed,
    start: CalendarTime,
    /// What the init phase wrote that just ran, and why it failed: both belong to the invocation that caused it.
    init_log: Vec<LogLine>,
    init_failure: Option<FunctionError>,
    /// What was still running when its time was up.
    still_running: Option<(SourcePosition, String)>,
    /// Whether there is one slot for all environments, so that each gets the files of the one before.
    pub(super) has_one_slot: bool,
    /// The environment that was lost last.
    lost: Option<EnvironmentId>,
}

impl<R> FunctionService<R> {
    pub(super) fn new(runtime: R, seed: Seed, start: CalendarTime) -> FunctionService<R> {
        FunctionService {
            runtime,
            deployment: None,
            invocations: Vec::new(),
            gateways: Vec::new(),
            computing: SimDuration::ZERO,
            seed,
            start,
            init_log: Vec::new(),
            init_failure: None,
            still_running: None,
            has_one_slot: false,
            lost: None,
        }
    }

    /// Writes down an arrival that never reached the handler: its module did not load, or it was throttled.
    pub(super) fn record_unserved(&mut self, arrival: &Arrival) {
        let outcome = self
            .init_failure
            .take()
            .map_or(Outcome::Throttled, Outcome::Error);
        let request_id = self.request_id(self.invocations.len());
        let event = self.event(arrival, &request_id);
        let log = std::mem::take(&mut self.init_log);
        let invocation = Invocation {
            request_id,
            event,
            outcome,
            log,
            response: None,
            max_memory_used: MemorySize::from_megabytes(0),
        };
        self.record(arrival, invocation, SimDuration::ZERO);
    }

    /// Cuts off what a killed invocation did after the kill.
    pub(super) fn cut_off(&mut self, index: usize, at: SimTime) {
        let invocation = &mut self.invocations[index];
        invocation.log.retain(|line| line.at < at);
        invocation.outcome = Outcome::Killed;
        invocation.response =
            self.gateways[index].map(|format| format.response(&Outcome::Killed, SimDuration::ZERO));
    }

    /// Writes down an invocation whose answer was there so long after the arrival.
    fn record(&mut self, arrival: &Arrival, invocation: Invocation, after: SimDuration) {
        let gateway = match &*arrival.trigger {
            Trigger::Request { format, .. } => Some(*format),
            Trigger::Event(_) => None,
        };
        let response = gateway.map(|format| format.response(&invocation.outcome, after));
        self.gateways.push(gateway);
        self.invocations.push(Invocation {
            response,
            ..invocation
        });
    }

    fn request_id(&self, index: usize) -> String {
        self.seed.draws(Purpose::RequestIds, index as u32).uuid()
    }

    fn event(&self, arrival: &Arrival, request_id: &str) -> String {
        match &*arrival.trigger {
            Trigger::Request { http, format } => {
                format.event(http, request_id, self.start.after(arrival.at))
            }
            Trigger::Event(text) => text.clone(),
        }
    }
}

impl<R: FunctionRuntime> Service for FunctionService<R> {
    type Request = Arrival;

    fn init(&mut self, id: EnvironmentId, created_at: SimTime, _: &Arrival) -> Init {
        let deployment = self
            .deployment
            .clone()
            .expect("a checked plan deploys before the first arrival");
        let init_time = deployment.init_time;
        let report = self.runtime.start(&EnvironmentFacts {
            id,
            deployment,
            created_at,
            start: self.start,
            seed: self.seed,
            predecessor: self.lost.filter(|_| self.has_one_slot),
        });
        self.init_log = report.log;
        self.init_failure = report.failure;
        self.still_running = report.still_running;
        self.lost = self.init_failure.is_some().then_some(id);
        Init {
            duration: init_time + report.work,
            failed: self.init_failure.is_some(),
        }
    }

    fn invoke(&mut self, slot: InvocationSlot, arrival: &Arrival) -> Served {
        let timeout = self
            .deployment
            .as_ref()
            .map_or(SimDuration::ZERO, |deployment| deployment.timeout);
        let request_id = self.request_id(slot.index);
        let event = self.event(arrival, &request_id);
        let mut log = std::mem::take(&mut self.init_log);
        let (served, outcome, max_memory_used) = if event.len() > REQUEST_LIMIT_BYTES {
            let served = Served {
                duration: SimDuration::ZERO,
                fate: Fate::Keep,
                outcome: OutcomeCode::Error,
            };
            let outcome = Outcome::too_large(event.len());
            (served, outcome, MemorySize::from_megabytes(0))
        } else if slot.used_before >= timeout {
            let mut outcome = Outcome::timed_out(&request_id, timeout);
            if let (Outcome::Timeout(error), Some((place, hint))) =
                (&mut outcome, self.still_running.take())
            {
                error.position = Some(place);
                error.hint = Some(hint);
            }
            let served = Served {
                duration: timeout,
                fate: Fate::Lost,
                outcome: OutcomeCode::Timeout,
            };
            (served, outcome, MemorySize::from_megabytes(0))
        } else {
            let report = self.runtime.invoke(
                slot.environment,
                &InvocationRequest {
                    request_id: &request_id,
                    event: &event,
                    starts_at: slot.starts_at + slot.used_before,
                    deadline: slot.starts_at + timeout,
                },
            );
            log.extend(report.log);
            self.computing += report.computing;
            let served = Served {
                duration: slot.used_before + report.duration,
                fate: if report.environment_survives {
                    Fate::Keep
                } else {
                    Fate::Lost
                },
                outcome: match report.outcome {
                    Outcome::Success(_) => OutcomeCode::Ok,
                    Outcome::Timeout(_) => OutcomeCode::Timeout,
                    Outcome::Error(_) | Outcome::Throttled | Outcome::Killed => OutcomeCode::Error,
                },
            };
            (served, report.outcome, report.max_memory_used)
        };
        if served.fate == Fate::Lost {
            self.lost = Some(slot.environment);
        }
        let after = slot.starts_at.since(arrival.at) + served.duration;
        let invocation = Invocation {
            request_id,
            event,
            outcome,
            log,
            response: None,
            max_memory_used,
        };
        self.record(arrival, invocation, after);
        served
    }

    fn retire(&mut self, environment: EnvironmentId) {
        self.runtime.retire(environment);
    }
}
