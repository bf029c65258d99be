//! One invocation in a realm: the handler is called, the event loop runs, and what comes of it is settled by the
//! rules of AWS's runtime client.

use boa_engine::{Context, JsError, JsNativeError, JsObject, JsResult, JsValue};
use domain::lambda::{FunctionError, InvocationIdentity, InvocationRequest, NodeRuntime, Outcome};
use domain::units::SimDuration;

use crate::environment::{Environment, Intact};
use crate::errors::{Thrown, describe, describe_value};
use crate::event_loop::{self, LoopEnd};
use crate::host::{Answer, Host};
use crate::reports::{exited, never_settled, not_json, unhandled_rejection};
use crate::{json, lambda_context};

/// Letters of an event that the runtime reads with a unit of work.
const EVENT_LETTERS_PER_UNIT: u64 = 8;

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

    pub(crate) fn timed_out(request: &InvocationRequest<'_>, timeout: SimDuration) -> Turn {
        Turn {
            outcome: Outcome::timed_out(request.request_id, timeout),
            environment_survives: false,
            context_is_sound: false,
            exited: false,
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
    // What is answered after the deadline was never answered.
    match turn.outcome {
        Outcome::Timeout(_) => turn,
        _ if turn.exited || !host.meter.is_over(context) => turn,
        _ => Turn::timed_out(request, environment.deployment.timeout),
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
    let call = |context: &mut Context| -> JsResult<()> {
        host.meter
            .charge(request.event.len() as u64 / EVENT_LETTERS_PER_UNIT, context)?;
        let event = json::parse(request.event, context)
            .map_err(|message| JsError::from(JsNativeError::syntax().with_message(message)))?;
        let identity = InvocationIdentity {
            request_id: request.request_id.to_owned(),
            log_stream_name: environment.log_stream_name.clone(),
            memory_limit: InvocationIdentity::memory_limit(environment.deployment.memory),
        };
        let lambda_context = lambda_context::context_object(&identity, runtime, context);
        let this = JsObject::with_object_proto(context.intrinsics());
        let mut arguments = vec![event, lambda_context.into()];
        if runtime == NodeRuntime::Node22 {
            arguments.push(lambda_context::callback_function(context).into());
        }
        let returned = handler.call(&this.into(), &arguments, context)?;
        let is_awaited = lambda_context::await_returned(&returned, context)?;
        // Up to Node.js 22 a plain return value is dropped; from Node.js 24 on it is the answer.
        if !is_awaited && runtime == NodeRuntime::Node24 {
            lambda_context::answer_with(Ok(returned), context);
        }
        Ok(())
    };
    let result = match call(context) {
        // A throw of the handler itself is an ordinary answer, not a crash.
        Err(error) if error.as_engine().is_none() => {
            let text = error.to_string();
            match error.into_opaque(context) {
                Ok(value) => {
                    let report = describe_value(&value, &text, context);
                    let is_first = host.answer(Answer {
                        value: Err(value),
                        waits_for_empty_loop: false,
                        by_callback: true,
                    });
                    host.thrown.replace(is_first.then_some(report));
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
    let is_node24 = environment.deployment.runtime == NodeRuntime::Node24;
    match call.end {
        LoopEnd::TimeUp => Turn::timed_out(request, environment.deployment.timeout),
        LoopEnd::Exited(code) => Turn {
            context_is_sound: false,
            exited: true,
            ..Turn::crashed(exited(code, id))
        },
        // Without a listener of the runtime's own a rejection ends Node.js 24 with its default exit code.
        LoopEnd::UnhandledRejection(_) if is_node24 => Turn::crashed(exited(1, id)),
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
                Some(Answer {
                    value: Err(value), ..
                }) if is_node24 && value.is_undefined() => {
                    Turn::failed(FunctionError::new("undefined", "undefined"))
                }
                Some(Answer {
                    value: Err(value), ..
                }) => {
                    let report = host.thrown.take();
                    Turn::failed(report.unwrap_or_else(|| describe_value(&value, "", context)))
                }
                Some(Answer {
                    value: Ok(value),
                    by_callback,
                    ..
                }) => match stringify(&value, &environment.intact, context) {
                    Ok(result) => Turn::answered(result),
                    // After a callback nobody is there to catch what the serialisation throws.
                    Err(_) if by_callback => Turn::crashed(not_json("Error")),
                    Err(_) if is_node24 => Turn::failed(not_json("Runtime.JSONStringifyError")),
                    Err(_) => Turn::failed(not_json("Error")),
                },
                None if call.handler_is_async && is_node24 => Turn::crashed(exited(0, id)),
                None if call.handler_is_async => Turn::crashed(never_settled()),
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
