//! The reader's listeners for what would end the process.

use boa_engine::{Context, JsResult, JsValue, js_string};

use super::realm_state::RealmState;

/// An error that nobody caught.
pub(crate) const UNCAUGHT_EXCEPTION: &str = "uncaughtException";
/// A rejected promise that nobody handles.
pub(crate) const UNHANDLED_REJECTION: &str = "unhandledRejection";

/// Calls the listeners that `process.on` was given for an event of these two; `false` if there is none.
pub(crate) fn emit(event: &str, value: &JsValue, context: &mut Context) -> JsResult<bool> {
    let process = RealmState::with(context, |state| state.process.clone());
    let Some(process) = process else {
        return Ok(false);
    };
    // A process without any listener has no such member yet.
    let events = process
        .borrow()
        .properties()
        .get(&js_string!("_events").into());
    if events.is_none() {
        return Ok(false);
    }
    let second: JsValue = match event {
        UNCAUGHT_EXCEPTION => js_string!(UNCAUGHT_EXCEPTION).into(),
        _ => JsValue::undefined(),
    };
    let emit = process.get(js_string!("emit"), context)?;
    let Some(emit) = emit.as_callable() else {
        return Ok(false);
    };
    let arguments = [js_string!(event).into(), value.clone(), second];
    Ok(emit
        .call(&process.into(), &arguments, context)?
        .to_boolean())
}
