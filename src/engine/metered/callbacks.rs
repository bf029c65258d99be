//! What is handed to a built-in that calls it, and is no function: V8 says what it is.

use boa_engine::builtins::error::Error;
use boa_engine::{Context, JsNativeError, JsResult, JsValue};

use crate::class_name::class_name;

/// V8's error if this argument is no function.
pub(super) fn check(arguments: &[JsValue], context: &mut Context) -> JsResult<()> {
    let value = arguments.first().cloned().unwrap_or_default();
    if value.is_callable() {
        return Ok(());
    }
    let text = format!("{} is not a function", name_of(&value, context)?);
    Err(JsNativeError::typ().with_message(text).into())
}

/// V8's error if this is neither a function nor left out.
pub(super) fn check_comparison(arguments: &[JsValue]) -> JsResult<()> {
    match arguments.first() {
        Some(value) if !value.is_undefined() && !value.is_callable() => {
            let text = "The comparison function must be either a function or undefined";
            Err(JsNativeError::typ().with_message(text).into())
        }
        _ => Ok(()),
    }
}

/// A value as V8 names it in a message, without running code of the reader's.
fn name_of(value: &JsValue, context: &mut Context) -> JsResult<String> {
    let Some(object) = value.as_object() else {
        return Ok(match value.as_symbol() {
            Some(symbol) => symbol.descriptive_string(),
            None => value.to_string(context)?,
        }
        .to_std_string_lossy());
    };
    if object.is::<Error>() {
        return Ok(crate::error_stack::header(&object, context));
    }
    if object.is_array() {
        return Ok("[object Array]".to_owned());
    }
    let name = object
        .prototype()
        .and_then(|prototype| class_name(&prototype));
    Ok(match name {
        Some(name) => format!("#<{name}>"),
        None => "[object Object]".to_owned(),
    })
}
