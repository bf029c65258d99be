//! Node's own errors: a class, a `code`, and the texts that name an argument and what was received for it.

use boa_engine::{Context, JsError, JsNativeError, JsValue, js_string};

use crate::inspect::{Depth, inspect};

/// The longest string that is quoted whole.
const MOST_LETTERS_QUOTED: usize = 28;
/// Letters that are left of a longer one.
const LETTERS_SHOWN: usize = 25;

/// An error with a `code`.
pub(crate) fn coded(error: JsNativeError, code: &str, context: &mut Context) -> JsError {
    let object = error.into_opaque(context);
    // Defining a property of a new ordinary object cannot fail.
    let _ = object.create_data_property(js_string!("code"), js_string!(code), context);
    JsError::from_opaque(object.into())
}

/// `ERR_INVALID_ARG_TYPE`: "The …, and here comes what was received." `wanted` is what stands between.
pub(crate) fn invalid_type(wanted: &str, value: &JsValue, context: &mut Context) -> JsError {
    let received = received(value, context);
    let message = format!("The {wanted}. Received {received}");
    let error = JsNativeError::typ().with_message(message);
    coded(error, "ERR_INVALID_ARG_TYPE", context)
}

/// `ERR_OUT_OF_RANGE`
pub(crate) fn out_of_range(
    name: &str,
    range: &str,
    received: &JsValue,
    context: &mut Context,
) -> JsError {
    let received = grouped(received, context);
    let message =
        format!("The value of \"{name}\" is out of range. It must be {range}. Received {received}");
    let error = JsNativeError::range().with_message(message);
    coded(error, "ERR_OUT_OF_RANGE", context)
}

/// `ERR_INVALID_ARG_VALUE`
pub(crate) fn invalid_value(
    name: &str,
    reason: &str,
    value: &JsValue,
    context: &mut Context,
) -> JsError {
    let received = text_of(value, context);
    let message = format!("The argument '{name}' {reason}. Received {received}");
    let error = JsNativeError::typ().with_message(message);
    coded(error, "ERR_INVALID_ARG_VALUE", context)
}

/// What was received, in the words of Node.js.
fn received(value: &JsValue, context: &mut Context) -> String {
    if value.is_null_or_undefined() {
        return value.display().to_string();
    }
    let Some(object) = value.as_object() else {
        let short = match value.as_string() {
            Some(text) if text.len() > MOST_LETTERS_QUOTED => {
                let start = format!("{}...", text.slice(0, LETTERS_SHOWN).to_std_string_lossy());
                text_of(&js_string!(start).into(), context)
            }
            _ => text_of(value, context),
        };
        return format!("type {} ({short})", value.type_of());
    };
    let name_of = |object: &boa_engine::JsObject, context: &mut Context| {
        let name = object.get(js_string!("name"), context).ok()?;
        let name = name.as_string()?.to_std_string_lossy();
        (!name.is_empty()).then_some(name)
    };
    if object.is_callable() {
        let name = name_of(&object, context).unwrap_or_default();
        return format!("function {name}");
    }
    let constructor = object.get(js_string!("constructor"), context).ok();
    let constructor = constructor.and_then(|constructor| constructor.as_object());
    match constructor.and_then(|constructor| name_of(&constructor, context)) {
        Some(name) => format!("an instance of {name}"),
        None => text_of(value, context),
    }
}

fn text_of(value: &JsValue, context: &mut Context) -> String {
    inspect(value, Depth::SHALLOW, context).unwrap_or_default()
}

/// Whole numbers beyond 32 bits are written with a `_` between thousands.
fn grouped(value: &JsValue, context: &mut Context) -> String {
    let text = text_of(value, context);
    let is_long = match value.as_number() {
        Some(number) => number.trunc() == number && number.abs() > f64::from(u32::MAX) + 1.0,
        None => value.is_bigint() && text.trim_start_matches('-').len() > 11,
    };
    if !is_long || text.contains('e') {
        return text;
    }
    let (sign, digits) = text
        .strip_prefix('-')
        .map_or(("", text.as_str()), |digits| ("-", digits));
    let (digits, suffix) = digits
        .strip_suffix('n')
        .map_or((digits, ""), |digits| (digits, "n"));
    let mut groups: Vec<&str> = Vec::new();
    let mut rest = digits;
    while rest.len() > 3 {
        let (head, group) = rest.split_at(rest.len() - 3);
        groups.push(group);
        rest = head;
    }
    groups.push(rest);
    groups.reverse();
    format!("{sign}{}{suffix}", groups.join("_"))
}
