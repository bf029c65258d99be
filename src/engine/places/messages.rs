//! Node's texts for the errors that boa words differently.

use boa_engine::{Context, JsObject, js_string};

use super::source_map::Operator;

/// What boa says of a call of what is no function.
pub(super) const NO_FUNCTION: &str = "not a callable function";

/// Texts that differ in nothing but their wording.
const SAME_MEANING: &[(&str, &str)] = &[
    (
        "cannot convert 'null' or 'undefined' to object",
        "Cannot convert undefined or null to object",
    ),
    (
        "cannot mix BigInt and other types, use explicit conversions",
        "Cannot mix BigInt and other types, use explicit conversions",
    ),
    (
        "can't convert symbol to string",
        "Cannot convert a Symbol value to a string",
    ),
    (
        "cannot convert object to primitive value",
        "Cannot convert object to primitive value",
    ),
    ("invalid array length", "Invalid array length"),
    ("invalid escape character found", "URI malformed"),
    (
        "Array.prototype.reduce: called on an empty array and with no initial value",
        "Reduce of empty array with no initial value",
    ),
    ("bad length for array", "Invalid array length"),
    ("trying to encode an invalid string", "URI malformed"),
    ("non-terminated escape character found", "URI malformed"),
    ("invalid encoded octet found", "URI malformed"),
    ("BigInt division by zero", "Division by zero"),
    (
        "argument must not be a bigint",
        "Cannot convert a BigInt value to a number",
    ),
    (
        "argument must not be a symbol",
        "Cannot convert a Symbol value to a number",
    ),
    (
        "precision must be an integer at least 1 and no greater than 100",
        "toPrecision() argument must be between 1 and 100",
    ),
    (
        "radix must be an integer at least 2 and no greater than 36",
        "toString() radix argument must be between 2 and 36",
    ),
    ("'this' is not a Date", "this is not a Date object."),
    (
        "Promise executor is not callable",
        "Promise resolver undefined is not a function",
    ),
    (
        "Promise NewTarget cannot be undefined",
        "Promise constructor cannot be invoked without 'new'",
    ),
    (
        "no promise in Promise.any was fulfilled.",
        "All promises were rejected",
    ),
    (
        "cannot reinitialize `this` binding",
        "Super constructor may only be called once",
    ),
    (
        "superclass must be a constructor",
        "Class extends value undefined is not a constructor or null",
    ),
    (
        "cannot convert null or undefined to Object",
        "undefined is not iterable",
    ),
    (
        "cannot get key and value from primitive item of `iterable`",
        "Iterator value is not an entry object",
    ),
    (
        "right-hand side of 'instanceof' is not callable",
        "Right-hand side of 'instanceof' is not callable",
    ),
    (
        "Cannot destructure 'undefined' value",
        "Cannot destructure 'undefined' as it is undefined.",
    ),
    (
        "Cannot destructure 'null' value",
        "Cannot destructure 'null' as it is null.",
    ),
];

/// Beginnings of texts whose rest V8 does not say.
const SAME_BEGINNING: &[(&str, &str)] = &[
    (
        "cannot mutate an immutable binding '",
        "Assignment to constant variable.",
    ),
    (
        "right-hand side of 'instanceof' should be an object",
        "Right-hand side of 'instanceof' is not an object",
    ),
];

/// The operator that an error in Node's words is about, if boa says it without a place.
pub(super) fn operator_of(text: &str) -> Option<Operator> {
    match text {
        "Cannot mix BigInt and other types, use explicit conversions"
        | "Cannot convert a Symbol value to a number"
        | "Cannot convert a Symbol value to a string"
        | "Cannot convert object to primitive value"
        | "Division by zero" => Some(Operator::Arithmetic),
        text if text.starts_with("Right-hand side of 'instanceof'") => Some(Operator::InstanceOf),
        _ => None,
    }
}

/// The error's own message.
pub(super) fn of(error: &JsObject) -> Option<String> {
    let own = error
        .borrow()
        .properties()
        .get(&js_string!("message").into());
    let message = own?.value()?.as_string()?;
    Some(message.to_std_string_lossy())
}

/// Gives an error another message.
pub(super) fn set(error: &JsObject, text: &str, context: &mut Context) {
    // An error that takes no members keeps its text.
    let _ = error.set(js_string!("message"), js_string!(text), false, context);
}

/// Node's text for one of boa's, where it is certain. `subject` is what is called or made at the place of the error.
pub(super) fn text_of_node(message: &str, subject: Option<&str>) -> Option<String> {
    match (message, subject) {
        (NO_FUNCTION, Some(called)) => {
            return Some(format!("{called} is not a function"));
        }
        ("not a constructor", Some(made)) => return Some(format!("{made} is not a constructor")),
        ("class constructor cannot be invoked without 'new'", Some(class)) => {
            return Some(format!(
                "Class constructor {class} cannot be invoked without 'new'"
            ));
        }
        _ => {}
    }
    let quoted = |before: &str, after: &str| {
        message
            .strip_prefix(before)
            .and_then(|rest| rest.strip_suffix(after))
    };
    if let Some(text) = crate::metered::text_of_v8(message) {
        return Some(text);
    }
    if let Some(name) = quoted("cannot assign to uninitialized global property `", "`") {
        return Some(format!("{name} is not defined"));
    }
    if let Some(name) = quoted("cannot set non-writable property: ", "") {
        return Some(format!(
            "Cannot assign to read only property '{name}' of object '#<Object>'"
        ));
    }
    if let Some(number) = quoted("cannot convert ", " to a BigInt") {
        return Some(match number {
            "undefined" | "null" => format!("Cannot convert {number} to a BigInt"),
            _ => format!(
                "The number {number} cannot be converted to a BigInt because it is not an integer"
            ),
        });
    }
    if let Some(text) = quoted("cannot convert string '", "' to bigint primitive") {
        return Some(format!("Cannot convert {text} to a BigInt"));
    }
    let point = quoted("codepoint `", "` outside of Unicode range")
        .or_else(|| quoted("codepoint `", "` is not an integer"));
    if let Some(point) = point {
        return Some(format!("Invalid code point {point}"));
    }
    if let Some(kind) = quoted("value with type `", "` is not iterable") {
        return Some(format!(
            "{kind} is not iterable (cannot read property Symbol(Symbol.iterator))"
        ));
    }
    let same = SAME_MEANING
        .iter()
        .find(|(boa, _)| *boa == message)
        .or_else(|| {
            SAME_BEGINNING
                .iter()
                .find(|(boa, _)| message.starts_with(boa))
        });
    same.map(|(_, node)| (*node).to_owned())
}
