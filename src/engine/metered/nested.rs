//! Values within values: boa goes through them by recursion, which is bounded by the machine's stack only. Here the
//! depth is measured beforehand, with a stack of our own and without running any code of the reader's.

use boa_engine::builtins::proxy::Proxy;
use boa_engine::{Context, JsNativeError, JsObject, JsResult, JsValue};

use super::view::plain_length;
use super::{charge, stack_overflow};

/// How deeply nested a value may be that a built-in goes through. Node.js stands some thousands.
const MAX_DEPTH: usize = 1_000;

/// How deeply nested the groups of a pattern may be.
const MAX_GROUPS: usize = 100;

/// Units that a value costs that is written as JSON, and letters that are written with a unit.
const UNITS_PER_VALUE: u64 = 2;
const LETTERS_PER_UNIT: u64 = 8;

/// A container that is open, and what of it was not looked at yet.
struct Level {
    object: JsObject,
    values: std::vec::IntoIter<JsValue>,
}

impl Level {
    fn new(object: JsObject) -> Level {
        let values = values_of(&object).into_iter();
        Level { object, values }
    }
}

/// Plain values of an object, without calling getters or traps.
fn values_of(object: &JsObject) -> Vec<JsValue> {
    if object.is::<Proxy>() || object.is_callable() {
        return Vec::new();
    }
    let object = object.borrow();
    let properties = object.properties();
    let mut values: Vec<JsValue> = properties
        .index_property_values()
        .filter_map(|property| property.value().cloned())
        .collect();
    for key in object.shape().keys() {
        if let Some(property) = properties.get(&key)
            && property.enumerable().unwrap_or(false)
            && let Some(value) = property.value()
        {
            values.push(value.clone());
        }
    }
    values
}

/// Charges for writing a value as JSON and refuses what is nested too deeply.
pub(super) fn check_json(value: &JsValue, context: &mut Context) -> JsResult<()> {
    let mut open: Vec<Level> = Vec::new();
    let mut next = Some(value.clone());
    loop {
        if let Some(value) = next.take() {
            let mut units = UNITS_PER_VALUE;
            if let Some(text) = value.as_string() {
                units += text.len() as u64 / LETTERS_PER_UNIT;
            }
            if let Some(object) = value.as_object()
                && object.is_array()
            {
                // Holes are written too.
                units += plain_length(&object, context)
                    .unwrap_or(0)
                    .saturating_mul(UNITS_PER_VALUE);
            }
            charge(units, context)?;
            if let Some(object) = value.as_object() {
                // A circle is refused by the built-in itself, with its own words.
                if open
                    .iter()
                    .rev()
                    .any(|level| JsObject::equals(&level.object, &object))
                {
                    return Ok(());
                }
                if open.len() == MAX_DEPTH {
                    return Err(stack_overflow());
                }
                open.push(Level::new(object));
            }
        }
        match open.last_mut() {
            None => return Ok(()),
            Some(level) => match level.values.next() {
                Some(value) => next = Some(value),
                None => {
                    open.pop();
                }
            },
        }
    }
}

/// Charges for flattening an array; `false` if it is nested too deeply.
pub(super) fn check_flat(array: &JsObject, depth: f64, context: &mut Context) -> JsResult<bool> {
    let mut open = vec![Level::new(array.clone())];
    while let Some(level) = open.last_mut() {
        match level.values.next() {
            Some(value) => {
                charge(1, context)?;
                let inner = value.as_object().filter(JsObject::is_array);
                if let Some(inner) = inner
                    && (open.len() as f64) <= depth
                {
                    if open.len() == MAX_DEPTH {
                        return Ok(false);
                    }
                    open.push(Level::new(inner));
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
