//! The constructor `Date`.

use boa_engine::object::FunctionObjectBuilder;
use boa_engine::property::PropertyDescriptor;
use boa_engine::{Context, JsObject, JsResult, JsValue, NativeFunction, js_string};

use super::reader;
use crate::globals::{define, define_function, now_millis};
use crate::meter;

/// Replaces `Date` by a constructor that reads the virtual clock. boa's own asks a clock that cannot know how much
/// work was done since the last native call, so a loop that waits for a date would never see time pass.
pub(super) fn install(context: &mut Context) -> JsResult<()> {
    let original = context.intrinsics().constructors().date().constructor();
    let construct = NativeFunction::from_copy_closure_with_captures(
        |new_target, arguments, original: &JsObject, context| {
            let now = JsValue::from(now_millis(context));
            let Some(new_target) = new_target.as_object() else {
                // Called without `new` it gives the time now as text, whatever the arguments.
                let date = original.construct(&[now], None, context)?;
                let to_string = date.get(js_string!("toString"), context)?;
                let to_string = to_string.as_callable().ok_or_else(meter::stop)?;
                return to_string.call(&date.into(), &[], context);
            };
            let read = match arguments {
                [] => Some(now),
                [only] => match only.as_string() {
                    Some(_) => Some(parse_value(only, original, context)?),
                    None => None,
                },
                _ => None,
            };
            let arguments = read.as_ref().map_or(arguments, std::slice::from_ref);
            Ok(original
                .construct(arguments, Some(&new_target), context)?
                .into())
        },
        original.clone(),
    );
    let date = FunctionObjectBuilder::new(context.realm(), construct)
        .name(js_string!("Date"))
        .length(7)
        .constructor(true)
        .build();
    let prototype = original.get(js_string!("prototype"), context)?;
    let fixed = PropertyDescriptor::builder()
        .writable(false)
        .enumerable(false)
        .configurable(false);
    date.define_property_or_throw(
        js_string!("prototype"),
        fixed.value(prototype.clone()),
        context,
    )?;
    let utc = original.get(js_string!("UTC"), context)?;
    define(&date, "UTC", utc, context)?;
    let parse = NativeFunction::from_copy_closure_with_captures(
        |_, arguments, original: &JsObject, context| {
            let text = arguments.first().cloned().unwrap_or_default();
            let text = JsValue::from(text.to_string(context)?);
            parse_value(&text, original, context)
        },
        original.clone(),
    );
    let parse = FunctionObjectBuilder::new(context.realm(), parse)
        .name(js_string!("parse"))
        .length(1)
        .build();
    define(&date, "parse", parse.into(), context)?;
    define_function(
        &date,
        "now",
        0,
        |_, _, context| Ok(now_millis(context).into()),
        context,
    )?;
    if let Some(prototype) = prototype.as_object() {
        define(&prototype, "constructor", date.clone().into(), context)?;
    }
    define(&context.global_object(), "Date", date.into(), context)
}

/// The time that a text names: by boa's own reading, and by ours for what it does not read.
fn parse_value(text: &JsValue, original: &JsObject, context: &mut Context) -> JsResult<JsValue> {
    let date = original.construct(std::slice::from_ref(text), None, context)?;
    let time = date.get(js_string!("getTime"), context)?;
    let time = time.as_callable().ok_or_else(meter::stop)?;
    let millis = time.call(&date.into(), &[], context)?;
    let is_read = millis.as_number().is_some_and(|millis| !millis.is_nan());
    if is_read {
        return Ok(millis);
    }
    let text = text.to_string(context)?.to_std_string_lossy();
    Ok(reader::read(&text).unwrap_or(f64::NAN).into())
}
