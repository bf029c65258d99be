//! The errors of `argument_errors` for scripts, and who waits for an error that comes later.

use boa_engine::{Context, JsObject, JsResult, JsValue, js_string};

use super::argument_errors::{invalid_type, invalid_value, out_of_range};
use crate::error_stack;
use crate::globals::define_function;

/// Functions that make errors, which whoever calls them throws, and that name who called.
pub(super) fn module(context: &mut Context) -> JsResult<JsValue> {
    let module = JsObject::with_object_proto(context.intrinsics());
    define_function(
        &module,
        "invalidType",
        2,
        |_, arguments, context| {
            let [wanted, value] = two(arguments);
            let wanted = wanted.to_string(context)?.to_std_string_lossy();
            invalid_type(&wanted, &value, context).into_opaque(context)
        },
        context,
    )?;
    define_function(
        &module,
        "invalidValue",
        3,
        |_, arguments, context| {
            let [name, reason] = two(arguments);
            let value = arguments.get(2).cloned().unwrap_or_default();
            let name = name.to_string(context)?.to_std_string_lossy();
            let reason = reason.to_string(context)?.to_std_string_lossy();
            invalid_value(&name, &reason, &value, context).into_opaque(context)
        },
        context,
    )?;
    define_function(
        &module,
        "outOfRange",
        3,
        |_, arguments, context| {
            let [name, range] = two(arguments);
            let value = arguments.get(2).cloned().unwrap_or_default();
            let name = name.to_string(context)?.to_std_string_lossy();
            let range = range.to_string(context)?.to_std_string_lossy();
            out_of_range(&name, &range, &value, context).into_opaque(context)
        },
        context,
    )?;
    define_function(
        &module,
        "caller",
        0,
        |_, _, context| {
            let frame = error_stack::caller(context)?;
            Ok(frame.map_or_else(JsValue::undefined, |frame| js_string!(frame).into()))
        },
        context,
    )?;
    define_function(
        &module,
        "setCaller",
        2,
        |_, arguments, context| {
            let [error, frame] = two(arguments);
            if let (Some(error), Some(frame)) = (error.as_object(), frame.as_string()) {
                error_stack::set_caller(&error, &frame.to_std_string_lossy(), context);
            }
            Ok(JsValue::undefined())
        },
        context,
    )?;
    Ok(module.into())
}

fn two(arguments: &[JsValue]) -> [JsValue; 2] {
    [0, 1].map(|at| arguments.get(at).cloned().unwrap_or_default())
}
