//! Whole numbers of any length, whose digits cost the square of their count.

use boa_engine::{Context, JsResult, JsValue};

use super::{Call, Key, Realm, Workshop, charge, parts};

pub(super) fn install(realm: Realm<'_>, workshop: &mut Workshop<'_>) {
    let (constructor, prototype) = parts(realm.constructors().bigint());
    workshop.meter_function(&constructor, read);
    workshop.meter(&prototype, Key::Name("toString"), written);
    workshop.meter(&prototype, Key::Name("toLocaleString"), written);
}

/// The square of a number of digits, in units that were measured for num-bigint.
fn square(digits: u64) -> u64 {
    digits.saturating_mul(digits) / 4_096
}

fn read(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<Option<Call>> {
    let digits = arguments
        .first()
        .and_then(JsValue::as_string)
        .map_or(0, |text| text.len() as u64);
    charge(square(digits), context)?;
    Ok(None)
}

fn written(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<Option<Call>> {
    let bits = this
        .as_bigint()
        .map_or(0, |number| number.as_inner().bits());
    charge(square(bits / 3), context)?;
    Ok(None)
}
