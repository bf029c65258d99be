//! [`Engine`]: the function runtime on boa.

use std::collections::BTreeMap;
use std::rc::Rc;

use boa_engine::Context;
use domain::lambda::{
    CpuTime, Deployment, EnvironmentFacts, FunctionError, FunctionRuntime, INIT_LIMIT, InitReport,
    InvocationReport, InvocationRequest, LogLine, MAX_UNITS_PER_INVOCATION, NodeRuntime, Outcome,
    Phase,
};
use domain::units::{EnvironmentId, Purpose, SimDuration, SimTime};

use crate::environment::{self, Environment, Intact};
use crate::errors::{Thrown, describe_value, thrown_value};
use crate::event_loop::{self, LoopEnd};
use crate::heap;
use crate::host::{Host, TurnOf};
use crate::module::ReaderModule;
use crate::node::ContainerFiles;
use crate::reports::{exited, unhandled_rejection};
use crate::{contexts, json_stringify, log_format, memory, module, still_running, turn};

/// An init phase that did not end by itself never will.
const FOR_EVER: SimDuration = SimDuration::from_secs(1_000_000_000);

/// A turn that let the heap grow by more may have done so with the interpreter's stack, which never shrinks: its context
/// goes. What the reader's code holds is in the realm and stays.
const MOST_KEPT_BYTES: usize = 1 << 20;

/// Touches what the first handler of most readers touches.
const WARM_UP: &str = "let n = 0; exports.handler = (event, context, callback) => { n += 1; console.log('n', { n }); \
    setTimeout(() => callback(null, { body: JSON.stringify({ n, at: new Date(), r: Math.random() }) }), 1); };";

/// Runs functions written in JavaScript.
pub struct Engine {
    pub(crate) host: Rc<Host>,
    /// A context that nobody has used yet.
    spare: Option<Context>,
    pub(crate) environments: BTreeMap<EnvironmentId, Environment>,
    /// The module that was prepared last, and the deployment that it belongs to.
    prepared: Option<(Rc<Deployment>, Result<ReaderModule, FunctionError>)>,
    /// The files of the environment that was lost last.
    lost_files: Option<(EnvironmentId, Rc<ContainerFiles>)>,
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
    /// An engine without any environment. What an earlier one left on this thread is collected first: a browser gives
    /// all of them together no more than half a gigabyte.
    pub fn new() -> Engine {
        boa_gc::force_collect();
        Engine {
            host: Rc::new(Host::new()),
            spare: None,
            environments: BTreeMap::new(),
            prepared: None,
            lost_files: None,
        }
    }

    /// Does beforehand what makes the very first run slow: starts an environment, invokes a small handler and forgets
    /// both. Nothing of it can be seen later.
    pub fn warm_up(&mut self) {
        let id = EnvironmentId(u32::MAX);
        let facts = EnvironmentFacts {
            id,
            ..EnvironmentFacts::first(Deployment::new(WARM_UP, "index.handler"))
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
        self.spare = Some(contexts::make(&self.host, units_of(&facts.deployment)));
    }

    /// A context for turns of `units`.
    fn context(&mut self, units: u64) -> Context {
        let spare = self.spare.take();
        spare
            .filter(|spare| contexts::fits(spare, units))
            .unwrap_or_else(|| contexts::make(&self.host, units))
    }

    fn prepared(&mut self, deployment: &Rc<Deployment>) -> Result<ReaderModule, FunctionError> {
        match &self.prepared {
            Some((known, prepared)) if Rc::ptr_eq(known, deployment) => prepared.clone(),
            _ => {
                let prepared = module::prepare(&deployment.source, deployment.module_format);
                self.prepared = Some((deployment.clone(), prepared.clone()));
                prepared
            }
        }
    }

    /// Makes an environment and runs its module in a context for turns of `units`; `None` if that is not enough to say
    /// how the module ends.
    fn start_within(&mut self, units: u64, facts: &EnvironmentFacts) -> Option<InitReport> {
        let host = self.host.clone();
        let mut context = self.context(units);
        let begin = facts.created_at + facts.deployment.init_time;
        let prepared = self.prepared(&facts.deployment);
        let source = match &prepared {
            Ok(module) => module.source.clone(),
            Err(_) => Rc::default(),
        };
        let turn_of = TurnOf {
            deployment: &facts.deployment,
            request_id: "",
            intact: None,
            source: &source,
        };
        host.begin(Phase::Init, facts.start, &turn_of);
        host.meter.begin(
            CpuTime::FULL,
            begin,
            begin + INIT_LIMIT.max(facts.deployment.timeout),
            &context,
        );
        host.meter.limit_memory(facts.deployment.memory);
        host.random
            .replace(facts.seed.draws(Purpose::MathRandom, facts.id.0));
        host.queues.take();
        host.console.take();
        let replaced = json_stringify::install(&mut context);
        if let Ok(intact) = replaced.and_then(|()| Intact::take(&mut context)) {
            host.keep_intact(intact);
        }

        let created = facts.start.after(facts.created_at);
        let is_predecessor = |lost: &mut (EnvironmentId, _)| facts.predecessor == Some(lost.0);
        let files = match self.lost_files.take_if(is_predecessor) {
            Some((_, files)) => files,
            None => Rc::new(ContainerFiles::new(
                &facts.deployment,
                created.epoch_millis(),
            )),
        };
        host.files.replace(files);
        let log_stream_name = environment::log_stream_name(
            created,
            &mut facts.seed.draws(Purpose::LogStream, facts.id.0),
        );
        let loaded = match prepared {
            Ok(module) => {
                environment::load(&module, &facts.deployment, &log_stream_name, &mut context)
            }
            Err(report) => Err(Thrown::Report(report)),
        };
        // Microtasks of the module run before the first event is taken.
        let ended = event_loop::run_microtasks(&host, &mut context);
        let work = host.meter.now(&context).since(begin);
        if context.instructions_remaining() == 0 && units < MAX_UNITS_PER_INVOCATION {
            return None;
        }
        let out_of_memory = host.meter.is_out_of_memory();
        let out_of_time = host.meter.is_over(&context) && !out_of_memory;
        let exit_code = host.exit_code.get();
        // How the runtime client heads the line for a module that failed.
        let heading = match facts.deployment.runtime {
            NodeRuntime::Node24 => "Init Error",
            _ => "Uncaught Exception",
        };
        let failure = match (loaded, ended) {
            _ if exit_code.is_some() => Some(exited(exit_code.unwrap_or(0), "")),
            _ if host.meter.is_out_of_memory() => Some(FunctionError::out_of_memory("")),
            _ if out_of_time => None,
            (Err(thrown), _) => {
                let (report, value) = environment::load_failure(thrown, &mut context);
                match value {
                    Some(value) => log_format::log_failure(heading, &value, &mut context),
                    None => log_format::log_report(heading, &report, &mut context),
                }
                Some(report)
            }
            (_, Err(LoopEnd::UnhandledRejection(reason))) => {
                log_format::log_unhandled_rejection(&reason, &mut context);
                Some(unhandled_rejection(&reason, &mut context))
            }
            (_, Err(LoopEnd::Uncaught(error))) => {
                let value = thrown_value(error, &mut context);
                log_format::log_failure(heading, &value, &mut context);
                Some(describe_value(&value, &mut context))
            }
            (Ok(loaded), _) => {
                let environment = Environment {
                    realm: context.realm().clone(),
                    context: None,
                    deployment: facts.deployment.clone(),
                    start: facts.start,
                    log_stream_name,
                    random: host.random.borrow().clone(),
                    queues: host.queues.take(),
                    source,
                    console: host.console.take(),
                    files: host.files.borrow().clone(),
                    handler: loaded.handler,
                    intact: host.intact(),
                    accessor: loaded.accessor,
                    max_memory_used: memory::used_with(host.meter.largest_claim()),
                };
                self.environments.insert(facts.id, environment);
                None
            }
        };
        if failure.is_some() {
            self.lost_files = Some((facts.id, host.files.borrow().clone()));
        }
        let log = host.take_log();
        heap::end_turn();
        if !host.meter.is_over(&context)
            && heap::growth_bytes() < MOST_KEPT_BYTES
            && let Some(environment) = self.environments.get_mut(&facts.id)
        {
            environment.context = Some(context);
        }
        Some(InitReport {
            work: if out_of_time { FOR_EVER } else { work },
            log,
            failure,
            still_running: match out_of_time {
                true => {
                    still_running::explanation(host.meter.stopped_at(), &facts.deployment.source)
                }
                false => None,
            },
        })
    }
}

impl FunctionRuntime for Engine {
    fn start(&mut self, facts: &EnvironmentFacts) -> InitReport {
        // Nearly every module is done within what one invocation may do, and then its context serves on. Whoever inherits
        // files has one try.
        let enough = match facts.predecessor {
            Some(_) => MAX_UNITS_PER_INVOCATION,
            None => units_of(&facts.deployment),
        };
        [enough, MAX_UNITS_PER_INVOCATION]
            .into_iter()
            .find_map(|units| self.start_within(units, facts))
            .expect("with the most that can be done it is known how the module ends")
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
        let units = units_within(cpu, allowance);
        let own = environment.context.take();
        let mut context = own
            .filter(|own| contexts::fits(own, units))
            .unwrap_or_else(|| {
                let mut context = contexts::make(&host, units);
                context.enter_realm(environment.realm.clone());
                context
            });
        let turn_of = TurnOf {
            deployment: &environment.deployment,
            request_id: request.request_id,
            intact: Some(&environment.intact),
            source: &environment.source,
        };
        host.begin(Phase::Invoke, environment.start, &turn_of);
        host.meter
            .begin(cpu, request.starts_at, request.deadline, &context);
        host.meter.limit_memory(environment.deployment.memory);
        host.random.replace(environment.random.clone());
        host.queues.replace(std::mem::take(&mut environment.queues));
        host.console
            .replace(std::mem::take(&mut environment.console));
        host.files.replace(environment.files.clone());

        let turn = turn::run(&environment, request, &host, &mut context);
        let ended = host.meter.now(&context).min(request.deadline);
        let duration = match turn.outcome {
            Outcome::Timeout(_) => allowance,
            _ => ended.since(request.starts_at),
        };
        let computing = CpuTime::FULL.of_units(host.meter.used(&context));
        let log = host.take_log();
        heap::end_turn();
        if turn.context_is_sound
            && !host.meter.is_over(&context)
            && heap::growth_bytes() < MOST_KEPT_BYTES
        {
            environment.context = Some(context);
        }
        environment.max_memory_used = environment
            .max_memory_used
            .max(memory::used_with(
                host.meter
                    .largest_claim()
                    .max(text_bytes(request, &turn.outcome, &log)),
            ))
            .min(environment.deployment.memory);
        if host.meter.is_out_of_memory() {
            environment.max_memory_used = environment.deployment.memory;
        }
        let max_memory_used = environment.max_memory_used;
        if turn.environment_survives {
            environment.random = host.random.borrow().clone();
            environment.queues = host.queues.take();
            environment.console = host.console.take();
            self.environments.insert(id, environment);
        } else {
            host.queues.take();
            self.lost_files = Some((id, environment.files));
        }
        InvocationReport {
            duration,
            computing,
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

/// What an invocation may do within its timeout.
fn units_of(deployment: &Deployment) -> u64 {
    units_within(CpuTime::of_memory(deployment.memory), deployment.timeout)
}

/// What can be done in this time, within what can really be done.
fn units_within(cpu: CpuTime, time: SimDuration) -> u64 {
    cpu.units_within(time)
        .clamp(10_000, MAX_UNITS_PER_INVOCATION)
}

fn lost(error: FunctionError) -> InvocationReport {
    InvocationReport {
        duration: SimDuration::ZERO,
        computing: SimDuration::ZERO,
        outcome: Outcome::Error(error),
        log: Vec::new(),
        environment_survives: false,
        max_memory_used: memory::used_with(0),
    }
}

/// The bytes of the texts that went in and out.
fn text_bytes(request: &InvocationRequest<'_>, outcome: &Outcome, log: &[LogLine]) -> u64 {
    let result = match outcome {
        Outcome::Success(result) => result.len(),
        _ => 0,
    };
    let log: usize = log.iter().map(|line| line.message.len()).sum();
    (request.event.len() + result + log) as u64
}
