//! Strings.

use boa_engine::{Context, JsNativeError, JsResult, JsString, JsValue};

use super::{
    Call, Cost, Realm, Workshop, charge, claim_string, number_argument, parts, string_too_long,
};

/// Letters that are searched or copied with a unit of work.
const LETTERS_PER_UNIT: u64 = 32;

pub(super) fn install(realm: Realm<'_>, workshop: &mut Workshop<'_>) {
    let (constructor, prototype) = parts(realm.constructors().string());
    workshop.meter_methods(&prototype, METHODS);
    workshop.meter_methods(
        &constructor,
        &[
            ("raw", raw),
            ("fromCharCode", arguments_made),
            ("fromCodePoint", arguments_made),
        ],
    );
    let global = workshop.context.global_object();
    workshop.meter_methods(&global, GLOBALS);
    let (number, _) = parts(realm.constructors().number());
    workshop.meter_function(&number, read);
}

/// Functions of a text.
const GLOBALS: &[(&str, Cost)] = &[
    ("decodeURI", read),
    ("decodeURIComponent", read),
    ("encodeURI", read),
    ("encodeURIComponent", read),
    ("escape", read),
    ("parseFloat", read),
    ("parseInt", read),
    ("unescape", read),
];

const METHODS: &[(&str, Cost)] = &[
    ("concat", concat),
    ("endsWith", copied),
    ("includes", searched),
    ("indexOf", searched),
    ("isWellFormed", copied),
    ("lastIndexOf", searched),
    ("localeCompare", copied),
    ("match", copied),
    ("matchAll", copied),
    ("normalize", rewritten),
    ("padEnd", pad),
    ("padStart", pad),
    ("repeat", repeat),
    ("replace", replaced),
    ("replaceAll", replaced_all),
    ("search", copied),
    ("slice", copied),
    ("split", split),
    ("startsWith", copied),
    ("substr", copied),
    ("substring", copied),
    ("toLowerCase", rewritten),
    ("toUpperCase", rewritten),
    ("toLocaleLowerCase", rewritten),
    ("toLocaleUpperCase", rewritten),
    ("toWellFormed", rewritten),
    ("trim", copied),
    ("trimEnd", copied),
    ("trimStart", copied),
];

/// `this` as the string that the method makes of it, and whether that had to be made here.
fn text(this: &JsValue, context: &mut Context) -> JsResult<Option<(JsString, bool)>> {
    if let Some(string) = this.as_string() {
        return Ok(Some((string, false)));
    }
    if this.is_null_or_undefined() {
        return Ok(None);
    }
    Ok(Some((this.to_string(context)?, true)))
}

/// The call with the string that was made for it, if one was.
fn with(text: JsString, made: bool, arguments: &[JsValue]) -> Option<Call> {
    made.then(|| (text.into(), arguments.to_vec()))
}

fn by_letters(
    this: &JsValue,
    arguments: &[JsValue],
    context: &mut Context,
    units: fn(u64) -> u64,
) -> JsResult<Option<Call>> {
    let Some((text, made)) = text(this, context)? else {
        return Ok(None);
    };
    charge(units(text.len() as u64), context)?;
    Ok(with(text, made, arguments))
}

fn read(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<Option<Call>> {
    let text = arguments.first().and_then(JsValue::as_string);
    charge(text.map_or(0, |text| text.len() as u64), context)?;
    Ok(None)
}

/// Strings that are cut share their letters.
fn copied(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<Option<Call>> {
    let letters = this.as_string().map_or(0, |text| text.len() as u64);
    charge(letters / 256, context)?;
    Ok(None)
}

fn searched(
    this: &JsValue,
    arguments: &[JsValue],
    context: &mut Context,
) -> JsResult<Option<Call>> {
    let needle = arguments
        .first()
        .and_then(JsValue::as_string)
        .map_or(1, |needle| needle.len() as u64);
    let Some((text, made)) = text(this, context)? else {
        return Ok(None);
    };
    let letters = text.len() as u64;
    // In the worst case each place is compared with all of what is looked for.
    charge(
        (letters / LETTERS_PER_UNIT).saturating_mul(1 + needle / 16),
        context,
    )?;
    Ok(with(text, made, arguments))
}

fn rewritten(
    this: &JsValue,
    arguments: &[JsValue],
    context: &mut Context,
) -> JsResult<Option<Call>> {
    by_letters(this, arguments, context, |letters| letters / 4)
}

fn replaced(
    this: &JsValue,
    arguments: &[JsValue],
    context: &mut Context,
) -> JsResult<Option<Call>> {
    if arguments.first().is_some_and(JsValue::is_object) {
        return copied(this, arguments, context);
    }
    by_letters(this, arguments, context, |letters| {
        letters / LETTERS_PER_UNIT
    })
}

fn replaced_all(
    this: &JsValue,
    arguments: &[JsValue],
    context: &mut Context,
) -> JsResult<Option<Call>> {
    let (Some(needle), Some((text, made))) = (
        arguments.first().and_then(JsValue::as_string),
        text(this, context)?,
    ) else {
        return Ok(None);
    };
    let letters = text.len() as u64;
    let matches = occurrences(&text, &needle);
    // boa copies the string for each match.
    charge(
        letters / LETTERS_PER_UNIT + matches.saturating_mul(2 + letters / 64),
        context,
    )?;
    if let Some(by) = arguments.get(1).and_then(JsValue::as_string) {
        claim_string(letters + matches.saturating_mul(by.len() as u64), context)?;
    }
    Ok(with(text, made, arguments))
}

fn occurrences(text: &JsString, needle: &JsString) -> u64 {
    if needle.is_empty() {
        return text.len() as u64 + 1;
    }
    let (text, needle) = (text.to_vec(), needle.to_vec());
    let (mut at, mut count) = (0, 0);
    while at + needle.len() <= text.len() {
        if text[at..].starts_with(&needle) {
            count += 1;
            at += needle.len();
        } else {
            at += 1;
        }
    }
    count
}

fn split(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<Option<Call>> {
    if arguments.first().is_some_and(JsValue::is_object) {
        return copied(this, arguments, context);
    }
    by_letters(this, arguments, context, |letters| letters / 2)
}

fn concat(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<Option<Call>> {
    let Some((text, made)) = text(this, context)? else {
        return Ok(None);
    };
    let strings = arguments.iter().filter_map(JsValue::as_string);
    let letters = strings.map(|string| string.len() as u64).sum::<u64>() + text.len() as u64;
    claim_string(letters, context)?;
    Ok(with(text, made, arguments))
}

fn repeat(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<Option<Call>> {
    let Some((text, made)) = text(this, context)? else {
        return Ok(None);
    };
    let (count, changed) = number_argument(arguments, 0, context)?;
    if count <= -1.0 || count.is_infinite() {
        let given = arguments.first().cloned().unwrap_or_default();
        let given = given.to_string(context)?.to_std_string_lossy();
        let text = format!("Invalid count value: {given}");
        return Err(JsNativeError::range().with_message(text).into());
    }
    if count.is_finite() && count >= 1.0 && !text.is_empty() {
        let letters = count * text.len() as f64;
        if letters > 1e10 {
            return Err(string_too_long());
        }
        claim_string(letters as u64, context)?;
        charge(count as u64 / LETTERS_PER_UNIT, context)?;
    }
    Ok(match (made, changed) {
        (false, None) => None,
        (_, changed) => Some((text.into(), changed.unwrap_or_else(|| arguments.to_vec()))),
    })
}

fn pad(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<Option<Call>> {
    let Some((text, made)) = text(this, context)? else {
        return Ok(None);
    };
    let (length, changed) = number_argument(arguments, 0, context)?;
    let filler_is_empty = arguments
        .get(1)
        .and_then(JsValue::as_string)
        .is_some_and(|filler| filler.is_empty());
    if length > text.len() as f64 && !filler_is_empty {
        if length > 1e10 {
            return Err(string_too_long());
        }
        claim_string(length as u64, context)?;
        charge(length as u64 / LETTERS_PER_UNIT, context)?;
    }
    Ok(match (made, changed) {
        (false, None) => None,
        (_, changed) => Some((text.into(), changed.unwrap_or_else(|| arguments.to_vec()))),
    })
}

fn raw(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<Option<Call>> {
    let strings = arguments.first().and_then(JsValue::as_object);
    let raw = strings.and_then(|strings| {
        let raw = strings
            .borrow()
            .properties()
            .get(&boa_engine::js_string!("raw").into())?;
        raw.value()?.as_object()
    });
    let length = raw.and_then(|raw| super::view::plain_length(&raw, context));
    charge(length.unwrap_or(0).saturating_mul(4), context)?;
    Ok(None)
}

fn arguments_made(
    _: &JsValue,
    arguments: &[JsValue],
    context: &mut Context,
) -> JsResult<Option<Call>> {
    charge(arguments.len() as u64, context)?;
    Ok(None)
}
