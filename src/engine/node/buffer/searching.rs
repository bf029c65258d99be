//! `indexOf`, `lastIndexOf` and `includes`.

use boa_engine::{Context, JsObject, JsResult, JsValue};
use memchr::memmem;

use super::class::this_bytes;
use crate::globals::define_function;
use crate::node::argument_errors::invalid_type;
use crate::node::bytes::{Bytes, charge};
use crate::node::encoding::Encoding;

pub(super) fn install(prototype: &JsObject, context: &mut Context) -> JsResult<()> {
    define_function(
        prototype,
        "indexOf",
        3,
        |this, arguments, context| index(find(this, arguments, false, context)?),
        context,
    )?;
    define_function(
        prototype,
        "lastIndexOf",
        3,
        |this, arguments, context| index(find(this, arguments, true, context)?),
        context,
    )?;
    define_function(
        prototype,
        "includes",
        3,
        |this, arguments, context| Ok(find(this, arguments, false, context)?.is_some().into()),
        context,
    )
}

fn index(found: Option<usize>) -> JsResult<JsValue> {
    Ok(found.map_or(JsValue::from(-1), |found| (found as f64).into()))
}

fn find(
    this: &JsValue,
    arguments: &[JsValue],
    is_last: bool,
    context: &mut Context,
) -> JsResult<Option<usize>> {
    let bytes = this_bytes(this, context)?;
    let value = arguments.first().cloned().unwrap_or_default();
    let place = arguments.get(1).cloned().unwrap_or_default();
    let (place, encoding) = match place.is_string() {
        true => (JsValue::undefined(), place),
        false => (place, arguments.get(2).cloned().unwrap_or_default()),
    };
    let needle = if let Some(text) = value.as_string() {
        Encoding::of_value(&encoding, context)?.bytes_of(&text)
    } else if let Some(needle) = Bytes::of_uint8_array(&value, context) {
        needle.to_vec()
    } else if value.is_number() {
        vec![value.to_u32(context)? as u8]
    } else {
        let wanted = "\"value\" argument must be one of type number or string or an instance of Buffer or Uint8Array";
        return Err(invalid_type(wanted, &value, context));
    };
    charge(bytes.len + needle.len(), context)?;
    let len = bytes.len as f64;
    let number = place.to_number(context)?;
    let start = match number {
        number if number.is_nan() => {
            if is_last {
                len
            } else {
                0.0
            }
        }
        number if number < 0.0 => number.trunc() + len,
        number => number.trunc().min(len),
    };
    Ok(bytes.read(|bytes| match is_last {
        false => {
            let start = start.max(0.0) as usize;
            if needle.is_empty() {
                return Some(start);
            }
            memmem::find(&bytes[start.min(bytes.len())..], &needle).map(|found| found + start)
        }
        true if start < 0.0 => None,
        true => {
            let end = (start as usize)
                .saturating_add(needle.len())
                .min(bytes.len());
            memmem::rfind(&bytes[..end], &needle)
        }
    }))
}
