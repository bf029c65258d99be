//! Methods that take buffers as wholes or cut them: `equals`, `compare`, `copy`, `fill`, `slice`, `swap…`.

use boa_engine::native_function::NativeFunctionPointer;
use boa_engine::{Context, JsNativeError, JsObject, JsResult, JsValue, js_string};

use super::class::{argument_bytes, position, this_bytes};
use crate::globals::define_function;
use crate::node::argument_errors::{coded, invalid_value, out_of_range};
use crate::node::bytes::{Bytes, charge, charge_copy, shared_buffer};
use crate::node::encoding::Encoding;

pub(super) fn install(prototype: &JsObject, context: &mut Context) -> JsResult<()> {
    let functions: [(&str, usize, NativeFunctionPointer); 9] = [
        ("equals", 1, |this, arguments, context| {
            let other = arguments.first().cloned().unwrap_or_default();
            let (bytes, other) = (
                this_bytes(this, context)?,
                argument_bytes(&other, "otherBuffer", context)?,
            );
            charge(bytes.len.min(other.len), context)?;
            Ok(bytes
                .read(|bytes| other.read(|other| bytes == other))
                .into())
        }),
        ("compare", 5, compare),
        ("copy", 4, copy),
        ("fill", 4, fill),
        ("slice", 2, slice),
        ("subarray", 2, slice),
        ("swap16", 0, |this, _, context| swap(this, 2, context)),
        ("swap32", 0, |this, _, context| swap(this, 4, context)),
        ("swap64", 0, |this, _, context| swap(this, 8, context)),
    ];
    for (name, length, function) in functions {
        define_function(prototype, name, length, function, context)?;
    }
    Ok(())
}

fn slice(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let bytes = this_bytes(this, context)?;
    let start = position(arguments.first(), 0, bytes.len, context)?;
    let end = position(arguments.get(1), bytes.len, bytes.len, context)?;
    shared_buffer(bytes.part(start, end.max(start)), context)
}

/// An offset that has to lie within the length.
fn offset(
    value: Option<&JsValue>,
    name: &str,
    absent: usize,
    most: usize,
    context: &mut Context,
) -> JsResult<usize> {
    let Some(value) = value.filter(|value| !value.is_undefined()) else {
        return Ok(absent);
    };
    let number = value.to_number(context)?;
    let number = if number.is_nan() { 0.0 } else { number.trunc() };
    if number < 0.0 || number > most as f64 {
        return Err(out_of_range(
            name,
            &format!(">= 0 && <= {most}"),
            value,
            context,
        ));
    }
    Ok(number as usize)
}

fn compare(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let bytes = this_bytes(this, context)?;
    let target = arguments.first().cloned().unwrap_or_default();
    let target = argument_bytes(&target, "target", context)?;
    let target_start = offset(arguments.get(1), "targetStart", 0, target.len, context)?;
    let target_end = offset(
        arguments.get(2),
        "targetEnd",
        target.len,
        target.len,
        context,
    )?;
    let start = offset(arguments.get(3), "sourceStart", 0, bytes.len, context)?;
    let end = offset(arguments.get(4), "sourceEnd", bytes.len, bytes.len, context)?;
    let target = target.part(target_start, target_end.max(target_start));
    let bytes = bytes.part(start, end.max(start));
    charge(bytes.len.min(target.len), context)?;
    let order = bytes.read(|bytes| target.read(|target| bytes.cmp(target)));
    Ok((order as i32).into())
}

fn copy(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let source = this_bytes(this, context)?;
    let target = arguments.first().cloned().unwrap_or_default();
    let target = argument_bytes(&target, "target", context)?;
    let number = |value: Option<&JsValue>, absent: usize, context: &mut Context| -> JsResult<f64> {
        let value = value.filter(|value| !value.is_undefined());
        let number = value.map_or(Ok(absent as f64), |value| value.to_number(context))?;
        Ok(if number.is_nan() { 0.0 } else { number.trunc() })
    };
    let target_start = number(arguments.get(1), 0, context)?;
    let start = number(arguments.get(2), 0, context)?;
    let end = number(arguments.get(3), source.len, context)?;
    for (name, value, most) in [
        ("targetStart", target_start, f64::MAX),
        ("sourceStart", start, source.len as f64),
        ("sourceEnd", end, f64::MAX),
    ] {
        if value < 0.0 || value > most {
            let range = if most == f64::MAX {
                ">= 0".to_owned()
            } else {
                format!(">= 0 && <= {most}")
            };
            return Err(out_of_range(name, &range, &value.into(), context));
        }
    }
    if target_start >= target.len as f64 || start >= end {
        return Ok(0.into());
    }
    let (target_start, start) = (target_start as usize, start as usize);
    let end = end.min(source.len as f64) as usize;
    let len = (end - start).min(target.len - target_start);
    charge_copy(len, context)?;
    let bytes = source.part(start, start + len).to_vec();
    target
        .part(target_start, target_start + len)
        .change(|target| {
            let len = target.len().min(bytes.len());
            target[..len].copy_from_slice(&bytes[..len]);
        });
    Ok((len as f64).into())
}

fn fill(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let bytes = this_bytes(this, context)?;
    let value = arguments.first().cloned().unwrap_or_default();
    // `fill(value, encoding)` and `fill(value, offset, encoding)` are other forms of the same.
    let is_text = |at: usize| arguments.get(at).is_some_and(JsValue::is_string);
    let places = [1, 2].map(|at| arguments.get(at).filter(|_| !is_text(at)));
    let encoding = [1, 2, 3].into_iter().find(|at| is_text(*at));
    let encoding = encoding
        .and_then(|at| arguments.get(at))
        .cloned()
        .unwrap_or_default();
    let start = offset(places[0], "offset", 0, bytes.len, context)?;
    let end = offset(places[1], "end", bytes.len, bytes.len, context)?;
    if start < end {
        fill_bytes(&bytes.part(start, end), &value, &encoding, context)?;
    }
    Ok(this.clone())
}

/// Repeats a string, a number or bytes over a stretch of memory.
pub(super) fn fill_bytes(
    bytes: &Bytes,
    value: &JsValue,
    encoding: &JsValue,
    context: &mut Context,
) -> JsResult<()> {
    charge_copy(bytes.len, context)?;
    let pattern = if let Some(text) = value.as_string() {
        let pattern = Encoding::of_value(encoding, context)?.bytes_of(&text);
        if pattern.is_empty() && !text.is_empty() {
            return Err(invalid_value("value", "is invalid", value, context));
        }
        pattern
    } else if let Some(pattern) = Bytes::of_uint8_array(value, context) {
        if pattern.len == 0 {
            return Err(invalid_value("value", "is invalid", value, context));
        }
        pattern.to_vec()
    } else {
        vec![value.to_u32(context)? as u8]
    };
    let pattern = if pattern.is_empty() { vec![0] } else { pattern };
    bytes.change(|bytes| match *pattern {
        [byte] => bytes.fill(byte),
        _ => {
            for chunk in bytes.chunks_mut(pattern.len()) {
                chunk.copy_from_slice(&pattern[..chunk.len()]);
            }
        }
    });
    Ok(())
}

fn swap(this: &JsValue, size: usize, context: &mut Context) -> JsResult<JsValue> {
    let bytes = this_bytes(this, context)?;
    if bytes.len % size != 0 {
        let message = format!("Buffer size must be a multiple of {}-bits", size * 8);
        let error = JsNativeError::range().with_message(message);
        return Err(coded(error, "ERR_INVALID_BUFFER_SIZE", context));
    }
    charge(bytes.len, context)?;
    bytes.change(|bytes| bytes.chunks_exact_mut(size).for_each(<[u8]>::reverse));
    Ok(this.clone())
}

/// `{ type: 'Buffer', data: […] }`
pub(super) fn to_json(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let bytes = this_bytes(this, context)?;
    charge(bytes.len * 4, context)?;
    let bytes = bytes.to_vec();
    let data = boa_engine::object::builtins::JsArray::from_iter(
        bytes.into_iter().map(JsValue::from),
        context,
    );
    let object = JsObject::with_object_proto(context.intrinsics());
    object.create_data_property_or_throw(js_string!("type"), js_string!("Buffer"), context)?;
    object.create_data_property_or_throw(js_string!("data"), data, context)?;
    Ok(object.into())
}
