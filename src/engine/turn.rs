//! One invocation in a realm: the handler is called, the event loop runs, and what comes of it is settled by the
//! rules of AWS's runtime client.

use boa_engine::object::builtins::JsPromise;
use boa_engine::{Context, JsError, JsNativeError, JsObject, JsResult, JsValue, js_string};
use domain::lambda::{
    Deployment, FunctionError, InvocationIdentity, InvocationRequest, NodeRuntime, Outcome,
    RESPONSE_LIMIT_BYTES,
};

use crate::answers::{self, Answer};
use crate::environment::Environment;
use crate::errors::{describe_value, thrown_value};
use crate::event_loop::{self, LoopEnd};
use crate::host::Host;
use crate::log_format::{log_failure, log_unhandled_rejection};
use crate::node::process_events::{self, UNCAUGHT_EXCEPTION, UNHANDLED_REJECTION};
use crate::reports::{exited, never_settled, stack_overflow, unhandled_rejection};
use crate::{json, lambda_context, node, still_running};

/// Letters of an event that the runtime reads with a unit of work.
const EVENT_LETTERS_PER_UNIT: u64 = 8;

/// boa ends a recursion after 512 calls, each of which takes four instructions at least.
const LEAST_WORK_OF_AN_OVERFLOW: u64 = 2_000;

/// How a turn ended.
pub(crate) struct Turn {
    pub(crate) outcome: Outcome,
    pub(crate) environment_survives: bool,
    /// Whether the context can be used for another turn.
    pub(crate) context_is_sound: bool,
    /// Whether the process went away by itself.
    pub(crate) exited: bool,
}

impl Turn {
    fn ended(outcome: Outcome) -> Turn {
        Turn {
            outcome,
            environment_survives: true,
            context_is_sound: true,
            exited: false,
        }
    }

    /// The process crashed with this error, or after it had answered.
    fn crashed(outcome: Outcome) -> Turn {
        Turn {
            environment_survives: false,
            ..Turn::ended(outcome)
        }
    }

    /// The platform killed the process.
    pub(crate) fn out_of_memory(request_id: &str) -> Turn {
        Turn {
            context_is_sound: false,
            exited: true,
            ..Turn::crashed(Outcome::Error(FunctionError::out_of_memory(request_id)))
        }
    }

    fn timed_out(
        request: &InvocationRequest<'_>,
        deployment: &Deployment,
        host: &Host,
        context: &Context,
    ) -> Turn {
        let mut outcome = Outcome::timed_out(request.request_id, deployment.timeout);
        if let Outcome::Timeout(error) = &mut outcome
            && host.meter.was_busy(context)
        {
            still_running::explain(error, host.meter.stopped_at(), &deployment.source);
        }
        Turn {
            context_is_sound: false,
            ..Turn::crashed(outcome)
        }
    }
}

/// Runs one invocation in the current realm, whose turn has begun.
pub(crate) fn run(
    environment: &Environment,
    request: &InvocationRequest<'_>,
    host: &Host,
    context: &mut Context,
) -> Turn {
    let end = call_handler(environment, request, host, context);
    let turn = settle(end, environment, request, host, context);
    // Writing the answer as JSON runs code of the reader's too, which may have ended the process or the time.
    let failed = matches!(turn.outcome, Outcome::Error(_));
    match host.exit_code.get() {
        _ if turn.exited || matches!(turn.outcome, Outcome::Timeout(_)) => turn,
        Some(code) if failed => Turn {
            context_is_sound: false,
            exited: true,
            ..Turn::crashed(Outcome::Error(exited(code, request.request_id)))
        },
        _ if host.meter.is_out_of_memory() => Turn::out_of_memory(request.request_id),
        // What is answered after the deadline was never answered.
        _ if host.meter.is_over(context) => {
            Turn::timed_out(request, &environment.deployment, host, context)
        }
        _ => turn,
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
    let handler = &environment.handler;
    let runtime = environment.deployment.runtime;
    let async_prototype = context
        .intrinsics()
        .constructors()
        .async_function()
        .prototype();
    let handler_is_async = handler
        .prototype()
        .is_some_and(|prototype| JsObject::equals(&prototype, &async_prototype));
    let own_name = handler.get(js_string!("name"), context);
    if let (Ok(name), true) = (own_name, runtime.takes_callbacks()) {
        let name = name.as_string().map(|name| name.to_std_string_lossy());
        let called = environment.deployment.handler.rsplit('.').next();
        host.handler_names
            .replace(name.zip(called.map(str::to_owned)));
    }
    let call = |context: &mut Context| -> JsResult<()> {
        host.meter
            .charge(request.event.len() as u64 / EVENT_LETTERS_PER_UNIT, context)?;
        let event = json::parse(request.event, context).map_err(|error| {
            JsError::from(JsNativeError::syntax().with_message(error.message(runtime)))
        })?;
        let identity = InvocationIdentity {
            request_id: request.request_id.to_owned(),
            log_stream_name: environment.log_stream_name.clone(),
            memory_limit: InvocationIdentity::memory_limit(environment.deployment.memory),
        };
        node::begin_invocation(&identity.trace_id(), context)?;
        let lambda_context = lambda_context::context_object(&identity, runtime, context)?;
        let this = JsObject::with_object_proto(context.intrinsics());
        let mut arguments = vec![event, lambda_context.into()];
        if runtime.takes_callbacks() {
            arguments.push(lambda_context::callback_function(context).into());
            let returned = handler.call(&this.into(), &arguments, context)?;
            // A plain return value is dropped.
            lambda_context::await_returned(&returned, context)?;
        } else {
            // A plain return value is the answer.
            let returned = handler.call(&JsValue::undefined(), &arguments, context)?;
            let promise = JsPromise::resolve(returned, context)?;
            lambda_context::await_returned(&promise.into(), context)?;
        }
        Ok(())
    };
    let result = match call(context) {
        // A throw of the handler itself is an ordinary answer, not a crash.
        Err(error) if error.as_engine().is_none() => {
            let value = thrown_value(error, context);
            answers::throw(&value, context)
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
    let is_node24 = environment.deployment.runtime == NodeRuntime::Node24;
    // What was sent is the answer, whatever becomes of the process afterwards.
    let sent = match host.answer.take() {
        Some(Answer::Result(text)) => Some(result_outcome(text)),
        Some(Answer::Failure(report)) => Some(Outcome::Error(report)),
        later => {
            host.answer.replace(later);
            None
        }
    };
    let crash =
        |report: FunctionError| Turn::crashed(sent.clone().unwrap_or(Outcome::Error(report)));
    match call.end {
        LoopEnd::TimeUp => Turn::timed_out(request, &environment.deployment, host, context),
        LoopEnd::OutOfMemory => Turn::out_of_memory(request.request_id),
        LoopEnd::Exited(code) => Turn {
            context_is_sound: false,
            exited: true,
            ..crash(exited(code, request.request_id))
        },
        LoopEnd::UnhandledRejection(reason) if is_node24 => {
            log_node_default(&reason, context);
            crash(exited(1, request.request_id))
        }
        LoopEnd::UnhandledRejection(reason) => {
            log_unhandled_rejection(&reason, context);
            let report = unhandled_rejection(&reason, context);
            // The runtime client's own listener comes first and ends the process; the reader's are still called.
            let _ = process_events::emit(UNHANDLED_REJECTION, &reason, context);
            crash(report)
        }
        LoopEnd::Uncaught(error) => {
            let overflow = error.as_engine().is_some();
            let value = thrown_value(error, context);
            if overflow {
                // A recursion without end is an error like any other in Node.js; only our context has to go.
                answers::fail(&value, context);
                let report = describe_value(&value, context);
                return Turn {
                    context_is_sound: false,
                    ..Turn::ended(Outcome::Error(report))
                };
            }
            if is_node24 {
                log_node_default(&value, context);
                return crash(exited(1, request.request_id));
            }
            log_failure("Uncaught Exception", &value, context);
            let report = describe_value(&value, context);
            let _ = process_events::emit(UNCAUGHT_EXCEPTION, &value, context);
            crash(report)
        }
        LoopEnd::Answered | LoopEnd::Empty => {
            if let Some(sent) = sent {
                return Turn::ended(sent);
            }
            match host.answer.take() {
                Some(Answer::Later(result)) => match answers::succeed(&result, context) {
                    Ok(()) => match host.answer.take() {
                        Some(Answer::Result(text)) => Turn::ended(result_outcome(text)),
                        _ => Turn::ended(Outcome::Success("null".to_owned())),
                    },
                    // Nobody is there to catch what the serialisation throws.
                    Err(error) => {
                        let value = thrown_value(error, context);
                        log_failure("Uncaught Exception", &value, context);
                        Turn::crashed(Outcome::Error(describe_value(&value, context)))
                    }
                },
                _ if is_node24 || !host.is_default_end.get() => {
                    Turn::crashed(Outcome::Error(exited(0, request.request_id)))
                }
                _ if call.handler_is_async => {
                    let overflow = swallowed_overflow(&environment.deployment.source, host);
                    let context_is_sound = overflow.is_none();
                    let report = overflow.unwrap_or_else(never_settled);
                    crate::log_format::log_report("Invoke Error", &report, context);
                    Turn {
                        context_is_sound,
                        ..Turn::ended(Outcome::Error(report))
                    }
                }
                _ => Turn::ended(Outcome::Success("null".to_owned())),
            }
        }
    }
}

/// The report of a recursion without end in an async function after its first `await`, where boa forgets the error and
/// leaves the promise pending. It is told from a promise that nobody settles by the work that a recursion takes, and by
/// the text: a function calls itself, or there is no promise that could be left pending.
fn swallowed_overflow(source: &str, host: &Host) -> Option<FunctionError> {
    if host.heaviest_job.get() < LEAST_WORK_OF_AN_OVERFLOW {
        return None;
    }
    let map = host.source();
    let self_call = map.self_call();
    if self_call.is_none() && source.contains("Promise") {
        return None;
    }
    Some(stack_overflow(
        self_call.map(|(function, place)| map.frame_at(function, place)),
    ))
}

/// Lambda takes answers up to a size.
fn result_outcome(text: String) -> Outcome {
    if text.len() <= RESPONSE_LIMIT_BYTES {
        return Outcome::Success(text);
    }
    Outcome::Error(FunctionError::new(
        "Function.ResponseSizeTooLarge",
        format!(
            "Response payload size exceeded maximum allowed payload size ({RESPONSE_LIMIT_BYTES} bytes)."
        ),
    )
    .with_hint("An answer may have 6 MB at most. Put larger things into a bucket, and answer with their address."))
}

/// What Node.js itself prints when an error ends the process.
fn log_node_default(value: &JsValue, context: &mut Context) {
    let text = crate::inspect::inspect(value, crate::inspect::Depth::DEFAULT, context);
    if let Ok(text) = text {
        // A line that does not fit into the budget any more is lost.
        let _ = crate::log_format::write_bare(text, context);
    }
}
