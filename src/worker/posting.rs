//! How a run goes to the page: a typed array for each column.

use domain::cloud::{COLUMN_NAMES, Invocation, Run, columns_of};
use js_sys::{Float64Array, Object, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

/// The message that a plan was run: `{ ran: { id, last, computingMicros, outOfMemory, arrivesAtMicros, … } }`.
pub(crate) fn ran(id: u32, run: &Run, last: Option<&Invocation>) -> Result<JsValue, JsValue> {
    let ran = Object::new();
    put(&ran, "id", &id.into())?;
    put(&ran, "last", &plain(&last)?)?;
    let computing = run.computing.as_micros() as f64;
    put(&ran, "computingMicros", &computing.into())?;
    put(&ran, "outOfMemory", &run.out_of_memory.into())?;
    for (name, column) in COLUMN_NAMES.into_iter().zip(columns_of(run)) {
        put(&ran, name, &Float64Array::from(column.as_slice()))?;
    }
    let message = Object::new();
    put(&message, "ran", &ran)?;
    Ok(message.into())
}

/// A value in the form that JSON would have.
pub(crate) fn plain(value: &impl Serialize) -> Result<JsValue, JsValue> {
    value
        .serialize(&Serializer::json_compatible())
        .map_err(JsValue::from)
}

fn put(object: &Object, name: &str, value: &JsValue) -> Result<(), JsValue> {
    Reflect::set(object, &JsValue::from_str(name), value).map(drop)
}
