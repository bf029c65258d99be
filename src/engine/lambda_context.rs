//! The handler's second and third argument: `context` and `callback`.
//!
//! Members in the order in which AWS's runtime client builds them (InvokeContext). Answers are first come, first
//! served: whatever follows the first is ignored.

use boa_engine::object::FunctionObjectBuilder;
use boa_engine::object::ObjectInitializer;
use boa_engine::object::builtins::JsFunction;
use boa_engine::property::Attribute;
use boa_engine::{Context, JsObject, JsResult, JsValue, NativeFunction, js_string};
use domain::lambda::{FUNCTION_NAME, FUNCTION_VERSION, InvocationIdentity, NodeRuntime};

use crate::host::{Answer, Host};

/// The `context` of one invocation. Node.js 24 leaves out what belongs to callbacks.
pub(crate) fn context_object(
    identity: &InvocationIdentity,
    runtime: NodeRuntime,
    context: &mut Context,
) -> JsObject {
    let realm = context.realm().clone();
    let method = |name: &str, length: usize, function| {
        let native = NativeFunction::from_fn_ptr(function);
        FunctionObjectBuilder::new(&realm, native)
            .name(js_string!(name))
            .length(length)
            .build()
    };
    let text = |text: &str| js_string!(text);
    let all = Attribute::all();
    let mut object = ObjectInitializer::new(context);
    if runtime == NodeRuntime::Node22 {
        let get_waits = method("", 0, |_, _, context| {
            Ok(Host::of(context).waits_for_empty_loop.get().into())
        });
        let set_waits = method("", 1, |_, arguments, context| {
            let waits = arguments.first().is_none_or(JsValue::to_boolean);
            Host::of(context).waits_for_empty_loop.set(waits);
            Ok(JsValue::undefined())
        });
        object
            .accessor(
                js_string!("callbackWaitsForEmptyEventLoop"),
                Some(get_waits),
                Some(set_waits),
                all,
            )
            .property(js_string!("succeed"), method("succeed", 1, succeed), all)
            .property(js_string!("fail"), method("fail", 1, fail), all)
            .property(js_string!("done"), method("done", 2, done), all);
    }
    object
        .property(js_string!("functionVersion"), text(FUNCTION_VERSION), all)
        .property(js_string!("functionName"), text(FUNCTION_NAME), all)
        .property(
            js_string!("memoryLimitInMB"),
            text(&identity.memory_limit),
            all,
        )
        .property(
            js_string!("logGroupName"),
            text(&InvocationIdentity::log_group_name()),
            all,
        )
        .property(
            js_string!("logStreamName"),
            text(&identity.log_stream_name),
            all,
        )
        .property(js_string!("clientContext"), JsValue::undefined(), all)
        .property(js_string!("identity"), JsValue::undefined(), all)
        .property(
            js_string!("invokedFunctionArn"),
            text(&InvocationIdentity::invoked_function_arn()),
            all,
        )
        .property(js_string!("awsRequestId"), text(&identity.request_id), all)
        .property(
            js_string!("getRemainingTimeInMillis"),
            method("getRemainingTimeInMillis", 0, remaining_time),
            all,
        )
        .build()
}

/// The `callback` of one invocation.
pub(crate) fn callback_function(context: &mut Context) -> JsFunction {
    let function = NativeFunction::from_fn_ptr(|_, arguments, context| {
        let error = arguments.first().cloned().unwrap_or_default();
        let result = arguments.get(1).cloned().unwrap_or_default();
        let host = Host::of(context);
        // Anything but undefined and null is an error, `0`, `''` and `false` included, and is reported at once.
        let answer = match error.is_null_or_undefined() {
            true => Answer {
                value: Ok(result),
                waits_for_empty_loop: true,
                by_callback: true,
            },
            false => Answer {
                value: Err(error),
                waits_for_empty_loop: false,
                by_callback: true,
            },
        };
        host.answer(answer);
        Ok(JsValue::undefined())
    });
    FunctionObjectBuilder::new(context.realm(), function)
        .name(js_string!("callback"))
        .length(2)
        .build()
}

/// Waits for a promise, or anything else with a `then`, that the handler returned. `false` if it returned no such
/// thing.
pub(crate) fn await_returned(returned: &JsValue, context: &mut Context) -> JsResult<bool> {
    let Some(object) = returned.as_object() else {
        return Ok(false);
    };
    let then = object.get(js_string!("then"), context)?;
    let Some(then) = then.as_object().and_then(JsFunction::from_object) else {
        return Ok(false);
    };
    let realm = context.realm().clone();
    let function = |native| {
        FunctionObjectBuilder::new(&realm, NativeFunction::from_fn_ptr(native))
            .length(1)
            .build()
    };
    let resolved = function(|_, arguments, context| {
        answer_with(Ok(arguments.first().cloned().unwrap_or_default()), context);
        Ok(JsValue::undefined())
    });
    let rejected = function(|_, arguments, context| {
        answer_with(Err(arguments.first().cloned().unwrap_or_default()), context);
        Ok(JsValue::undefined())
    });
    then.call(returned, &[resolved.into(), rejected.into()], context)?;
    Ok(true)
}

/// The function answers with what it returned.
pub(crate) fn answer_with(value: Result<JsValue, JsValue>, context: &mut Context) {
    Host::of(context).answer(Answer {
        value,
        waits_for_empty_loop: false,
        by_callback: false,
    });
}

fn succeed(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let value = Ok(arguments.first().cloned().unwrap_or_default());
    Host::of(context).answer(Answer {
        value,
        waits_for_empty_loop: false,
        by_callback: true,
    });
    Ok(JsValue::undefined())
}

fn fail(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let value = Err(arguments.first().cloned().unwrap_or_default());
    Host::of(context).answer(Answer {
        value,
        waits_for_empty_loop: false,
        by_callback: true,
    });
    Ok(JsValue::undefined())
}

fn done(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let error = arguments.first().cloned().unwrap_or_default();
    match error.is_null_or_undefined() {
        true => succeed(this, arguments.get(1..).unwrap_or_default(), context),
        false => fail(this, &[error], context),
    }
}

fn remaining_time(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let host = Host::of(context);
    let now = host.calendar(host.meter.now(context)).epoch_millis();
    let deadline = host.calendar(host.meter.deadline()).epoch_millis();
    Ok(JsValue::from((deadline - now) as f64))
}
