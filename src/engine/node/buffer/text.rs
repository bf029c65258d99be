//! Buffers and strings: `toString`, `write`, `toJSON`, and how a buffer is printed.

use boa_engine::native_function::NativeFunctionPointer;
use boa_engine::object::FunctionObjectBuilder;
use boa_engine::property::PropertyDescriptor;
use boa_engine::{Context, JsNativeError, JsObject, JsResult, JsValue, NativeFunction, js_string};

use super::class::this_bytes;
use super::whole::to_json;
use crate::globals::define_function;
use crate::node::argument_errors::{coded, invalid_type, out_of_range};
use crate::node::bytes::charge;
use crate::node::encoding::Encoding;
use crate::node::inspect_symbol;

/// Bytes that are shown when a buffer is printed.
const MOST_BYTES_SHOWN: usize = 50;

pub(super) fn install(prototype: &JsObject, context: &mut Context) -> JsResult<()> {
    let functions: [(&str, usize, NativeFunctionPointer); 4] = [
        ("toString", 3, to_string),
        ("toLocaleString", 3, to_string),
        ("toJSON", 0, to_json),
        ("write", 4, write),
    ];
    for (name, length, function) in functions {
        define_function(prototype, name, length, function, context)?;
    }
    define_function(prototype, "inspect", 0, inspect, context)?;
    let function =
        FunctionObjectBuilder::new(context.realm(), NativeFunction::from_fn_ptr(inspect))
            .name(js_string!("inspect"))
            .build();
    let property = PropertyDescriptor::builder()
        .value(function)
        .writable(true)
        .configurable(true);
    prototype.define_property_or_throw(inspect_symbol(context)?, property, context)?;
    Ok(())
}

/// A place within the buffer: what lies beyond it is moved to its end, and less than nothing to its start.
fn place(
    value: Option<&JsValue>,
    absent: usize,
    len: usize,
    context: &mut Context,
) -> JsResult<usize> {
    let Some(value) = value.filter(|value| !value.is_undefined()) else {
        return Ok(absent);
    };
    let number = value.to_number(context)?;
    Ok(if number.is_nan() {
        0
    } else {
        number.clamp(0.0, len as f64) as usize
    })
}

fn to_string(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let bytes = this_bytes(this, context)?;
    let encoding = arguments.first().cloned().unwrap_or_default();
    let encoding = Encoding::of_value(&encoding, context)?;
    let start = place(arguments.get(1), 0, bytes.len, context)?;
    let end = place(arguments.get(2), bytes.len, bytes.len, context)?;
    let bytes = bytes.part(start, end.max(start));
    charge(bytes.len, context)?;
    Ok(bytes.read(|bytes| encoding.text_of(bytes)).into())
}

/// `write(string[, offset[, length]][, encoding])`: as many whole characters as fit.
fn write(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let bytes = this_bytes(this, context)?;
    let value = arguments.first().cloned().unwrap_or_default();
    let Some(text) = value.as_string() else {
        let error = JsNativeError::typ().with_message("argument must be a string");
        return Err(coded(error, "ERR_INVALID_ARG_TYPE", context));
    };
    let is_text = |at: usize| arguments.get(at).is_some_and(JsValue::is_string);
    let encoding = [1, 2, 3].into_iter().find(|at| is_text(*at));
    let encoding = encoding
        .and_then(|at| arguments.get(at))
        .cloned()
        .unwrap_or_default();
    let encoding = Encoding::of_value(&encoding, context)?;
    let mut number = |at: usize, name: &str, absent: usize, most: usize| -> JsResult<usize> {
        let Some(value) = arguments
            .get(at)
            .filter(|value| !value.is_undefined() && !is_text(at))
        else {
            return Ok(absent);
        };
        let Some(number) = value.as_number() else {
            let wanted = format!("\"{name}\" argument must be of type number");
            return Err(invalid_type(&wanted, value, context));
        };
        if number < 0.0 || number > most as f64 || number.is_nan() {
            return Err(out_of_range(
                name,
                &format!(">= 0 && <= {most}"),
                value,
                context,
            ));
        }
        Ok(number as usize)
    };
    let offset = number(1, "offset", 0, bytes.len)?;
    let room = number(2, "length", bytes.len - offset, bytes.len)?.min(bytes.len - offset);
    charge(text.len(), context)?;
    let mut new = encoding.bytes_of(&text);
    if new.len() > room {
        new.truncate(whole_characters(&new, room, encoding));
    }
    bytes.part(offset, offset + new.len()).change(|bytes| {
        let len = bytes.len();
        bytes.copy_from_slice(&new[..len]);
    });
    Ok((new.len() as f64).into())
}

/// The most bytes, up to `room`, that end with a whole character.
fn whole_characters(bytes: &[u8], room: usize, encoding: Encoding) -> usize {
    match encoding {
        Encoding::Utf8 => (0..=room)
            .rev()
            .find(|end| bytes.get(*end).is_none_or(|byte| byte & 0xc0 != 0x80))
            .unwrap_or(0),
        Encoding::Utf16Le => room & !1,
        _ => room,
    }
}

/// `<Buffer 68 65 6c … 1 more byte>`
fn inspect(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let bytes = this_bytes(this, context)?;
    let shown = bytes.part(0, bytes.len.min(MOST_BYTES_SHOWN)).to_vec();
    let shown_bytes: Vec<String> = shown.iter().map(|byte| format!("{byte:02x}")).collect();
    let mut text = format!("<Buffer {}", shown_bytes.join(" "));
    if bytes.len > shown.len() {
        let more = bytes.len - shown.len();
        text += &format!(" ... {more} more byte{}", if more == 1 { "" } else { "s" });
    }
    text.push('>');
    Ok(js_string!(text).into())
}
