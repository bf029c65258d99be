//! [`Engine`]: the function runtime on boa.

use std::collections::BTreeMap;
use std::rc::Rc;

use boa_engine::{Context, JsResult, JsValue};
use domain::lambda::{
    CpuTime, Deployment, EnvironmentFacts, FunctionError, FunctionRuntime, INIT_LIMIT, InitReport,
    InvocationIdentity, InvocationReport, InvocationRequest, LogLevel, LogLine,
    MAX_UNITS_PER_INVOCATION, Outcome, Phase,
};
use domain::units::{EnvironmentId, MemorySize, Purpose, SimDuration};

use crate::environment::{self, Environment, Intact};
use crate::errors::{Thrown, describe, describe_value};
use crate::event_loop::{self, Executor, LoopEnd};
use crate::host::{Answer, Hooks, Host, VirtualClock};
use crate::{json, lambda_context, module};

/// What Node.js itself takes of the function's memory, by the model: about what Lambda reports for a small handler.
const RUNTIME_MEGABYTES: u32 = 64;
/// Letters of an event that the runtime reads with a unit of work.
const EVENT_LETTERS_PER_UNIT: u64 = 8;
/// An init phase that did not end by itself never will.
const FOR_EVER: SimDuration = SimDuration::from_secs(1_000_000_000);

/// Runs functions written in JavaScript.
pub struct Engine {
    host: Rc<Host>,
    /// Carries the budget. Thrown away when something was stopped in it, or when its budget no longer fits.
    context: Option<Context>,
    environments: BTreeMap<EnvironmentId, Environment>,
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
        Engine {
            host: Rc::new(Host::new()),
            context: None,
            environments: BTreeMap::new(),
            wrapped: None,
        }
    }

    /// Does beforehand what makes the very first run slow: makes a context and a realm and compiles a small module.
    pub fn warm_up(&mut self) {
        let mut context = self.context_for(MAX_UNITS_PER_INVOCATION / 10);
        // Nothing depends on the outcome; the code paths and their memory are what is wanted.
        if let Ok(realm) = context.create_realm() {
            let home = context.enter_realm(realm);
            let _ = context.eval(boa_engine::Source::from_bytes(
                "JSON.stringify([() => 1].map((f) => f()))",
            ));
            context.enter_realm(home);
        }
        self.context = Some(context);
    }

    /// A context whose budget lets a turn of `units` end by its deadline, and a turn without end not run for long
    /// beyond it.
    fn context_for(&mut self, units: u64) -> Context {
        let fits = |context: &Context| {
            let left = context.instructions_remaining() as u64;
            left > units && left <= units.saturating_mul(2)
        };
        match self.context.take().filter(fits) {
            Some(context) => context,
            None => {
                let host = &self.host;
                let mut context = Context::builder()
                    .clock(Rc::new(VirtualClock(host.clone())))
                    .host_hooks(Rc::new(Hooks(host.clone())))
                    .job_executor(Rc::new(Executor(host.clone())))
                    .module_loader(Rc::new(boa_engine::module::IdleModuleLoader))
                    .instructions_remaining((units * 2) as usize)
                    .build()
                    .expect("a context without extensions can be made");
                context.insert_data(host.clone());
                context
            }
        }
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
        let mut context = self.context_for(MAX_UNITS_PER_INVOCATION);
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
                        handler: Some(handler),
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
            self.context = Some(context);
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
        let mut context = self.context_for(units);
        let home = context.enter_realm(environment.realm.clone());
        host.begin(Phase::Invoke, environment.start);
        host.meter
            .begin(cpu, request.starts_at, request.deadline, &context);
        host.random.replace(environment.random.clone());
        host.queues.replace(std::mem::take(&mut environment.queues));

        let end = call_handler(&environment, request, &host, &mut context);
        let mut turn = settle(end, &environment, request, &host, &mut context);
        // What is answered after the deadline was never answered.
        if host.meter.is_over(&context)
            && !matches!(turn.outcome, Outcome::Timeout(_))
            && !turn.exited
        {
            turn = Turn::timed_out(request, environment.deployment.timeout);
        }
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
            self.context = Some(context);
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

/// How a turn ended.
struct Turn {
    outcome: Outcome,
    environment_survives: bool,
    /// Whether the context can be used for another turn.
    context_is_sound: bool,
    /// Whether the process went away by itself.
    exited: bool,
}

impl Turn {
    fn answered(result: String) -> Turn {
        Turn {
            outcome: Outcome::Success(result),
            environment_survives: true,
            context_is_sound: true,
            exited: false,
        }
    }

    fn failed(error: FunctionError) -> Turn {
        Turn {
            outcome: Outcome::Error(error),
            environment_survives: true,
            context_is_sound: true,
            exited: false,
        }
    }

    /// The process crashed with this error.
    fn crashed(error: FunctionError) -> Turn {
        Turn {
            environment_survives: false,
            ..Turn::failed(error)
        }
    }

    fn timed_out(request: &InvocationRequest<'_>, timeout: SimDuration) -> Turn {
        Turn {
            outcome: Outcome::timed_out(request.request_id, timeout),
            environment_survives: false,
            context_is_sound: false,
            exited: false,
        }
    }
}

/// Why the handler's turn came to its end, with what the event loop needs to know of the call.
struct CallEnd {
    end: LoopEnd,
    handler_is_async: bool,
}

/// Calls the handler and runs the event loop until there is an answer or there will be none.
fn call_handler(
    environment: &Environment,
    request: &InvocationRequest<'_>,
    host: &Host,
    context: &mut Context,
) -> CallEnd {
    let Some(handler) = &environment.handler else {
        return CallEnd {
            end: LoopEnd::Empty,
            handler_is_async: false,
        };
    };
    let async_prototype = context
        .intrinsics()
        .constructors()
        .async_function()
        .prototype();
    let handler_is_async = handler
        .prototype()
        .is_some_and(|prototype| boa_engine::JsObject::equals(&prototype, &async_prototype));
    let call = |context: &mut Context| -> JsResult<()> {
        host.meter
            .charge(request.event.len() as u64 / EVENT_LETTERS_PER_UNIT, context)?;
        let event = json::parse(request.event, context).map_err(|message| {
            boa_engine::JsError::from(boa_engine::JsNativeError::syntax().with_message(message))
        })?;
        let identity = InvocationIdentity {
            request_id: request.request_id.to_owned(),
            log_stream_name: environment.log_stream_name.clone(),
            memory_limit: InvocationIdentity::memory_limit(environment.deployment.memory),
        };
        let lambda_context = lambda_context::context_object(&identity, context);
        let callback = lambda_context::callback_function(context);
        let this = boa_engine::JsObject::with_object_proto(context.intrinsics());
        let arguments = [event, lambda_context.into(), callback.into()];
        let returned = handler.call(&this.into(), &arguments, context)?;
        lambda_context::await_returned(&returned, context)?;
        Ok(())
    };
    let result = match call(context) {
        // A throw of the handler itself is an ordinary answer, not a crash.
        Err(error) if error.as_engine().is_none() => {
            let text = error.to_string();
            match error.into_opaque(context) {
                Ok(value) => {
                    let report = describe_value(&value, &text, context);
                    host.answer(Answer {
                        value: Err(value),
                        waits_for_empty_loop: false,
                        by_callback: true,
                    });
                    host.thrown.replace(Some(report));
                    Ok(())
                }
                Err(error) => Err(error),
            }
        }
        other => other,
    };
    let end = match event_loop::check(result, host, context) {
        Ok(()) => event_loop::run(host, context),
        Err(end) => end,
    };
    CallEnd {
        end,
        handler_is_async,
    }
}

/// Turns the end of the event loop into the end of the turn.
fn settle(
    call: CallEnd,
    environment: &Environment,
    request: &InvocationRequest<'_>,
    host: &Host,
    context: &mut Context,
) -> Turn {
    let id = request.request_id;
    match call.end {
        LoopEnd::TimeUp => Turn::timed_out(request, environment.deployment.timeout),
        LoopEnd::Exited(code) => Turn {
            context_is_sound: false,
            exited: true,
            ..Turn::crashed(exited(code, id))
        },
        LoopEnd::UnhandledRejection(reason) => Turn::crashed(unhandled_rejection(&reason, context)),
        LoopEnd::Uncaught(error) => {
            let overflow = error.as_engine().is_some();
            let report = describe(Thrown::Value(error), context);
            // A recursion without end is an error like any other in Node.js; only our context has to go. Any other
            // error that nobody caught, thrown in a timer, say, ends the process.
            Turn {
                context_is_sound: !overflow,
                environment_survives: overflow,
                ..Turn::failed(report)
            }
        }
        LoopEnd::Answered | LoopEnd::Empty => {
            let answer = host.answer.take();
            match answer {
                Some(Answer { value: Err(value), .. }) => {
                    let report = host.thrown.take();
                    Turn::failed(report.unwrap_or_else(|| describe_value(&value, "", context)))
                }
                Some(Answer { value: Ok(value), by_callback, .. }) => {
                    match stringify(&value, &environment.intact, context) {
                        Ok(result) => Turn::answered(result),
                        Err(_) => {
                            let error = FunctionError::new("Error", "Unable to stringify response body").with_hint(
                                "The answer has to be something JSON can hold: no circle of references and no BigInt.",
                            );
                            if by_callback { Turn::crashed(error) } else { Turn::failed(error) }
                        }
                    }
                }
                None if call.handler_is_async => Turn::crashed(
                    FunctionError::new(
                        "Runtime.NodeJsExit",
                        "The Lambda runtime client detected an unexpected Node.js exit code. This is most commonly \
                         caused by a Promise that was never settled. For more information, see \
                         https://nodejs.org/docs/latest/api/process.html#exit-codes",
                    )
                    .with_hint("Your async function waits for something that never happens, and nothing else is left to do."),
                ),
                None => Turn::answered("null".to_owned()),
            }
        }
    }
}

/// The result as JSON text: `undefined` is `null`, and so is whatever JSON cannot hold at all, such as a function.
fn stringify(value: &JsValue, intact: &Intact, context: &mut Context) -> JsResult<String> {
    let value = if value.is_undefined() {
        JsValue::null()
    } else {
        value.clone()
    };
    let text = intact
        .json_stringify
        .call(&JsValue::undefined(), &[value], context)?;
    Ok(text
        .as_string()
        .map_or_else(|| "null".to_owned(), |text| text.to_std_string_lossy()))
}

fn unhandled_rejection(reason: &JsValue, context: &mut Context) -> FunctionError {
    let inner = describe_value(reason, "", context);
    let text = reason
        .to_string(context)
        .map_or_else(|_| String::new(), |text| text.to_std_string_lossy());
    FunctionError {
        error_type: "Runtime.UnhandledPromiseRejection".to_owned(),
        error_message: text,
        hint: Some(
            "A promise was rejected and nobody waits for it: await it, or give it a catch."
                .to_owned(),
        ),
        ..inner
    }
}

fn exited(code: i32, request_id: &str) -> FunctionError {
    let message = match code {
        0 => format!("RequestId: {request_id} Error: Runtime exited without providing a reason"),
        code => {
            format!("RequestId: {request_id} Error: Runtime exited with error: exit status {code}")
        }
    };
    FunctionError::new("Runtime.ExitError", message).with_hint(
        "process.exit ends the container. Answer through callback or by returning instead.",
    )
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

/// The line that the runtime client logs for a failure.
fn uncaught_text(head: &str, error: &FunctionError) -> String {
    let json = serde_json::json!({
        "errorType": error.error_type,
        "errorMessage": error.error_message,
        "stack": error.stack,
    });
    format!("{head}{json}")
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
