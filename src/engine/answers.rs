//! How a function answers: what `callback`, `context.succeed`, `fail`, `done` and a returned promise come to.
//!
//! The rules are those of AWS's runtime client (CallbackContext): the first call wins and the rest do nothing; an
//! error is logged and sent at once; a result given to `callback` waits for an empty event loop, any other is sent at
//! once. A result that cannot be written as JSON throws where it is sent, so the reader's code may catch it there.

use boa_engine::{Context, JsError, JsNativeError, JsResult, JsValue, js_string};
use domain::lambda::{FunctionError, LogLevel, NodeRuntime};

use crate::errors::{describe_value, thrown_value};
use crate::host::Host;
use crate::log_format::{into_error, log_failure};

/// What the function answered.
#[derive(Clone, Debug)]
pub(crate) enum Answer {
    /// A result as JSON text, sent.
    Result(String),
    /// A failure, sent.
    Failure(FunctionError),
    /// A result that is sent when the event loop has run empty.
    Later(JsValue),
}

const CANNOT_BE_WRITTEN: &str = "Unable to stringify response body";
const ANSWERED_TWICE: &str = "Invocation has already been reported as done. Cannot call complete more than once per invocation.";

/// `callback(error, result)`: anything but undefined and null is an error, `0`, `''` and `false` included.
pub(crate) fn callback(error: &JsValue, result: JsValue, context: &mut Context) -> JsResult<()> {
    let host = Host::of(context);
    first_only(&host, context, |context| {
        if !error.is_null_or_undefined() {
            fail(error, context);
        } else if host.waits_for_empty_loop.borrow().to_boolean() {
            host.answer.replace(Some(Answer::Later(result)));
        } else {
            succeed(&result, context)?;
        }
        Ok(())
    })
}

/// The handler threw, its promise was rejected, or it called `context.fail`.
pub(crate) fn throw(error: &JsValue, context: &mut Context) -> JsResult<()> {
    let host = Host::of(context);
    first_only(&host, context, |context| {
        fail(error, context);
        Ok(())
    })
}

/// `context.done(error, result)`, and `context.succeed(result)` with no error.
pub(crate) fn done(error: &JsValue, result: &JsValue, context: &mut Context) -> JsResult<()> {
    let host = Host::of(context);
    first_only(&host, context, |context| {
        if error.is_null_or_undefined() {
            succeed(result, context)
        } else {
            fail(error, context);
            Ok(())
        }
    })
}

/// Does it unless something was called before; what throws does not count as called.
fn first_only(
    host: &Host,
    context: &mut Context,
    act: impl FnOnce(&mut Context) -> JsResult<()>,
) -> JsResult<()> {
    if !host.is_finished.get() {
        act(context)?;
        host.is_finished.set(true);
    }
    Ok(())
}

/// Sends a failure. For the log the runtime client makes an error of whatever it is; if that fails, the failure of
/// that is sent.
pub(crate) fn fail(error: &JsValue, context: &mut Context) {
    let host = Host::of(context);
    host.is_default_end.set(false);
    let not_an_error = match into_error(error, context) {
        Ok(_) => None,
        Err(error) => Some(thrown_value(error, context)),
    };
    let error = not_an_error.as_ref().unwrap_or(error);
    let report = match error.is_undefined() {
        true => FunctionError::new("undefined", "undefined"),
        false => describe_value(error, context),
    };
    log_failure("Invoke Error", error, context);
    host.answer.replace(Some(Answer::Failure(report)));
}

/// Sends a result.
pub(crate) fn succeed(result: &JsValue, context: &mut Context) -> JsResult<()> {
    let host = Host::of(context);
    host.is_default_end.set(false);
    if host.is_completed.replace(true) {
        host.write_log(LogLevel::Error, ANSWERED_TWICE.to_owned(), context);
        return Ok(());
    }
    let text = stringify(result, context)?;
    host.answer.replace(Some(Answer::Result(text)));
    Ok(())
}

/// What stands for an error that is undefined or null: `fail()` of the runtime client reports the word `handled`;
/// Node.js 24 reports the value itself.
pub(crate) fn failure_without_error(context: &Context) -> JsValue {
    match Host::of(context).runtime.get() {
        NodeRuntime::Node24 => JsValue::undefined(),
        _ => js_string!("handled").into(),
    }
}

/// The result as JSON text: `undefined` is `null`, and so is whatever JSON cannot hold at all, such as a function.
fn stringify(value: &JsValue, context: &mut Context) -> JsResult<String> {
    let host = Host::of(context);
    let value = match value.is_undefined() {
        true => JsValue::null(),
        false => value.clone(),
    };
    let json_stringify = host.intact().json_stringify;
    match json_stringify.call(&JsValue::undefined(), &[value], context) {
        Ok(text) => Ok(text
            .as_string()
            .map_or_else(|| "null".to_owned(), |text| text.to_std_string_lossy())),
        Err(error) if error.as_engine().is_none() => Err(cannot_be_written(context)),
        Err(error) => Err(error),
    }
}

/// What the runtime client throws for a result that JSON cannot hold.
fn cannot_be_written(context: &mut Context) -> JsError {
    let native = JsNativeError::error().with_message(CANNOT_BE_WRITTEN);
    let error = native.into_opaque(context);
    if Host::of(context).runtime.get() == NodeRuntime::Node24 {
        let name = js_string!("Runtime.JSONStringifyError");
        // A new object of ours takes any member.
        let _ = error.set(js_string!("name"), name, false, context);
    }
    JsError::from_opaque(error.into())
}
