//! `util.inspect`: a value as Node.js prints it. Getters are named, never called, except for `Symbol.toStringTag` and
//! what an error is made of, which Node.js reads too.

mod custom;
mod error_text;
mod kinds;
mod layout;
mod names;
mod options;
mod printer;
mod text;

use boa_engine::{Context, JsResult, JsValue};

pub(crate) use options::{Depth, Options};
use printer::Printer;

/// The text of a value, opened to a depth.
pub(crate) fn inspect(value: &JsValue, depth: Depth, context: &mut Context) -> JsResult<String> {
    inspect_with(value, &Options::of_depth(depth), context)
}

/// The text of a value.
pub(crate) fn inspect_with(
    value: &JsValue,
    options: &Options,
    context: &mut Context,
) -> JsResult<String> {
    Printer::new(options, context)?.value(value, 0, context)
}

/// `util.inspect` as a function of the reader's.
pub(crate) fn inspect_function(
    _: &JsValue,
    arguments: &[JsValue],
    context: &mut Context,
) -> JsResult<JsValue> {
    let value = arguments.first().cloned().unwrap_or_default();
    let options = match arguments.get(1).and_then(JsValue::as_object) {
        Some(options) => Options::read(&options, context)?,
        // The form of old: whether hidden members are shown, then the depth.
        None => Options {
            show_hidden: arguments.get(1).is_some_and(JsValue::to_boolean),
            ..Options::of_depth(match arguments.get(2) {
                Some(depth) if depth.is_null() => Depth(None),
                Some(depth) => Depth(
                    depth
                        .as_number()
                        .map_or(Some(2), |depth| Some(depth as i64)),
                ),
                None => Depth::DEFAULT,
            })
        },
    };
    let text = inspect_with(&value, &options, context)?;
    Ok(boa_engine::js_string!(text).into())
}
