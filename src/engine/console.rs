//! `console`, patched as on Lambda: each call is a line of the function's log.

use boa_engine::native_function::NativeFunctionPointer;
use boa_engine::{Context, JsObject, JsResult, JsValue, js_string};
use domain::lambda::LogLevel;

use crate::format::format;
use crate::globals::define_function;
use crate::host::Host;

/// Work that one line costs besides its length.
const UNITS_PER_LINE: u64 = 50;
/// Letters that are worth a unit of work.
const LETTERS_PER_UNIT: u64 = 8;

/// Puts `console` into the current realm.
pub(crate) fn install(context: &mut Context) -> JsResult<()> {
    let console = JsObject::with_object_proto(context.intrinsics());
    let methods: [(&str, NativeFunctionPointer); 7] = [
        ("log", |_, arguments, context| {
            write(LogLevel::Info, arguments, context)
        }),
        ("info", |_, arguments, context| {
            write(LogLevel::Info, arguments, context)
        }),
        ("warn", |_, arguments, context| {
            write(LogLevel::Warn, arguments, context)
        }),
        ("error", |_, arguments, context| {
            write(LogLevel::Error, arguments, context)
        }),
        ("debug", |_, arguments, context| {
            write(LogLevel::Debug, arguments, context)
        }),
        ("trace", |_, arguments, context| {
            write(LogLevel::Trace, arguments, context)
        }),
        ("fatal", |_, arguments, context| {
            write(LogLevel::Fatal, arguments, context)
        }),
    ];
    for (name, method) in methods {
        define_function(&console, name, 0, method, context)?;
    }
    context
        .global_object()
        .set(js_string!("console"), console, false, context)?;
    Ok(())
}

fn write(level: LogLevel, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    // Lambda's patched console passes its first argument on even when there is none.
    let message = if arguments.is_empty() {
        "undefined".to_owned()
    } else {
        format(arguments, context)?
    };
    let host = Host::of(context);
    host.meter.charge(
        UNITS_PER_LINE + message.len() as u64 / LETTERS_PER_UNIT,
        context,
    )?;
    host.write_log(level, message, context);
    Ok(JsValue::undefined())
}
