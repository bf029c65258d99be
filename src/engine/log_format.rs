//! Lines of the function's log as AWS's runtime client writes them (LogPatch): as text, or as JSON where
//! `AWS_LAMBDA_LOG_FORMAT` asks for it, and only from the level that `AWS_LAMBDA_LOG_LEVEL` names.

use boa_engine::object::FunctionObjectBuilder;
use boa_engine::object::builtins::{JsArray, JsFunction};
use boa_engine::{Context, JsObject, JsResult, JsValue, NativeFunction, js_string};
use domain::lambda::{Deployment, FunctionError, LogLevel, NodeRuntime, Phase};

use crate::errors::{describe_value, is_error};
use crate::format::format;
use crate::host::Host;

/// Work that one line costs besides its length.
const UNITS_PER_LINE: u64 = 50;
/// Letters that are worth a unit of work.
const LETTERS_PER_UNIT: u64 = 8;

/// How an environment writes its log.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LogSettings {
    is_json: bool,
    minimum: LogLevel,
    /// What stands for the request id as long as there is none.
    pub(crate) id_during_init: &'static str,
}

impl LogSettings {
    /// Before any environment is known.
    pub(crate) const DEFAULT: LogSettings = LogSettings {
        is_json: false,
        minimum: LogLevel::Trace,
        id_during_init: "undefined",
    };

    /// The settings that the variables of a deployment make. They are read once, when the runtime starts.
    pub(crate) fn of(deployment: &Deployment) -> LogSettings {
        let variable = |name: &str| {
            let mut variables = deployment.environment_variables.iter().rev();
            variables
                .find(|(other, _)| other == name)
                .map(|(_, value)| value.to_ascii_uppercase())
        };
        let named = variable("AWS_LAMBDA_LOG_LEVEL");
        let minimum = LogLevel::NAMED
            .into_iter()
            .find(|level| named.as_deref() == Some(level.word()));
        LogSettings {
            is_json: variable("AWS_LAMBDA_LOG_FORMAT").as_deref() == Some("JSON"),
            minimum: minimum.unwrap_or(LogLevel::Trace),
            id_during_init: match deployment.runtime {
                NodeRuntime::Node24 => "-",
                _ => "undefined",
            },
        }
    }
}

/// A call of `console`: its arguments become one line.
pub(crate) fn write_call(
    level: LogLevel,
    arguments: &[JsValue],
    context: &mut Context,
) -> JsResult<()> {
    let host = Host::of(context);
    let settings = host.log_settings.get();
    // `console.fatal` is the one that no level silences.
    if level < settings.minimum && level != LogLevel::Fatal {
        return Ok(());
    }
    // The patched console passes its first argument on even when there is none.
    let nothing = [JsValue::undefined()];
    let arguments = if arguments.is_empty() {
        &nothing
    } else {
        arguments
    };
    if settings.is_json {
        let line = json_line(level, arguments, context)?;
        return write_bare(line, context);
    }
    let message = format(arguments, context)?;
    host.meter.charge(cost(&message), context)?;
    host.write_log(level, message, context);
    Ok(())
}

/// Text that goes to standard output without the columns of a line.
pub(crate) fn write_bare(text: String, context: &mut Context) -> JsResult<()> {
    let host = Host::of(context);
    host.meter.charge(cost(&text), context)?;
    host.write_log(LogLevel::Bare, text, context);
    Ok(())
}

fn cost(text: &str) -> u64 {
    UNITS_PER_LINE + text.len() as u64 / LETTERS_PER_UNIT
}

/// Logs a failure under a heading such as `Invoke Error`. Nothing that the error itself does can fail here.
pub(crate) fn log_failure(heading: &str, error: &JsValue, context: &mut Context) {
    let host = Host::of(context);
    let settings = host.log_settings.get();
    if settings.minimum > LogLevel::Error {
        return;
    }
    let error = match into_error(error, context) {
        Ok(error) => error,
        Err(error) => match error.into_opaque(context).map(|error| error.as_object()) {
            Ok(Some(error)) => error,
            _ => return,
        },
    };
    if settings.is_json {
        let line = json_line(LogLevel::Error, &[error.into()], context).unwrap_or_default();
        host.write_log(LogLevel::Bare, line, context);
        return;
    }
    let replacer = function(with_enumerable_properties, context);
    let text = stringify(&[error.clone().into(), replacer.into()], context).unwrap_or_else(|_| {
        let report = describe_value(&error.into(), context);
        serde_json::json!({ "errorType": report.error_type, "errorMessage": report.error_message,
            "trace": report.stack })
        .to_string()
    });
    host.write_log(LogLevel::Error, format!("{heading} \t{text}"), context);
}

/// Logs a report in the runtime's own words, as a failure of its kind.
pub(crate) fn log_report(heading: &str, report: &FunctionError, context: &mut Context) {
    let error = object_of(report, context);
    log_failure(heading, &error.into(), context);
}

/// Logs a rejection that nobody handles; its reason stands within.
pub(crate) fn log_unhandled_rejection(reason: &JsValue, context: &mut Context) {
    let report = crate::reports::unhandled_rejection(reason, context);
    let head = FunctionError {
        stack: report.stack.into_iter().take(1).collect(),
        ..report
    };
    let error = object_of(&head, context);
    let promise = JsObject::with_object_proto(context.intrinsics());
    for (key, value) in [("reason", reason.clone()), ("promise", promise.into())] {
        // A new object of ours takes any member.
        let _ = error.create_data_property_or_throw(js_string!(key), value, context);
    }
    log_failure("Unhandled Promise Rejection", &error.into(), context);
}

/// The error that the runtime client throws for a report of its own.
fn object_of(report: &FunctionError, context: &mut Context) -> JsObject {
    let native = boa_engine::JsNativeError::error().with_message(report.error_message.clone());
    let error = native.into_opaque(context);
    let name = js_string!(report.error_type.as_str()).into();
    // As above. The name is no member that a line in JSON would show.
    let _ = crate::globals::define(&error, "name", name, context);
    crate::error_stack::set_stack(&error, &report.stack.join("\n"), context);
    error
}

/// The error itself, or a new one that has the value's text as its message. Fails for what has no text.
pub(crate) fn into_error(value: &JsValue, context: &mut Context) -> JsResult<JsObject> {
    if let Some(object) = value.as_object()
        && is_error(&object, context)
    {
        return Ok(object);
    }
    let text = match value.is_undefined() {
        true => js_string!(),
        false => value.to_string(context)?,
    };
    let native = boa_engine::JsNativeError::error().with_message(text.to_std_string_lossy());
    let error = native.into_opaque(context);
    let stack = crate::error_stack::header(&error, context);
    crate::error_stack::set_stack(&error, &stack, context);
    Ok(error)
}

/// `{"timestamp", "level", "requestId", "message"}`: one argument is the message as it is, several are formatted, and
/// the first error among them adds its own members.
fn json_line(level: LogLevel, arguments: &[JsValue], context: &mut Context) -> JsResult<String> {
    let host = Host::of(context);
    let line = JsObject::with_object_proto(context.intrinsics());
    let put = |key: &str, value: JsValue, context: &mut Context| {
        line.create_data_property_or_throw(js_string!(key), value, context)
            .map(drop)
    };
    let time = host.calendar(host.meter.now(context)).to_iso();
    put("timestamp", js_string!(time).into(), context)?;
    put("level", js_string!(level.word()).into(), context)?;
    let request_id = match (host.phase(), host.log_settings.get().id_during_init) {
        (Phase::Init, "undefined") => JsValue::undefined(),
        (Phase::Init, word) => js_string!(word).into(),
        (Phase::Invoke, _) => js_string!(host.request_id.borrow().as_str()).into(),
    };
    put("requestId", request_id, context)?;
    if let [message] = arguments {
        put("message", message.clone(), context)?;
        let replacer = function(json_error, context);
        let text = stringify(&[line.clone().into(), replacer.into()], context);
        return match text {
            Ok(text) => Ok(text),
            Err(_) => {
                let message = format(arguments, context)?;
                put("message", js_string!(message).into(), context)?;
                stringify(&[line.clone().into()], context)
            }
        };
    }
    let message = format(arguments, context)?;
    put("message", js_string!(message).into(), context)?;
    let error = arguments.iter().find_map(|argument| {
        let object = argument.as_object()?;
        is_error(&object, context).then_some(object)
    });
    if let Some(error) = error {
        for (key, value) in error_members(&error, context)? {
            put(key, value, context)?;
        }
    }
    stringify(&[line.into()], context)
}

fn stringify(arguments: &[JsValue], context: &mut Context) -> JsResult<String> {
    let intact = Host::of(context).intact();
    let text = intact
        .json_stringify
        .call(&JsValue::undefined(), arguments, context)?;
    Ok(text
        .as_string()
        .map_or_else(String::new, |text| text.to_std_string_lossy()))
}

fn function(
    native: boa_engine::native_function::NativeFunctionPointer,
    context: &mut Context,
) -> JsFunction {
    FunctionObjectBuilder::new(context.realm(), NativeFunction::from_fn_ptr(native)).build()
}

/// The members that a line in JSON has for an error.
fn error_members(
    error: &JsObject,
    context: &mut Context,
) -> JsResult<[(&'static str, JsValue); 3]> {
    let constructor = error.get(js_string!("constructor"), context)?;
    let name = match constructor.as_object() {
        Some(constructor) => constructor.get(js_string!("name"), context)?,
        None => js_string!("UnknownError").into(),
    };
    let stack = error.get(js_string!("stack"), context)?;
    Ok([
        ("errorType", name),
        ("errorMessage", error.get(js_string!("message"), context)?),
        ("stackTrace", lines(&stack, context)),
    ])
}

/// Shows errors within a line in JSON.
fn json_error(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let value = arguments.get(1).cloned().unwrap_or_default();
    let Some(error) = value.as_object().filter(|object| is_error(object, context)) else {
        return Ok(value);
    };
    let shown = JsObject::with_object_proto(context.intrinsics());
    for (key, value) in error_members(&error, context)? {
        shown.create_data_property_or_throw(js_string!(key), value, context)?;
    }
    assign(&shown, &error, context)?;
    Ok(shown.into())
}

/// Shows errors within the line of a failure: an error's name, message, code and stack are no members of their own,
/// so JSON would leave them out.
fn with_enumerable_properties(
    _: &JsValue,
    arguments: &[JsValue],
    context: &mut Context,
) -> JsResult<JsValue> {
    let value = arguments.get(1).cloned().unwrap_or_default();
    let Some(error) = value.as_object().filter(|object| is_error(object, context)) else {
        return Ok(value);
    };
    let shown = JsObject::with_object_proto(context.intrinsics());
    for (key, from) in [
        ("errorType", "name"),
        ("errorMessage", "message"),
        ("code", "code"),
    ] {
        let member = error.get(js_string!(from), context)?;
        shown.create_data_property_or_throw(js_string!(key), member, context)?;
    }
    assign(&shown, &error, context)?;
    let stack = error.get(js_string!("stack"), context)?;
    if stack.is_string() {
        let lines = lines(&stack, context);
        shown.create_data_property_or_throw(js_string!("stack"), lines, context)?;
    }
    Ok(shown.into())
}

/// The lines of a text as a list; anything else as it is.
fn lines(text: &JsValue, context: &mut Context) -> JsValue {
    let Some(text) = text.as_string() else {
        return text.clone();
    };
    let text = text.to_std_string_lossy();
    let lines: Vec<JsValue> = text
        .split('\n')
        .map(|line| js_string!(line).into())
        .collect();
    JsArray::from_iter(lines, context).into()
}

/// `Object.assign`
fn assign(target: &JsObject, source: &JsObject, context: &mut Context) -> JsResult<()> {
    for key in source.own_property_keys(context)? {
        let property = source.borrow().properties().get(&key);
        if property.is_some_and(|property| property.enumerable().unwrap_or(false)) {
            let value = source.get(key.clone(), context)?;
            target.create_data_property_or_throw(key, value, context)?;
        }
    }
    Ok(())
}
