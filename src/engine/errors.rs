//! What was thrown, as the error document that Lambda answers with.
//!
//! Rules of AWS's runtime client: whatever has a `name`, a `message` and a `stack` that are non-empty strings is
//! reported by them; anything else by its type and its text.

use boa_engine::builtins::error::Error;
use boa_engine::{Context, JsError, JsObject, JsResult, JsValue, js_string};
use domain::lambda::FunctionError;

use crate::hints;
use crate::host::Host;
use crate::places::SourceMap;

/// Why a piece of the reader's code, or of the runtime around it, did not end normally.
#[derive(Debug)]
pub(crate) enum Thrown {
    /// Something was thrown in JavaScript.
    Value(JsError),
    /// The runtime's own report.
    Report(FunctionError),
}

impl From<JsError> for Thrown {
    fn from(error: JsError) -> Thrown {
        Thrown::Value(error)
    }
}

/// Whether an object is an error, or made from one.
pub(crate) fn is_error(object: &JsObject, context: &mut Context) -> bool {
    if object.is::<Error>() {
        return true;
    }
    let prototype = context.intrinsics().constructors().error().prototype();
    let mut next = object.prototype();
    while let Some(current) = next {
        if JsObject::equals(&current, &prototype) {
            return true;
        }
        next = current.prototype();
    }
    false
}

/// The value that was thrown. For an error that no code can catch it is what Node.js would have thrown.
pub(crate) fn thrown_value(error: JsError, context: &mut Context) -> JsValue {
    // Either the limit itself, or what boa took for impossible when it met the limit in an odd place.
    if error.as_engine().is_some() {
        // The backtrace of this error is as long as the recursion was deep; its first lines tell all.
        let frames = Host::of(context).source().frames(&error.to_string());
        let native =
            boa_engine::JsNativeError::range().with_message(crate::reports::STACK_OVERFLOW);
        let object = native.into_opaque(context);
        let head = crate::error_stack::header(&object, context);
        let stack: Vec<String> = std::iter::once(head).chain(frames).collect();
        crate::error_stack::set_stack(&object, &stack.join("\n"), context);
        return object.into();
    }
    error.into_opaque(context).unwrap_or_default()
}

/// The report of a value that was thrown, rejected with, or handed to `callback`.
pub(crate) fn describe_value(value: &JsValue, context: &mut Context) -> FunctionError {
    match read(value, context) {
        Ok(report) => report,
        Err(_) => FunctionError::new(
            "handled",
            "callback called with Error argument, but there was a problem while retrieving one or more of its \
             message, name, and stack",
        ),
    }
}

fn read(value: &JsValue, context: &mut Context) -> JsResult<FunctionError> {
    let object = value.as_object();
    if let Some(object) = &object {
        // The stack first: it gives an error of boa's the text of Node.js.
        let mut text = |key: &str| -> JsResult<Option<String>> {
            let value = object.get(js_string!(key), context)?;
            Ok(value.as_string().map(|text| text.to_std_string_lossy()))
        };
        let (stack, name, message) = (text("stack")?, text("name")?, text("message")?);
        let looks_like_one = [&name, &message, &stack]
            .iter()
            .all(|text| text.as_ref().is_some_and(|text| !text.is_empty()));
        if object.is::<Error>() || looks_like_one {
            let (name, message) = (name.unwrap_or_default(), message.unwrap_or_default());
            return Ok(report(&name, &message, &stack.unwrap_or_default()));
        }
    }
    let text = match object {
        Some(object) => {
            let to_string = object.get(js_string!("toString"), context)?;
            let to_string = to_string.as_callable().ok_or_else(crate::meter::stop)?;
            to_string.call(value, &[], context)?.to_string(context)?
        }
        None => match value.as_symbol() {
            Some(symbol) => symbol.descriptive_string(),
            None => value.to_string(context)?,
        },
    };
    let text = text.to_std_string_lossy();
    Ok(FunctionError::new(value.type_of(), text).with_hint(hints::NO_ERROR))
}

/// A report of an error's three texts.
pub(crate) fn report(name: &str, message: &str, stack: &str) -> FunctionError {
    // A DEL character in an error breaks a header that carries it, so the runtime client writes it as %7F.
    let safe = |text: &str| text.replace('\u{7f}', "%7F");
    let stack: Vec<String> = safe(stack).split('\n').map(str::to_owned).collect();
    FunctionError {
        error_type: safe(name),
        error_message: safe(message),
        position: stack.iter().find_map(|frame| SourceMap::place_in(frame)),
        hint: hints::for_error(name, message),
        stack,
    }
}

/// A report in the runtime's own words, with the frames of what lies behind it.
pub(crate) fn runtime_report(
    error_type: &str,
    message: &str,
    behind: Option<&FunctionError>,
) -> FunctionError {
    let mut stack = format!("{error_type}: {message}");
    if let Some(behind) = behind {
        let frames = behind
            .stack
            .iter()
            .filter(|line| line.starts_with("    at "));
        for frame in frames {
            stack.push('\n');
            stack.push_str(frame);
        }
    }
    report(error_type, message, &stack)
}
