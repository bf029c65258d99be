//! The constructor `Date`.

use boa_engine::builtins::date::Date;
use boa_engine::object::FunctionObjectBuilder;
use boa_engine::property::PropertyDescriptor;
use boa_engine::value::PreferredType;
use boa_engine::{Context, JsObject, JsResult, JsString, JsValue, NativeFunction, js_string};

use super::reader;
use crate::globals::{define, define_function, now_millis};
use crate::meter;

/// Replaces `Date` by a constructor that reads the virtual clock. boa's own asks a clock that cannot know how much
/// work was done since the last native call, so a loop that waits for a date would never see time pass.
pub(super) fn install(context: &mut Context) -> JsResult<()> {
    let original = context.intrinsics().constructors().date().constructor();
    let boa_parse = original.get(js_string!("parse"), context)?;
    let boa_parse = boa_parse.as_object().ok_or_else(meter::stop)?;
    let construct = NativeFunction::from_copy_closure_with_captures(
        |new_target, arguments, (original, boa_parse): &(JsObject, JsObject), context| {
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
                [only] => read_value(only, boa_parse, context)?,
                _ => None,
            };
            let arguments = read.as_ref().map_or(arguments, std::slice::from_ref);
            Ok(original
                .construct(arguments, Some(&new_target), context)?
                .into())
        },
        (original.clone(), boa_parse.clone()),
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
    let parsing = NativeFunction::from_copy_closure_with_captures(
        |_, arguments, boa_parse: &JsObject, context| {
            let text = arguments.first().cloned().unwrap_or_default();
            parse(&text.to_string(context)?, boa_parse, context)
        },
        boa_parse,
    );
    let parsing = FunctionObjectBuilder::new(context.realm(), parsing)
        .name(js_string!("parse"))
        .length(1)
        .build();
    define(&date, "parse", parsing.into(), context)?;
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

/// The time that the only argument of the constructor names, if that is a text or becomes one.
fn read_value(
    value: &JsValue,
    boa_parse: &JsObject,
    context: &mut Context,
) -> JsResult<Option<JsValue>> {
    let primitive = match value.as_object() {
        Some(date) if date.is::<Date>() => return Ok(None),
        Some(_) => value.to_primitive(context, PreferredType::Default)?,
        None => value.clone(),
    };
    match primitive.as_string() {
        Some(text) => Ok(Some(parse(&text, boa_parse, context)?)),
        None => Ok(Some(primitive)),
    }
}

/// The time that a text names: by boa's own reading, and by ours for what it does not read.
fn parse(text: &JsString, boa_parse: &JsObject, context: &mut Context) -> JsResult<JsValue> {
    let millis = boa_parse.call(&JsValue::undefined(), &[text.clone().into()], context)?;
    let is_read = millis.as_number().is_some_and(|millis| !millis.is_nan());
    if is_read {
        return Ok(millis);
    }
    let read = reader::read(&text.to_std_string_lossy());
    Ok(read.unwrap_or(f64::NAN).into())
}
