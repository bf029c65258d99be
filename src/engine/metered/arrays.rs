//! Arrays, and whatever is treated like one.

use boa_engine::{Context, JsObject, JsResult, JsSymbol, JsValue};

use super::view::{has_iterator, metered, plain_length};
use super::{
    Call, Cost, Key, Realm, Workshop, callbacks, charge, claim_bytes, claim_string,
    nested::check_flat, parts, stack_overflow,
};

/// What a value takes in boa's dense arrays.
const BYTES_PER_VALUE: u64 = 8;

pub(super) fn install(realm: Realm<'_>, workshop: &mut Workshop<'_>) {
    let (constructor, prototype) = parts(realm.constructors().array());
    workshop.meter_methods(&constructor, &[("from", from)]);
    workshop.meter_methods(&prototype, METHODS);
    // `values` is the same function under its symbol.
    workshop.meter_methods(
        &prototype,
        &[("values", quarter), ("keys", quarter), ("entries", quarter)],
    );
    let (typed, typed_prototype) = parts(realm.constructors().typed_array());
    workshop.meter_methods(&typed, &[("from", from)]);
    workshop.meter_methods(&typed_prototype, TYPED_METHODS);
    workshop.meter_methods(
        &typed_prototype,
        &[("values", quarter), ("keys", quarter), ("entries", quarter)],
    );
    let iterator = realm.constructors().iterator().prototype();
    workshop.meter(&iterator, Key::Symbol(JsSymbol::iterator), free);
}

const METHODS: &[(&str, Cost)] = &[
    ("concat", concat),
    ("copyWithin", four),
    ("every", visit),
    ("fill", four),
    ("filter", visit),
    ("find", visit),
    ("findIndex", visit),
    ("findLast", visit),
    ("findLastIndex", visit),
    ("flat", flat),
    ("flatMap", half),
    ("forEach", visit),
    ("includes", one),
    ("indexOf", one),
    ("join", join),
    ("lastIndexOf", one),
    ("map", visit_all),
    ("reduce", visit),
    ("reduceRight", visit),
    ("reverse", three),
    ("shift", shift),
    ("slice", two),
    ("some", visit),
    ("sort", sort),
    ("splice", two),
    ("toLocaleString", join),
    ("toReversed", two),
    ("toSorted", sort),
    ("toSpliced", two),
    ("unshift", two),
    ("with", two),
];

const TYPED_METHODS: &[(&str, Cost)] = &[
    ("copyWithin", sixteenth),
    ("every", half),
    ("fill", one),
    ("filter", one),
    ("find", half),
    ("findIndex", half),
    ("findLast", half),
    ("findLastIndex", half),
    ("forEach", half),
    ("includes", one),
    ("indexOf", one),
    ("join", join),
    ("lastIndexOf", one),
    ("map", one),
    ("reduce", half),
    ("reduceRight", half),
    ("reverse", one),
    ("set", set),
    ("slice", eighth),
    ("some", half),
    ("sort", sort),
    ("toLocaleString", join),
    ("toReversed", one),
    ("toSorted", sort),
    ("with", one),
];

/// Charges for every element of `this`, or hands on a view that charges for each access.
fn by_length(
    this: &JsValue,
    arguments: &[JsValue],
    context: &mut Context,
    units: fn(u64) -> u64,
) -> JsResult<Option<Call>> {
    let Some(object) = this.as_object() else {
        return Ok(None);
    };
    match plain_length(&object, context) {
        Some(length) => {
            charge(units(length), context)?;
            Ok(None)
        }
        None => Ok(Some((metered(&object, context)?, arguments.to_vec()))),
    }
}

fn free(_: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<Option<Call>> {
    Ok(None)
}

fn sixteenth(
    this: &JsValue,
    arguments: &[JsValue],
    context: &mut Context,
) -> JsResult<Option<Call>> {
    by_length(this, arguments, context, |length| length / 16)
}

fn eighth(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<Option<Call>> {
    by_length(this, arguments, context, |length| length / 8)
}

fn quarter(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<Option<Call>> {
    by_length(this, arguments, context, |length| length / 4)
}

fn half(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<Option<Call>> {
    by_length(this, arguments, context, |length| length / 2)
}

/// Calls a function for elements until it has an answer.
fn visit(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<Option<Call>> {
    callbacks::check(arguments, context)?;
    half(this, arguments, context)
}

/// Calls a function for each element.
fn visit_all(
    this: &JsValue,
    arguments: &[JsValue],
    context: &mut Context,
) -> JsResult<Option<Call>> {
    callbacks::check(arguments, context)?;
    one(this, arguments, context)
}

fn one(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<Option<Call>> {
    by_length(this, arguments, context, |length| length)
}

fn two(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<Option<Call>> {
    by_length(this, arguments, context, |length| length.saturating_mul(2))
}

fn three(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<Option<Call>> {
    by_length(this, arguments, context, |length| length.saturating_mul(3))
}

fn four(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<Option<Call>> {
    by_length(this, arguments, context, |length| length.saturating_mul(4))
}

fn sort(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<Option<Call>> {
    callbacks::check_comparison(arguments)?;
    by_length(this, arguments, context, |length| {
        length.saturating_mul(3 * u64::from(64 - length.leading_zeros()))
    })
}

/// boa moves a dense array as a whole and any other element by element.
fn shift(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<Option<Call>> {
    let stored = this.as_object().map_or(0, |object| {
        object.borrow().properties().index_property_keys().len() as u64
    });
    let length = this
        .as_object()
        .and_then(|object| plain_length(&object, context));
    if length == Some(stored) {
        charge(stored / 64, context)?;
        return Ok(None);
    }
    two(this, arguments, context)
}

fn concat(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<Option<Call>> {
    // What is no array is appended as it is, so no view may take its place.
    for value in std::iter::once(this).chain(arguments) {
        let array = value.as_object().filter(JsObject::is_array);
        let length = array.and_then(|array| plain_length(&array, context));
        charge(length.unwrap_or(0).saturating_mul(2), context)?;
    }
    Ok(None)
}

fn flat(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<Option<Call>> {
    if let Some(object) = this.as_object() {
        let depth = match arguments.first() {
            Some(depth) if !depth.is_undefined() => depth.as_number().unwrap_or(f64::INFINITY),
            _ => 1.0,
        };
        if !check_flat(&object, depth, context)? {
            return Err(stack_overflow());
        }
    }
    three(this, arguments, context)
}

/// The separators and the elements that are strings already; others pay where they are made.
fn join(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<Option<Call>> {
    let Some(object) = this.as_object() else {
        return Ok(None);
    };
    let separator = arguments
        .first()
        .and_then(JsValue::as_string)
        .map_or(1, |separator| separator.len() as u64);
    let Some(length) = plain_length(&object, context) else {
        return by_length(this, arguments, context, |length| length);
    };
    charge(length.saturating_mul(3), context)?;
    let mut letters = length.saturating_sub(1).saturating_mul(separator);
    if object.is_array() {
        let strings = object.borrow();
        let values = strings.properties().index_property_values();
        letters += values
            .filter_map(|value| value.value()?.as_string())
            .map(|string| string.len() as u64)
            .sum::<u64>();
    }
    claim_string(letters, context)?;
    Ok(None)
}

fn set(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<Option<Call>> {
    let Some(source) = arguments.first().and_then(JsValue::as_object) else {
        return Ok(None);
    };
    match plain_length(&source, context) {
        Some(length) => {
            charge(length, context)?;
            Ok(None)
        }
        None => {
            let mut changed = arguments.to_vec();
            changed[0] = metered(&source, context)?;
            Ok(Some((this.clone(), changed)))
        }
    }
}

/// What something like an array holds; something that can be iterated pays as it goes.
fn from(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<Option<Call>> {
    let Some(source) = arguments.first() else {
        return Ok(None);
    };
    if let Some(string) = source.as_string() {
        charge(string.len() as u64 * 2, context)?;
        return Ok(None);
    }
    let Some(object) = source.as_object() else {
        return Ok(None);
    };
    match plain_length(&object, context) {
        Some(length) => {
            charge(length.saturating_mul(3), context)?;
            claim_bytes(length.saturating_mul(BYTES_PER_VALUE), context)?;
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
