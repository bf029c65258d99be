//! Array buffers and typed arrays: what is asked for is filled with zeros.

use boa_engine::{Context, JsResult, JsValue};

use super::view::{has_iterator, metered, plain_length};
use super::{Call, Realm, Workshop, charge, number_argument, parts};

/// Bytes that are filled with a unit of work.
const BYTES_PER_UNIT: f64 = 64.0;

pub(super) fn install(realm: Realm<'_>, workshop: &mut Workshop<'_>) {
    let kinds = realm.constructors();
    let (buffer, buffer_prototype) = parts(kinds.array_buffer());
    workshop.meter_function(&buffer, bytes);
    workshop.meter_methods(
        &buffer_prototype,
        &[("slice", copy), ("resize", bytes), ("transfer", copy)],
    );
    for kind in [
        kinds.typed_int8_array(),
        kinds.typed_uint8_array(),
        kinds.typed_uint8clamped_array(),
        kinds.typed_int16_array(),
        kinds.typed_uint16_array(),
        kinds.typed_int32_array(),
        kinds.typed_uint32_array(),
        kinds.typed_float32_array(),
        kinds.typed_float64_array(),
        kinds.typed_bigint64_array(),
        kinds.typed_biguint64_array(),
    ] {
        workshop.meter_function(&kind.constructor(), elements);
    }
}

fn bytes(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<Option<Call>> {
    let (bytes, changed) = number_argument(arguments, 0, context)?;
    pay(bytes, 1.0, context)?;
    Ok(changed.map(|arguments| (this.clone(), arguments)))
}

fn elements(
    this: &JsValue,
    arguments: &[JsValue],
    context: &mut Context,
) -> JsResult<Option<Call>> {
    let Some(object) = arguments.first().and_then(JsValue::as_object) else {
        let (length, changed) = number_argument(arguments, 0, context)?;
        pay(length, 8.0, context)?;
        return Ok(changed.map(|arguments| (this.clone(), arguments)));
    };
    if object.is::<boa_engine::builtins::array_buffer::ArrayBuffer>() {
        return Ok(None);
    }
    match plain_length(&object, context) {
        Some(length) => {
            charge(length, context)?;
            Ok(None)
        }
        None if has_iterator(&object) => Ok(None),
        None => {
            let mut changed = arguments.to_vec();
            changed[0] = metered(&object, context)?;
            Ok(Some((this.clone(), changed)))
        }
    }
}

fn copy(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<Option<Call>> {
    if let Some(object) = this.as_object()
        && let Ok(buffer) = boa_engine::object::builtins::JsArrayBuffer::from_object(object)
    {
        pay(
            buffer.data().map_or(0, |data| data.len()) as f64,
            1.0,
            context,
        )?;
    }
    Ok(None)
}

/// A buffer that is too large for its realm is refused by boa with Node's RangeError; it costs nothing.
fn pay(count: f64, bytes_each: f64, context: &Context) -> JsResult<()> {
    let bytes = count * bytes_each;
    if bytes > 0.0 && bytes <= crate::host::MAX_BUFFER_BYTES as f64 {
        charge((bytes / BYTES_PER_UNIT) as u64, context)?;
    }
    Ok(())
}
