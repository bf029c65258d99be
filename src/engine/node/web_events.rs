//! `Event`, `EventTarget`, `AbortController` and `DOMException`: classes, so a script.

use boa_engine::{Context, JsError, JsObject, JsResult, JsValue, js_string};

use super::builtin_modules;
use super::script::{NodeScript, node_script, run};

const SCRIPT: NodeScript = node_script!("node:internal/web_events", "web_events.js");

pub(super) fn module(context: &mut Context) -> JsResult<JsValue> {
    let native = JsObject::with_object_proto(context.intrinsics());
    Ok(run(SCRIPT, native, context)?.into())
}

/// A `DOMException` of this message and name.
pub(super) fn dom_exception(message: &str, name: &str, context: &mut Context) -> JsResult<JsError> {
    let module = builtin_modules::load("internal:web_events", context)?.unwrap_or_default();
    let module = module.as_object().ok_or_else(crate::meter::stop)?;
    let class = module.get(js_string!("DOMException"), context)?;
    let class = class.as_object().ok_or_else(crate::meter::stop)?;
    let arguments = [js_string!(message).into(), js_string!(name).into()];
    let exception = class.construct(&arguments, None, context)?;
    Ok(JsError::from_opaque(exception.into()))
}
