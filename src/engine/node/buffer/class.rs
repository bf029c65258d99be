//! The class itself: constructor, prototype and what both hold.

use boa_engine::object::FunctionObjectBuilder;
use boa_engine::property::PropertyDescriptor;
use boa_engine::{Context, JsObject, JsResult, JsValue, NativeFunction, js_string};

use super::{making, numbers, searching, text, whole};
use crate::node::argument_errors::invalid_type;
use crate::node::bytes::Bytes;
use crate::node::realm_state::RealmState;

/// `Buffer.prototype` of the current realm.
pub(crate) fn prototype(context: &mut Context) -> JsResult<JsObject> {
    match RealmState::with(context, |state| state.buffer_prototype.clone()) {
        Some(made) => Ok(made),
        None => make(context),
    }
}

fn make(context: &mut Context) -> JsResult<JsObject> {
    let array = context.intrinsics().constructors().typed_uint8_array();
    let (array, array_prototype) = (array.constructor(), array.prototype());
    let prototype = JsObject::from_proto_and_data(array_prototype, ());
    RealmState::with(context, |state| {
        state.buffer_prototype = Some(prototype.clone())
    });
    let constructor = NativeFunction::from_fn_ptr(making::construct);
    let constructor = FunctionObjectBuilder::new(context.realm(), constructor)
        .name(js_string!("Buffer"))
        .length(2)
        .constructor(true)
        .build();
    constructor.set_prototype(Some(array));
    constructor.insert_property(js_string!("prototype"), hidden(prototype.clone().into()));
    prototype.insert_property(
        js_string!("constructor"),
        hidden(constructor.clone().into()),
    );
    making::install(&constructor, context)?;
    whole::install(&prototype, context)?;
    text::install(&prototype, context)?;
    searching::install(&prototype, context)?;
    numbers::install(&prototype, context)?;
    Ok(prototype)
}

fn hidden(value: JsValue) -> PropertyDescriptor {
    PropertyDescriptor::builder()
        .value(value)
        .writable(true)
        .enumerable(false)
        .configurable(true)
        .build()
}

/// The bytes of `this`.
pub(super) fn this_bytes(this: &JsValue, context: &mut Context) -> JsResult<Bytes> {
    Bytes::of_uint8_array(this, context).ok_or_else(|| {
        let wanted = "\"this\" argument must be an instance of Buffer or Uint8Array";
        invalid_type(wanted, this, context)
    })
}

/// The bytes of an argument that has to be a `Buffer` or another `Uint8Array`.
pub(super) fn argument_bytes(
    value: &JsValue,
    name: &str,
    context: &mut Context,
) -> JsResult<Bytes> {
    Bytes::of_uint8_array(value, context).ok_or_else(|| {
        let wanted = format!("\"{name}\" argument must be an instance of Buffer or Uint8Array");
        invalid_type(&wanted, value, context)
    })
}

/// A position as `slice` takes it: from the end if negative, and within the length.
pub(super) fn position(
    value: Option<&JsValue>,
    absent: usize,
    len: usize,
    context: &mut Context,
) -> JsResult<usize> {
    let Some(value) = value.filter(|value| !value.is_undefined()) else {
        return Ok(absent);
    };
    let number = value.to_integer_or_infinity(context)?;
    let len = len as f64;
    let at = match number {
        boa_engine::value::IntegerOrInfinity::PositiveInfinity => len,
        boa_engine::value::IntegerOrInfinity::NegativeInfinity => 0.0,
        boa_engine::value::IntegerOrInfinity::Integer(at) if at < 0 => (len + at as f64).max(0.0),
        boa_engine::value::IntegerOrInfinity::Integer(at) => (at as f64).min(len),
    };
    Ok(at as usize)
}
