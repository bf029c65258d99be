//! The module `buffer`, with `atob` and `btoa`.

use boa_engine::{Context, JsNativeError, JsObject, JsResult, JsValue, js_string};

use super::class::prototype;
use crate::globals::define_function;
use crate::node::bytes::charge;
use crate::node::encoding::Encoding;
use crate::node::web_events::dom_exception;

pub(crate) fn module(context: &mut Context) -> JsResult<JsValue> {
    let module = JsObject::with_object_proto(context.intrinsics());
    let class = prototype(context)?.get(js_string!("constructor"), context)?;
    module.set(js_string!("Buffer"), class, true, context)?;
    define_function(&module, "atob", 1, atob, context)?;
    define_function(&module, "btoa", 1, btoa, context)?;
    for (name, value) in [
        ("kMaxLength", 4_294_967_296_f64),
        ("kStringMaxLength", 536_870_888_f64),
    ] {
        module.set(js_string!(name), value, true, context)?;
    }
    let constants = JsObject::with_object_proto(context.intrinsics());
    constants.set(js_string!("MAX_LENGTH"), 4_294_967_296_f64, true, context)?;
    constants.set(
        js_string!("MAX_STRING_LENGTH"),
        536_870_888_f64,
        true,
        context,
    )?;
    module.set(js_string!("constants"), constants, true, context)?;
    Ok(module.into())
}

fn text(arguments: &[JsValue], context: &mut Context) -> JsResult<boa_engine::JsString> {
    let Some(value) = arguments.first() else {
        let error = JsNativeError::typ().with_message("The \"data\" argument must be specified");
        return Err(crate::node::argument_errors::coded(
            error,
            "ERR_MISSING_ARGS",
            context,
        ));
    };
    let text = value.to_string(context)?;
    charge(text.len(), context)?;
    Ok(text)
}

fn btoa(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let text = text(arguments, context)?;
    if text.iter().any(|unit| unit > 255) {
        return Err(dom_exception(
            "Invalid character",
            "InvalidCharacterError",
            context,
        )?);
    }
    let bytes = Encoding::Latin1.bytes_of(&text);
    Ok(Encoding::Base64.text_of(&bytes).into())
}

fn atob(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let text = text(arguments, context)?.to_std_string_lossy();
    let is_space = |letter: char| matches!(letter, '\t' | '\n' | '\u{c}' | '\r' | ' ');
    let mut letters: String = text.chars().filter(|letter| !is_space(*letter)).collect();
    if letters.len().is_multiple_of(4) {
        let padding = letters.len() - letters.trim_end_matches('=').len();
        letters.truncate(letters.len() - padding.min(2));
    }
    let is_letter = |letter: char| letter.is_ascii_alphanumeric() || letter == '+' || letter == '/';
    let message = match letters.len() % 4 {
        _ if !letters.chars().all(is_letter) => Some("Invalid character"),
        1 => Some("The string to be decoded is not correctly encoded."),
        _ => None,
    };
    if let Some(message) = message {
        return Err(dom_exception(message, "InvalidCharacterError", context)?);
    }
    let bytes = Encoding::Base64.bytes_of(&js_string!(letters));
    Ok(Encoding::Latin1.text_of(&bytes).into())
}
