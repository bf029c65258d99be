//! The handler's second and third argument: `context` and `callback`.
//!
//! Members in the order in which AWS's runtime client builds them: InvokeContext and CallbackContext up to Node.js 22,
//! ContextBuilder from Node.js 24 on.

use boa_engine::native_function::NativeFunctionPointer;
use boa_engine::object::FunctionObjectBuilder;
use boa_engine::object::builtins::JsFunction;
use boa_engine::property::PropertyDescriptor;
use boa_engine::{Context, JsNativeError, JsObject, JsResult, JsValue, NativeFunction, js_string};
use domain::lambda::{FUNCTION_NAME, FUNCTION_VERSION, InvocationIdentity, NodeRuntime};

use crate::answers;
use crate::host::Host;

/// The `context` of one invocation. Node.js 24 leaves out what belongs to callbacks.
pub(crate) fn context_object(
    identity: &InvocationIdentity,
    runtime: NodeRuntime,
    context: &mut Context,
) -> JsResult<JsObject> {
    let object = JsObject::with_object_proto(context.intrinsics());
    if runtime.takes_callbacks() {
        let get_waits = function("get callbackWaitsForEmptyEventLoop", 0, get_waits, context);
        let set_waits = function("set callbackWaitsForEmptyEventLoop", 1, set_waits, context);
        let accessor = PropertyDescriptor::builder()
            .get(get_waits)
            .set(set_waits)
            .enumerable(true)
            .configurable(true);
        object.define_property_or_throw(
            js_string!("callbackWaitsForEmptyEventLoop"),
            accessor,
            context,
        )?;
        for (name, native) in [
            ("succeed", succeed as NativeFunctionPointer),
            ("fail", fail),
            ("done", done),
        ] {
            let function = function("", 0, native, context);
            object.create_data_property_or_throw(js_string!(name), function, context)?;
        }
    }
    let log_group = InvocationIdentity::log_group_name();
    let arn = InvocationIdentity::invoked_function_arn();
    let name = ("functionName", Some(FUNCTION_NAME));
    let version = ("functionVersion", Some(FUNCTION_VERSION));
    let of_environment = [
        ("memoryLimitInMB", Some(identity.memory_limit.as_str())),
        ("logGroupName", Some(&log_group)),
        ("logStreamName", Some(&identity.log_stream_name)),
    ];
    let of_request = [
        ("clientContext", None),
        ("identity", None),
        ("invokedFunctionArn", Some(arn.as_str())),
        ("awsRequestId", Some(identity.request_id.as_str())),
        ("tenantId", None),
    ];
    let put = |members: &[(&str, Option<&str>)], context: &mut Context| -> JsResult<()> {
        for &(name, text) in members {
            let value = text.map_or_else(JsValue::undefined, |text| js_string!(text).into());
            object.create_data_property_or_throw(js_string!(name), value, context)?;
        }
        Ok(())
    };
    let remaining = function("getRemainingTimeInMillis", 0, remaining_time, context);
    let remaining_name = js_string!("getRemainingTimeInMillis");
    if runtime.takes_callbacks() {
        put(&[version, name], context)?;
        put(&of_environment, context)?;
        put(&of_request, context)?;
        object.create_data_property_or_throw(remaining_name, remaining, context)?;
    } else {
        put(&of_request, context)?;
        let trace = identity.trace_id();
        put(&[("xRayTraceId", Some(trace.as_str()))], context)?;
        object.create_data_property_or_throw(remaining_name, remaining, context)?;
        put(&[name, version], context)?;
        put(&of_environment, context)?;
    }
    Ok(object)
}

/// The `callback` of one invocation.
pub(crate) fn callback_function(context: &mut Context) -> JsFunction {
    function("", 0, callback, context)
}

fn function(
    name: &str,
    length: usize,
    native: NativeFunctionPointer,
    context: &mut Context,
) -> JsFunction {
    FunctionObjectBuilder::new(context.realm(), NativeFunction::from_fn_ptr(native))
        .name(js_string!(name))
        .length(length)
        .build()
}

/// Waits for a promise, or anything else with a `then`, that the handler returned. `false` if it returned no such
/// thing. `then` and `catch` are called as the runtime client calls them, so what they throw is the handler's error.
pub(crate) fn await_returned(returned: &JsValue, context: &mut Context) -> JsResult<bool> {
    let Some(object) = returned.as_object() else {
        return Ok(false);
    };
    let then = object.get(js_string!("then"), context)?;
    let Some(then) = then.as_object().and_then(JsFunction::from_object) else {
        return Ok(false);
    };
    let (resolved, rejected) = (
        function("", 0, succeed, context),
        function("", 0, fail, context),
    );
    let chained = then.call(
        returned,
        &[resolved.into(), rejected.clone().into()],
        context,
    )?;
    let Some(promise) = chained.as_object() else {
        let message = format!(
            "Cannot read properties of {} (reading 'catch')",
            chained.display()
        );
        return Err(JsNativeError::typ().with_message(message).into());
    };
    let catch = promise.get(js_string!("catch"), context)?;
    let catch = catch.as_callable().ok_or_else(|| {
        JsNativeError::typ().with_message("result.then(...).catch is not a function")
    })?;
    catch.call(&chained, &[rejected.into()], context)?;
    Ok(true)
}

/// The parameters of `callback` and `context.done`.
fn two(arguments: &[JsValue]) -> (JsValue, JsValue) {
    let at = |index| arguments.get(index).cloned().unwrap_or_default();
    (at(0), at(1))
}

fn callback(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (error, result) = two(arguments);
    answers::callback(&error, result, context)?;
    Ok(JsValue::undefined())
}

fn done(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (error, result) = two(arguments);
    answers::done(&error, &result, context)?;
    Ok(JsValue::undefined())
}

fn succeed(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (result, _) = two(arguments);
    answers::done(&JsValue::undefined(), &result, context)?;
    Ok(JsValue::undefined())
}

fn fail(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let error = match two(arguments).0 {
        nothing if nothing.is_null_or_undefined() => answers::failure_without_error(context),
        error => error,
    };
    answers::throw(&error, context)?;
    Ok(JsValue::undefined())
}

fn get_waits(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    Ok(Host::of(context).waits_for_empty_loop.borrow().clone())
}

fn set_waits(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (waits, _) = two(arguments);
    Host::of(context).waits_for_empty_loop.replace(waits);
    Ok(JsValue::undefined())
}

fn remaining_time(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let host = Host::of(context);
    let now = host.calendar(host.meter.now(context)).epoch_millis();
    let deadline = host.calendar(host.meter.deadline()).epoch_millis();
    Ok(JsValue::from((deadline - now) as f64))
}
