//! How a run goes to the page: a typed array for each column.

use domain::cloud::{COLUMN_NAMES, Run, columns_of};
use js_sys::{Float64Array, Object, Reflect};
use wasm_bindgen::JsValue;

/// The message that a plan was run: `{ ran: { id, computingMicros, outOfMemory, arrivesAtMicros, … } }`.
pub(crate) fn ran(id: u32, run: &Run) -> Result<JsValue, JsValue> {
    let ran = Object::new();
    put(&ran, "id", &id.into())?;
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

fn put(object: &Object, name: &str, value: &JsValue) -> Result<(), JsValue> {
    Reflect::set(object, &JsValue::from_str(name), value).map(drop)
}
