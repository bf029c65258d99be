//! The texts of a date: those of the standard with the name of the zone, and those for readers in the United States.

use boa_engine::native_function::NativeFunctionPointer;
use boa_engine::object::builtins::JsDate;
use boa_engine::{Context, JsNativeError, JsResult, JsValue, js_string};

use super::calendar::Parts;
use super::locale::{Defaults, Form};
use crate::globals::define_function;

/// Replaces the methods of the current realm.
pub(super) fn install(context: &mut Context) -> JsResult<()> {
    let prototype = context.intrinsics().constructors().date().prototype();
    let methods: [(&str, NativeFunctionPointer); 5] = [
        ("toString", |this, _, context| {
            text(this, context, |parts| {
                format!("{} {}", date_text(parts), time_text(parts))
            })
        }),
        ("toTimeString", |this, _, context| {
            text(this, context, time_text)
        }),
        ("toLocaleString", |this, arguments, context| {
            locale(this, arguments, Defaults::Both, context)
        }),
        ("toLocaleDateString", |this, arguments, context| {
            locale(this, arguments, Defaults::Date, context)
        }),
        ("toLocaleTimeString", |this, arguments, context| {
            locale(this, arguments, Defaults::Time, context)
        }),
    ];
    for (name, method) in methods {
        define_function(&prototype, name, 0, method, context)?;
    }
    Ok(())
}

/// Milliseconds since 1970 of the date that a method is called on.
fn millis(this: &JsValue, context: &mut Context) -> JsResult<f64> {
    let date = this
        .as_object()
        .and_then(|object| JsDate::from_object(object).ok());
    let date =
        date.ok_or_else(|| JsNativeError::typ().with_message("this is not a Date object."))?;
    let time = date.get_time(context)?;
    Ok(time.as_number().unwrap_or(f64::NAN))
}

fn text(
    this: &JsValue,
    context: &mut Context,
    write: impl Fn(&Parts) -> String,
) -> JsResult<JsValue> {
    let millis = millis(this, context)?;
    let text = match millis.is_nan() {
        true => "Invalid Date".to_owned(),
        false => write(&Parts::of(millis)),
    };
    Ok(js_string!(text).into())
}

fn date_text(parts: &Parts) -> String {
    let (weekday, month) = parts.names();
    let year = match parts.year {
        year if year < 0 => format!("-{:06}", -year),
        year => format!("{year:04}"),
    };
    format!("{} {} {:02} {year}", &weekday[..3], &month[..3], parts.day)
}

fn time_text(parts: &Parts) -> String {
    format!(
        "{:02}:{:02}:{:02} GMT+0000 (Coordinated Universal Time)",
        parts.hour, parts.minute, parts.second
    )
}

fn locale(
    this: &JsValue,
    arguments: &[JsValue],
    defaults: Defaults,
    context: &mut Context,
) -> JsResult<JsValue> {
    let form = match arguments.get(1).and_then(JsValue::as_object) {
        Some(options) => Form::read(&options, defaults, context)?,
        None => Form::of(defaults),
    };
    text(this, context, |parts| form.write(parts))
}
