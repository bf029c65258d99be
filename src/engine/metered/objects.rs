//! Objects with many properties.

use boa_engine::builtins::typed_array::TypedArray;
use boa_engine::{Context, JsObject, JsResult, JsValue};

use super::view::plain_length;
use super::{Call, Cost, Realm, Workshop, charge, parts};

pub(super) fn install(realm: Realm<'_>, workshop: &mut Workshop<'_>) {
    let (object, _) = parts(realm.constructors().object());
    workshop.meter_methods(&object, METHODS);
    let reflect = realm.objects().reflect();
    workshop.meter_methods(&reflect, &[("ownKeys", all)]);
    let json = realm.objects().json();
    workshop.meter_methods(&json, &[("stringify", open), ("parse", parse)]);
}

const METHODS: &[(&str, Cost)] = &[
    ("assign", all),
    ("create", all),
    ("defineProperties", all),
    ("entries", all),
    ("freeze", all),
    ("fromEntries", all),
    ("getOwnPropertyDescriptors", all),
    ("getOwnPropertyNames", all),
    ("getOwnPropertySymbols", all),
    ("groupBy", all),
    ("isFrozen", all),
    ("isSealed", all),
    ("keys", all),
    ("seal", all),
    ("values", all),
];

/// How many properties an object has of its own.
fn count(object: &JsObject, context: &mut Context) -> u64 {
    if object.is::<TypedArray>() {
        // Its elements are no properties of boa's.
        return plain_length(object, context).unwrap_or(0);
    }
    let object = object.borrow();
    let properties = object.properties();
    properties.index_property_keys().len() as u64 + object.shape().keys().len() as u64
}

/// Charges for the properties of every argument.
fn all(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<Option<Call>> {
    let mut properties = 0;
    for argument in arguments {
        properties += match argument.as_object() {
            Some(object) => count(&object, context),
            None => argument.as_string().map_or(0, |text| text.len() as u64),
        };
    }
    charge(properties.saturating_mul(3), context)?;
    Ok(None)
}

/// Pays as it goes; only how many are open at once is counted here.
fn open(_: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<Option<Call>> {
    Ok(None)
}

/// Letters of JSON that are read with a unit of work.
const JSON_LETTERS_PER_UNIT: u64 = 4;

fn parse(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<Option<Call>> {
    let Some(text) = arguments.first() else {
        return Ok(None);
    };
    let (text, made) = match text.as_string() {
        Some(text) => (text, false),
        None => (text.to_string(context)?, true),
    };
    charge(text.len() as u64 / JSON_LETTERS_PER_UNIT, context)?;
    Ok(made.then(|| {
        let mut changed = arguments.to_vec();
        changed[0] = text.into();
        (this.clone(), changed)
    }))
}
