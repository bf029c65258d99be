//! How buffers are made: `Buffer.from`, `alloc`, `concat`, and the functions of the class that ask about buffers.

use boa_engine::native_function::NativeFunctionPointer;
use boa_engine::object::builtins::{JsArray, JsArrayBuffer};
use boa_engine::{Context, JsObject, JsResult, JsSymbol, JsValue, js_string};

use super::class::{argument_bytes, prototype};
use super::whole::fill_bytes;
use crate::globals::define_function;
use crate::host::Host;
use crate::node::argument_errors::{invalid_type, out_of_range};
use crate::node::bytes::{Bytes, charge, charge_copy, new_buffer, new_zeros, shared_buffer};
use crate::node::encoding::Encoding;

/// The largest size that Node.js itself allows.
const MAX_LENGTH: f64 = 4_294_967_296.0;

pub(super) fn install(constructor: &JsObject, context: &mut Context) -> JsResult<()> {
    let functions: [(&str, usize, NativeFunctionPointer); 8] = [
        ("from", 3, |_, arguments, context| from(arguments, context)),
        ("alloc", 3, alloc),
        ("allocUnsafe", 1, |_, arguments, context| {
            zeros(arguments, context)
        }),
        ("allocUnsafeSlow", 1, |_, arguments, context| {
            zeros(arguments, context)
        }),
        ("concat", 2, concat),
        ("byteLength", 2, byte_length),
        ("isBuffer", 1, |_, arguments, context| {
            let value = arguments.first().and_then(JsValue::as_object);
            let buffer = prototype(context)?;
            let mut next = value.and_then(|value| value.prototype());
            while let Some(current) = next {
                if JsObject::equals(&current, &buffer) {
                    return Ok(true.into());
                }
                next = current.prototype();
            }
            Ok(false.into())
        }),
        ("compare", 2, |_, arguments, context| {
            let [first, second] = [0, 1].map(|at| arguments.get(at).cloned().unwrap_or_default());
            let first = argument_bytes(&first, "buf1", context)?;
            let second = argument_bytes(&second, "buf2", context)?;
            charge(first.len.min(second.len), context)?;
            let order = first.read(|first| second.read(|second| first.cmp(second)));
            Ok((order as i32).into())
        }),
    ];
    for (name, length, function) in functions {
        define_function(constructor, name, length, function, context)?;
    }
    define_function(
        constructor,
        "isEncoding",
        1,
        |_, arguments, _| {
            let name = arguments.first().and_then(JsValue::as_string);
            let known =
                name.is_some_and(|name| Encoding::of_name(&name.to_std_string_lossy()).is_some());
            Ok(known.into())
        },
        context,
    )?;
    constructor.set(js_string!("poolSize"), 8192, true, context)?;
    Ok(())
}

/// `new Buffer(…)`, and the way by which typed arrays make more of their kind.
pub(super) fn construct(
    _: &JsValue,
    arguments: &[JsValue],
    context: &mut Context,
) -> JsResult<JsValue> {
    match arguments.first() {
        Some(size) if size.is_number() => zeros(arguments, context),
        _ => from(arguments, context),
    }
}

fn from(arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let value = arguments.first().cloned().unwrap_or_default();
    let second = arguments.get(1).cloned().unwrap_or_default();
    if let Some(text) = value.as_string() {
        let encoding = if second.is_string() {
            Encoding::of_value(&second, context)?
        } else {
            Encoding::Utf8
        };
        charge(text.len(), context)?;
        return new_buffer(&encoding.bytes_of(&text), context);
    }
    let Some(object) = value.as_object().filter(|object| !object.is_callable()) else {
        return Err(not_convertible(&value, context));
    };
    if let Ok(buffer) = JsArrayBuffer::from_object(object.clone()) {
        return from_array_buffer(buffer, &second, arguments.get(2), context);
    }
    if let Some(bytes) = Bytes::of_uint8_array(&value, context) {
        return new_buffer(&bytes.to_vec(), context);
    }
    // What wraps a primitive is taken for it.
    let value_of = object.get(js_string!("valueOf"), context)?;
    if let Some(value_of) = value_of.as_callable() {
        let inner = value_of.call(&value, &[], context)?;
        let is_same = inner
            .as_object()
            .is_some_and(|inner| JsObject::equals(&inner, &object));
        if !inner.is_null_or_undefined() && !is_same && (inner.is_string() || inner.is_object()) {
            let mut arguments = arguments.to_vec();
            arguments[0] = inner;
            return from(&arguments, context);
        }
    }
    let length = object.get(js_string!("length"), context)?;
    if !length.is_undefined() {
        let length = if length.is_number() {
            addressable(length.to_length(context)?)
        } else {
            0
        };
        return from_list(&object, length, context);
    }
    if object
        .get(js_string!("type"), context)?
        .as_string()
        .is_some_and(|kind| kind == "Buffer")
        && let Some(data) = object.get(js_string!("data"), context)?.as_object()
        && data.is_array()
    {
        let length = data
            .get(js_string!("length"), context)?
            .to_length(context)?;
        return from_list(&data, addressable(length), context);
    }
    let to_primitive = object.get(JsSymbol::to_primitive(), context)?;
    if let Some(to_primitive) = to_primitive.as_callable() {
        let inner = to_primitive.call(&value, &[js_string!("string").into()], context)?;
        if inner.is_string() {
            return from(&[inner, second], context);
        }
    }
    Err(not_convertible(&value, context))
}

fn not_convertible(value: &JsValue, context: &mut Context) -> boa_engine::JsError {
    let wanted = "first argument must be of type string or an instance of Buffer, ArrayBuffer, or Array or an \
                  Array-like Object";
    invalid_type(wanted, value, context)
}

fn from_array_buffer(
    buffer: JsArrayBuffer,
    offset: &JsValue,
    length: Option<&JsValue>,
    context: &mut Context,
) -> JsResult<JsValue> {
    let whole = buffer.byte_length();
    let number = |value: &JsValue, context: &mut Context| -> JsResult<f64> {
        let number = value.to_number(context)?;
        Ok(if number.is_nan() { 0.0 } else { number.trunc() })
    };
    let outside = |what: &str, context: &mut Context| {
        let message = format!("\"{what}\" is outside of buffer bounds");
        let error = boa_engine::JsNativeError::range().with_message(message);
        crate::node::argument_errors::coded(error, "ERR_BUFFER_OUT_OF_BOUNDS", context)
    };
    let offset = if offset.is_undefined() {
        0.0
    } else {
        number(offset, context)?
    };
    if offset < 0.0 || offset > whole as f64 {
        return Err(outside("offset", context));
    }
    let offset = offset as usize;
    let len = match length.filter(|length| !length.is_undefined()) {
        None => whole - offset,
        Some(length) => {
            let length = number(length, context)?.max(0.0);
            if length > (whole - offset) as f64 {
                return Err(outside("length", context));
            }
            length as usize
        }
    };
    shared_buffer(
        Bytes {
            buffer,
            offset,
            len,
        },
        context,
    )
}

fn from_list(list: &JsObject, length: usize, context: &mut Context) -> JsResult<JsValue> {
    let mut bytes = Vec::new();
    for index in 0..length {
        charge(4, context)?;
        bytes.push(list.get(index as u64, context)?.to_uint8(context)?);
    }
    new_buffer(&bytes, context)
}

/// The first argument as a size.
fn size(arguments: &[JsValue], context: &mut Context) -> JsResult<usize> {
    let value = arguments.first().cloned().unwrap_or_default();
    let Some(number) = value.as_number() else {
        return Err(invalid_type(
            "\"size\" argument must be of type number",
            &value,
            context,
        ));
    };
    if !(0.0..=MAX_LENGTH).contains(&number) {
        let range = format!(">= 0 && <= {MAX_LENGTH}");
        return Err(out_of_range("size", &range, &value, context));
    }
    Ok(number as usize)
}

fn zeros(arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let size = size(arguments, context)?;
    new_zeros(size, context)
}

fn alloc(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let buffer = zeros(arguments, context)?;
    let fill = arguments.get(1).cloned().unwrap_or_default();
    if !fill.is_undefined() && fill.as_number() != Some(0.0) {
        let bytes = argument_bytes(&buffer, "buffer", context)?;
        let encoding = arguments.get(2).cloned().unwrap_or_default();
        fill_bytes(&bytes, &fill, &encoding, context)?;
    }
    Ok(buffer)
}

fn concat(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let value = arguments.first().cloned().unwrap_or_default();
    let list = value
        .as_object()
        .and_then(|list| JsArray::from_object(list).ok());
    let Some(list) = list else {
        return Err(invalid_type(
            "\"list\" argument must be an instance of Array",
            &value,
            context,
        ));
    };
    let length = list.length(context)?;
    let wanted = match arguments.get(1).filter(|length| !length.is_undefined()) {
        Some(length) => Some(addressable(length.to_length(context)?)),
        None => None,
    };
    let mut whole = Vec::new();
    for index in 0..length {
        let part = list.get(index, context)?;
        let bytes = argument_bytes(&part, &format!("list[{index}]"), context)?;
        charge_copy(bytes.len, context)?;
        let room = wanted.map_or(bytes.len, |wanted| bytes.len.min(wanted - whole.len()));
        check_size(whole.len() + room, context)?;
        bytes.read(|bytes| whole.extend_from_slice(&bytes[..room]));
    }
    if let Some(wanted) = wanted {
        check_size(wanted, context)?;
        whole.resize(wanted, 0);
    }
    new_buffer(&whole, context)
}

/// Refuses what would not fit, before it is put together.
fn check_size(len: usize, context: &mut Context) -> JsResult<()> {
    if len as u64 <= context.host_hooks().max_buffer_size(context) {
        return Host::of(context).meter.claim(len as u64);
    }
    let error = boa_engine::JsNativeError::range().with_message("Array buffer allocation failed");
    Err(crate::node::argument_errors::coded(
        error,
        "ERR_MEMORY_ALLOCATION_FAILED",
        context,
    ))
}

fn byte_length(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let value = arguments.first().cloned().unwrap_or_default();
    if let Some(text) = value.as_string() {
        charge(text.len(), context)?;
        let name = arguments.get(1).and_then(JsValue::as_string);
        let encoding = name.and_then(|name| Encoding::of_name(&name.to_std_string_lossy()));
        let length = encoding.unwrap_or(Encoding::Utf8).byte_length(&text);
        return Ok((length as f64).into());
    }
    match Bytes::of_any(&value, context) {
        Some(bytes) => Ok((bytes.len as f64).into()),
        None => {
            let wanted = "\"string\" argument must be of type string or an instance of Buffer or ArrayBuffer";
            Err(invalid_type(wanted, &value, context))
        }
    }
}

/// A length as this machine can count it. WebAssembly counts to 2^32, and what is longer must not become short there.
fn addressable(length: u64) -> usize {
    usize::try_from(length).unwrap_or(usize::MAX)
}
