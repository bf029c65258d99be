//! `process.env`: what Lambda sets, the reader's own variables, and strings whatever is assigned.

use boa_engine::object::builtins::JsProxyBuilder;
use boa_engine::property::{PropertyDescriptor, PropertyKey};
use boa_engine::{Context, JsNativeError, JsObject, JsResult, JsString, JsValue, js_string};
use domain::lambda::{Deployment, FUNCTION_NAME, FUNCTION_VERSION, InvocationIdentity, REGION};

/// The variable that each invocation sets anew.
pub(crate) const TRACE_ID: &str = "_X_AMZN_TRACE_ID";

/// An object with the variables of an environment, which makes a string of whatever is assigned to a member.
pub(crate) fn create(
    deployment: &Deployment,
    log_stream_name: &str,
    trace_id: &str,
    context: &mut Context,
) -> JsResult<JsObject> {
    let target = JsObject::with_object_proto(context.intrinsics());
    for (name, value) in variables(deployment, log_stream_name) {
        target.create_data_property_or_throw(
            js_string!(name.as_str()),
            js_string!(value.as_str()),
            context,
        )?;
    }
    if !trace_id.is_empty() {
        let (name, value) = (js_string!(TRACE_ID), js_string!(trace_id));
        target.create_data_property_or_throw(name, value, context)?;
    }
    let proxy = JsProxyBuilder::new(target)
        .set(set)
        .define_property(define)
        .build(context);
    Ok(proxy?.into())
}

fn key_of(value: Option<&JsValue>, context: &mut Context) -> JsResult<PropertyKey> {
    let key = value.cloned().unwrap_or_default();
    if key.is_symbol() {
        let message = "Cannot convert a Symbol value to a string";
        return Err(JsNativeError::typ().with_message(message).into());
    }
    key.to_property_key(context)
}

fn text_of(value: Option<&JsValue>, context: &mut Context) -> JsResult<JsString> {
    value.cloned().unwrap_or_default().to_string(context)
}

fn set(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    if let Some(target) = arguments.first().and_then(JsValue::as_object) {
        let key = key_of(arguments.get(1), context)?;
        let text = text_of(arguments.get(2), context)?;
        target.create_data_property_or_throw(key, text, context)?;
    }
    Ok(true.into())
}

fn define(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let object = |index: usize| arguments.get(index).and_then(JsValue::as_object);
    if let (Some(target), Some(descriptor)) = (object(0), object(2)) {
        let key = key_of(arguments.get(1), context)?;
        let value = descriptor.get(js_string!("value"), context)?;
        let property = PropertyDescriptor::builder()
            .value(text_of(Some(&value), context)?)
            .writable(true)
            .enumerable(true)
            .configurable(true);
        target.define_property_or_throw(key, property, context)?;
    }
    Ok(true.into())
}

/// What Lambda sets itself (Lambda Developer Guide, "Defined runtime environment variables"), then the reader's own.
fn variables(deployment: &Deployment, log_stream_name: &str) -> Vec<(String, String)> {
    let memory = InvocationIdentity::memory_limit(deployment.memory);
    let log_group = InvocationIdentity::log_group_name();
    let runtime = deployment.runtime.identifier();
    let execution = format!("AWS_Lambda_{runtime}");
    let node_path = format!(
        "/opt/nodejs/{}/node_modules:/opt/nodejs/node_modules:/var/runtime/node_modules:/var/runtime:/var/task",
        runtime.trim_end_matches(".x").replace("nodejs", "node")
    );
    let own = [
        ("AWS_LAMBDA_FUNCTION_VERSION", FUNCTION_VERSION),
        ("AWS_LAMBDA_LOG_GROUP_NAME", &log_group),
        ("AWS_LAMBDA_LOG_STREAM_NAME", log_stream_name),
        ("AWS_LAMBDA_FUNCTION_NAME", FUNCTION_NAME),
        ("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", &memory),
        ("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"),
        ("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:9001"),
        ("AWS_EXECUTION_ENV", &execution),
        ("AWS_REGION", REGION),
        ("AWS_DEFAULT_REGION", REGION),
        // Nothing here can be called with them.
        ("AWS_ACCESS_KEY_ID", "ASIA0SIMULATED000000"),
        ("AWS_SECRET_ACCESS_KEY", "simulated"),
        ("AWS_SESSION_TOKEN", "simulated"),
        ("LAMBDA_TASK_ROOT", "/var/task"),
        ("LAMBDA_RUNTIME_DIR", "/var/runtime"),
        ("_HANDLER", &deployment.handler),
        ("LANG", "en_US.UTF-8"),
        ("TZ", ":UTC"),
        (
            "PATH",
            "/var/lang/bin:/usr/local/bin:/usr/bin/:/bin:/opt/bin",
        ),
        ("NODE_PATH", &node_path),
    ];
    let own = own
        .iter()
        .map(|&(name, value)| (name.to_owned(), value.to_owned()));
    own.chain(deployment.environment_variables.iter().cloned())
        .collect()
}
