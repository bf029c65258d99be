//! Maps, sets and promises made from lists.

use boa_engine::object::builtins::{JsMap, JsSet};
use boa_engine::{Context, JsResult, JsValue};

use super::view::plain_length;
use super::{Call, Cost, Realm, Workshop, charge, parts};

pub(super) fn install(realm: Realm<'_>, workshop: &mut Workshop<'_>) {
    let kinds = realm.constructors();
    let (map, map_prototype) = parts(kinds.map());
    let (set, set_prototype) = parts(kinds.set());
    workshop.meter_function(&map, list);
    workshop.meter_function(&set, list);
    workshop.meter_methods(&map, &[("groupBy", list)]);
    workshop.meter_methods(&map_prototype, &[("clear", clear)]);
    workshop.meter_methods(&set_prototype, SET_METHODS);
    let (promise, promise_prototype) = parts(kinds.promise());
    workshop.meter_methods(&promise, &[("resolve", reaction), ("reject", reaction)]);
    workshop.meter_methods(&promise_prototype, &[("then", reaction)]);
    workshop.meter_methods(
        &promise,
        &[
            ("all", list),
            ("allSettled", list),
            ("any", list),
            ("race", list),
        ],
    );
}

const SET_METHODS: &[(&str, Cost)] = &[
    ("clear", clear),
    ("difference", sets),
    ("intersection", sets),
    ("isDisjointFrom", sets),
    ("isSubsetOf", sets),
    ("isSupersetOf", sets),
    ("symmetricDifference", sets),
    ("union", sets),
];

fn list(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<Option<Call>> {
    let object = arguments.first().and_then(JsValue::as_object);
    let length = object.and_then(|object| plain_length(&object, context));
    charge(length.unwrap_or(0).saturating_mul(3), context)?;
    Ok(None)
}

fn size(value: &JsValue) -> u64 {
    let Some(object) = value.as_object() else {
        return 0;
    };
    if let Ok(set) = JsSet::from_object(object.clone()) {
        return set.size() as u64;
    }
    let map = JsMap::from_object(object).ok();
    map.map_or(0, |map| {
        let mut count = 0;
        let _ = map.for_each_native(|_, _| {
            count += 1;
            Ok(())
        });
        count
    })
}

/// What a promise and its reactions take.
fn reaction(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<Option<Call>> {
    charge(20, context)?;
    Ok(None)
}

fn clear(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<Option<Call>> {
    charge(size(this), context)?;
    Ok(None)
}

fn sets(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<Option<Call>> {
    let other = arguments.first().map_or(0, size);
    charge((size(this) + other).saturating_mul(3), context)?;
    Ok(None)
}
