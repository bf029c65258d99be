//! Node's texts for the errors that boa words differently.

use boa_engine::{Context, JsObject, js_string};

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
    (
        "String.prototype.repeat: count must be non-negative",
        "Invalid count value",
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
        ("not a callable function", Some(called)) => {
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
    if let Some(name) = quoted("cannot assign to uninitialized global property `", "`") {
        return Some(format!("{name} is not defined"));
    }
    if let Some(name) = quoted("cannot set non-writable property: ", "") {
        return Some(format!(
            "Cannot assign to read only property '{name}' of object '#<Object>'"
        ));
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
