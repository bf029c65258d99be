//! Regular expressions. Each execution reads the text from its beginning once (boa copies it); what a pattern that
//! backtracks costs beyond that cannot be known beforehand and is left to the guard.

use boa_engine::{Context, JsResult, JsSymbol, JsValue};

use super::nested::check_pattern;
use super::{Call, Key, Realm, Workshop, charge, parts};

/// Letters that are copied with a unit of work.
const LETTERS_PER_UNIT: u64 = 32;
const UNITS_PER_EXECUTION: u64 = 20;
const UNITS_PER_PATTERN: u64 = 50;

pub(super) fn install(realm: Realm<'_>, workshop: &mut Workshop<'_>) {
    let (constructor, prototype) = parts(realm.constructors().regexp());
    workshop.meter_function(&constructor, pattern);
    workshop.meter_methods(
        &prototype,
        &[
            ("exec", execution),
            ("test", execution),
            ("compile", pattern),
        ],
    );
    for symbol in [
        JsSymbol::r#match,
        JsSymbol::match_all,
        JsSymbol::replace,
        JsSymbol::search,
        JsSymbol::split,
    ] {
        workshop.meter(&prototype, Key::Symbol(symbol), execution);
    }
}

fn pattern(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<Option<Call>> {
    let text = arguments.first().and_then(JsValue::as_string);
    let text = text.map_or_else(String::new, |text| text.to_std_string_lossy());
    charge(UNITS_PER_PATTERN + text.len() as u64, context)?;
    check_pattern(&text)?;
    Ok(None)
}

fn execution(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<Option<Call>> {
    let letters = arguments
        .first()
        .and_then(JsValue::as_string)
        .map_or(0, |text| text.len() as u64);
    charge(UNITS_PER_EXECUTION + letters / LETTERS_PER_UNIT, context)?;
    Ok(None)
}
