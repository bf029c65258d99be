//! [`Engine`]: the function runtime on boa.

use std::collections::BTreeMap;
use std::rc::Rc;

use domain::lambda::{
    CpuTime, Deployment, EnvironmentFacts, FunctionError, FunctionRuntime, INIT_LIMIT, InitReport,
    InvocationReport, InvocationRequest, LogLevel, LogLine, MAX_UNITS_PER_INVOCATION, Outcome,
    Phase,
};
use domain::units::{CalendarTime, EnvironmentId, MemorySize, Purpose, Seed, SimDuration, SimTime};

use crate::contexts::Contexts;
use crate::environment::{self, Environment, Intact};
use crate::errors::{Thrown, describe};
use crate::event_loop::{self, LoopEnd};
use crate::host::Host;
use crate::reports::{exited, uncaught_text, unhandled_rejection};
use crate::{module, turn};

/// What Node.js itself takes of the function's memory, by the model: about what Lambda reports for a small handler.
const RUNTIME_MEGABYTES: u32 = 64;
/// An init phase that did not end by itself never will.
const FOR_EVER: SimDuration = SimDuration::from_secs(1_000_000_000);

/// Touches what the first handler of most readers touches.
const WARM_UP: &str = "let n = 0; exports.handler = (event, context, callback) => { n += 1; console.log('n', { n }); \
    setTimeout(() => callback(null, { body: JSON.stringify({ n, at: new Date(), r: Math.random() }) }), 1); };";

/// Runs functions written in JavaScript.
pub struct Engine {
    pub(crate) host: Rc<Host>,
    pub(crate) contexts: Contexts,
    pub(crate) environments: BTreeMap<EnvironmentId, Environment>,
    /// The module that was wrapped last, and the deployment that it belongs to.
    wrapped: Option<(Rc<Deployment>, Result<String, FunctionError>)>,
}

impl std::fmt::Debug for Engine {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Engine")
            .field("environments", &self.environments.len())
            .finish_non_exhaustive()
    }
}

impl Default for Engine {
    fn default() -> Engine {
        Engine::new()
    }
}

impl Engine {
    /// An engine without any environment.
    pub fn new() -> Engine {
        let host = Rc::new(Host::new());
        Engine {
            contexts: Contexts::new(host.clone()),
            host,
            environments: BTreeMap::new(),
            wrapped: None,
        }
    }

    /// Does beforehand what makes the very first run slow: starts an environment, invokes a small handler and forgets
    /// both. Nothing of it can be seen later.
    pub fn warm_up(&mut self) {
        let id = EnvironmentId(u32::MAX);
        let facts = EnvironmentFacts {
            id,
            deployment: Rc::new(Deployment::new(WARM_UP, "index.handler")),
            created_at: SimTime::ZERO,
            start: CalendarTime::DEFAULT_START,
            seed: Seed(0),
        };
        self.start(&facts);
        let deadline = SimTime::ZERO + facts.deployment.timeout;
        let request = InvocationRequest {
            request_id: "",
            event: "{}",
            starts_at: SimTime::ZERO,
            deadline,
        };
        self.invoke(id, &request);
        self.retire(id);
    }

    fn wrapped(&mut self, deployment: &Rc<Deployment>) -> Result<String, FunctionError> {
        match &self.wrapped {
            Some((known, wrapped)) if Rc::ptr_eq(known, deployment) => wrapped.clone(),
            _ => {
                let wrapped = module::wrap(&deployment.source);
                self.wrapped = Some((deployment.clone(), wrapped.clone()));
                wrapped
            }
        }
    }
}

impl FunctionRuntime for Engine {
    fn start(&mut self, facts: &EnvironmentFacts) -> InitReport {
        let failed = |failure: FunctionError, work, log| InitReport {
            work,
            log,
            failure: Some(failure),
        };
        let wrapped = match self.wrapped(&facts.deployment) {
            Ok(wrapped) => wrapped,
            Err(failure) => {
                let message = uncaught_text("Uncaught Exception \t", &failure);
                let at = facts.created_at + facts.deployment.init_time;
                let line = LogLine {
                    at,
                    phase: Phase::Init,
                    level: LogLevel::Error,
                    message,
                };
                return failed(failure, SimDuration::ZERO, vec![line]);
            }
        };
        let host = self.host.clone();
        let mut context = self.contexts.take(MAX_UNITS_PER_INVOCATION);
        let Ok(realm) = context.create_realm() else {
            return failed(
                FunctionError::new("Runtime.ExitError", "no realm"),
                SimDuration::ZERO,
                Vec::new(),
            );
        };
        let home = context.enter_realm(realm.clone());
        let begin = facts.created_at + facts.deployment.init_time;
        host.begin(Phase::Init, facts.start);
        host.meter
            .begin(CpuTime::FULL, begin, begin + INIT_LIMIT, &context);
        host.random
            .replace(facts.seed.draws(Purpose::MathRandom, facts.id.0));
        host.queues.take();

        let created = facts.start.after(facts.created_at);
        let log_stream_name = environment::log_stream_name(
            created,
            &mut facts.seed.draws(Purpose::LogStream, facts.id.0),
        );
        let intact = Intact::take(&mut context);
        let loaded = environment::load(&wrapped, &facts.deployment, &log_stream_name, &mut context);
        // Microtasks of the module run before the first event is taken.
        let ended = event_loop::run_microtasks(&host, &mut context);
        let work = host.meter.now(&context).since(begin);
        let out_of_time = host.meter.is_over(&context);
        let exit_code = host.exit_code.get();
        let failure = match (loaded, ended) {
            _ if exit_code.is_some() => Some(exited(exit_code.unwrap_or(0), "")),
            _ if out_of_time => None,
            (Err(thrown), _) => Some(environment::load_failure(thrown, &mut context)),
            (_, Err(LoopEnd::UnhandledRejection(reason))) => {
                Some(unhandled_rejection(&reason, &mut context))
            }
            (_, Err(LoopEnd::Uncaught(error))) => {
                Some(describe(Thrown::Value(error), &mut context))
            }
            (Ok((handler, accessor)), _) => {
                if let Ok(intact) = intact {
                    let environment = Environment {
                        realm,
                        deployment: facts.deployment.clone(),
                        start: facts.start,
                        log_stream_name,
                        random: host.random.borrow().clone(),
                        queues: host.queues.take(),
                        handler,
                        intact,
                        accessor,
                        max_memory_used: MemorySize::from_megabytes(RUNTIME_MEGABYTES),
                    };
                    self.environments.insert(facts.id, environment);
                }
                None
            }
        };
        if let Some(failure) = &failure {
            host.write_log(
                LogLevel::Error,
                uncaught_text("Uncaught Exception \t", failure),
                &context,
            );
        }
        let log = host.take_log();
        context.enter_realm(home);
        if !out_of_time && exit_code.is_none() {
            self.contexts.give_back(context);
        }
        InitReport {
            work: if out_of_time { FOR_EVER } else { work },
            log,
            failure,
        }
    }

    fn invoke(&mut self, id: EnvironmentId, request: &InvocationRequest<'_>) -> InvocationReport {
        let Some(mut environment) = self.environments.remove(&id) else {
            // Its init phase had no end, so the pool would not have come here before the timeout.
            return lost(FunctionError::new(
                "Runtime.ExitError",
                "the environment did not start",
            ));
        };
        let host = self.host.clone();
        let allowance = request.deadline.since(request.starts_at);
        let cpu = CpuTime::of_memory(environment.deployment.memory);
        let units = cpu
            .units_within(allowance)
            .clamp(10_000, MAX_UNITS_PER_INVOCATION);
        let mut context = self.contexts.take(units);
        let home = context.enter_realm(environment.realm.clone());
        host.begin(Phase::Invoke, environment.start);
        host.meter
            .begin(cpu, request.starts_at, request.deadline, &context);
        host.random.replace(environment.random.clone());
        host.queues.replace(std::mem::take(&mut environment.queues));

        let turn = turn::run(&environment, request, &host, &mut context);
        let ended = host.meter.now(&context).min(request.deadline);
        if let Outcome::Error(error) = &turn.outcome
            && !turn.exited
        {
            host.write_log(
                LogLevel::Error,
                uncaught_text("Invoke Error \t", error),
                &context,
            );
        }
        let duration = match turn.outcome {
            Outcome::Timeout(_) => allowance,
            _ => ended.since(request.starts_at),
        };
        let log = host.take_log();
        context.enter_realm(home);
        if turn.context_is_sound && !host.meter.is_over(&context) {
            self.contexts.give_back(context);
        }
        environment.max_memory_used =
            environment
                .max_memory_used
                .max(memory_used(request, &turn.outcome, &log));
        let max_memory_used = environment.max_memory_used;
        if turn.environment_survives {
            environment.random = host.random.borrow().clone();
            environment.queues = host.queues.take();
            self.environments.insert(id, environment);
        } else {
            host.queues.take();
        }
        InvocationReport {
            duration,
            outcome: turn.outcome,
            log,
            environment_survives: turn.environment_survives,
            max_memory_used,
        }
    }

    fn retire(&mut self, environment: EnvironmentId) {
        self.environments.remove(&environment);
    }
}

fn lost(error: FunctionError) -> InvocationReport {
    InvocationReport {
        duration: SimDuration::ZERO,
        outcome: Outcome::Error(error),
        log: Vec::new(),
        environment_survives: false,
        max_memory_used: MemorySize::from_megabytes(RUNTIME_MEGABYTES),
    }
}

/// The memory model: the runtime, and the texts that went in and out.
fn memory_used(request: &InvocationRequest<'_>, outcome: &Outcome, log: &[LogLine]) -> MemorySize {
    let result = if let Outcome::Success(result) = outcome {
        result.len()
    } else {
        0
    };
    let log: usize = log.iter().map(|line| line.message.len()).sum();
    let bytes = request.event.len() + result + log;
    MemorySize::from_megabytes(RUNTIME_MEGABYTES + (bytes >> 20) as u32)
}
