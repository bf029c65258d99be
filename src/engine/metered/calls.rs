//! Calls whose arguments come from a list.

use boa_engine::{Context, JsResult, JsValue};

use super::view::plain_length;
use super::{Call, Key, Realm, Workshop, charge, parts, stack_overflow};

/// About as many arguments as Node.js takes before its stack is full.
const MAX_ARGUMENTS: u64 = 120_000;

pub(super) fn install(realm: Realm<'_>, workshop: &mut Workshop<'_>) {
    let (_, function) = parts(realm.constructors().function());
    workshop.meter(&function, Key::Name("apply"), second);
    let reflect = realm.objects().reflect();
    workshop.meter(&reflect, Key::Name("apply"), third);
    workshop.meter(&reflect, Key::Name("construct"), second);
}

fn second(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<Option<Call>> {
    list(arguments.get(1), context)
}

fn third(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<Option<Call>> {
    list(arguments.get(2), context)
}

fn list(list: Option<&JsValue>, context: &mut Context) -> JsResult<Option<Call>> {
    let object = list.and_then(JsValue::as_object);
    if let Some(length) = object.and_then(|object| plain_length(&object, context)) {
        charge(length.min(MAX_ARGUMENTS), context)?;
        if length > MAX_ARGUMENTS {
            return Err(stack_overflow());
        }
    }
    Ok(None)
}
