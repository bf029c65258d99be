//! `JSON.parse`: any depth and any number, and V8's words for what is no JSON.

use boa_engine::object::builtins::JsFunction;
use boa_engine::property::PropertyKey;
use boa_engine::{Context, JsNativeError, JsObject, JsResult, JsValue, js_string};

use crate::globals::define_function;
use crate::host::Host;
use crate::json;

/// How deeply nested a value may be that a reviver goes through.
const MAX_DEPTH: usize = 400;

/// Replaces boa's function in the current realm.
pub(crate) fn install(context: &mut Context) -> JsResult<()> {
    let json = context.intrinsics().objects().json();
    define_function(&json, "parse", 2, parse, context)
}

fn parse(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let text = arguments.first().cloned().unwrap_or_default();
    let text = text.to_string(context)?.to_std_string_lossy();
    let runtime = Host::of(context).runtime.get();
    let value = json::parse(&text, context)
        .map_err(|error| JsNativeError::syntax().with_message(error.message(runtime)))?;
    let reviver = arguments.get(1).and_then(JsValue::as_object);
    let Some(reviver) = reviver.and_then(JsFunction::from_object) else {
        return Ok(value);
    };
    let root = JsObject::with_object_proto(context.intrinsics());
    root.create_data_property_or_throw(js_string!(""), value, context)?;
    revive(&root, &js_string!("").into(), &reviver, 0, context)
}

/// `InternalizeJSONProperty` of the standard: members first, then what holds them.
fn revive(
    holder: &JsObject,
    key: &PropertyKey,
    reviver: &JsFunction,
    depth: usize,
    context: &mut Context,
) -> JsResult<JsValue> {
    if depth == MAX_DEPTH {
        let message = "Maximum call stack size exceeded";
        return Err(JsNativeError::range().with_message(message).into());
    }
    let value = holder.get(key.clone(), context)?;
    if let Some(object) = value.as_object() {
        let keys: Vec<PropertyKey> = match object.is_array() {
            true => {
                let length = object.get(js_string!("length"), context)?;
                let length = length.to_length(context)?;
                (0..length).map(PropertyKey::from).collect()
            }
            false => {
                let keys = object.own_property_keys(context)?;
                let texts = keys
                    .into_iter()
                    .filter(|key| !matches!(key, PropertyKey::Symbol(_)));
                texts.collect()
            }
        };
        for key in keys {
            let new = revive(&object, &key, reviver, depth + 1, context)?;
            if new.is_undefined() {
                object.delete_property_or_throw(key, context)?;
            } else {
                object.create_data_property(key, new, context)?;
            }
        }
    }
    reviver.call(
        &holder.clone().into(),
        &[JsValue::from(key.clone()), value],
        context,
    )
}
