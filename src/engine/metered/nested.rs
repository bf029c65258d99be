//! Arrays within arrays and groups within groups: boa goes through them by recursion, which is bounded by the machine's
//! stack only. Here the depth is measured beforehand, without running any code of the reader's.

use boa_engine::{Context, JsNativeError, JsObject, JsResult, JsValue};

use super::charge;

/// How deeply nested a value may be that a built-in goes through. Node.js stands some thousands.
const MAX_DEPTH: usize = 1_000;

/// How deeply nested the groups of a pattern may be.
const MAX_GROUPS: usize = 100;

/// The elements of an array that are plain values.
fn elements(array: &JsObject) -> Vec<JsValue> {
    let array = array.borrow();
    let properties = array.properties().index_property_values();
    properties
        .filter_map(|property| property.value().cloned())
        .collect()
}

/// Charges for flattening an array; `false` if it is nested too deeply.
pub(super) fn check_flat(array: &JsObject, depth: f64, context: &mut Context) -> JsResult<bool> {
    let mut open = vec![elements(array).into_iter()];
    while let Some(level) = open.last_mut() {
        match level.next() {
            Some(value) => {
                charge(1, context)?;
                let inner = value.as_object().filter(JsObject::is_array);
                if let Some(inner) = inner
                    && (open.len() as f64) <= depth
                {
                    if open.len() == MAX_DEPTH {
                        return Ok(false);
                    }
                    open.push(elements(&inner).into_iter());
                }
            }
            None => {
                open.pop();
            }
        }
    }
    Ok(true)
}

/// Refuses a pattern whose groups are nested too deeply for the recursion that reads it.
pub(super) fn check_pattern(pattern: &str) -> JsResult<()> {
    let (mut depth, mut escaped) = (0_usize, false);
    for letter in pattern.chars() {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > MAX_GROUPS {
            let message = "Invalid regular expression: Regular expression too large";
            return Err(JsNativeError::syntax().with_message(message).into());
        }
    }
    Ok(())
}
