//! `console`, patched as on Lambda: each call of a method with a level is a line of the function's log. The others
//! are Node's own, and come out through those; `dir` alone writes past them.

use boa_engine::native_function::NativeFunctionPointer;
use boa_engine::property::PropertyKey;
use boa_engine::{Context, JsObject, JsResult, JsValue, js_string};
use domain::lambda::LogLevel;

use crate::console_table;
use crate::globals::define_function;
use crate::host::Host;
use crate::inspect::{Depth, inspect};
use crate::log_format::{write_bare, write_call};

/// Puts `console` into the current realm.
pub(crate) fn install(context: &mut Context) -> JsResult<()> {
    let console = JsObject::with_object_proto(context.intrinsics());
    let methods: [(&str, NativeFunctionPointer); 20] = [
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
        ("dirxml", |_, arguments, context| {
            write(LogLevel::Info, arguments, context)
        }),
        ("dir", dir),
        ("table", console_table::table),
        ("assert", assert),
        ("count", count),
        ("countReset", count_reset),
        ("group", group),
        ("groupCollapsed", group),
        ("groupEnd", group_end),
        ("time", time),
        ("timeEnd", time_end),
        ("timeLog", time_log),
        ("timeStamp", nothing),
        ("profile", nothing),
    ];
    for (name, method) in methods {
        define_function(&console, name, 0, method, context)?;
    }
    // The runtime client makes the two one function.
    let info = console.get(js_string!("info"), context)?;
    console.create_data_property_or_throw(js_string!("log"), info, context)?;
    for key in console.own_property_keys(context)? {
        let value = console.get(key.clone(), context)?;
        console.create_data_property_or_throw(key, value, context)?;
    }
    crate::globals::define(&context.global_object(), "console", console.into(), context)
}

fn write(level: LogLevel, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    write_call(level, arguments, context)?;
    Ok(JsValue::undefined())
}

fn nothing(_: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    Ok(JsValue::undefined())
}

/// A text as a line of level INFO.
pub(crate) fn info(text: String, context: &mut Context) -> JsResult<JsValue> {
    write(
        LogLevel::Info,
        &[js_string!("%s").into(), js_string!(text).into()],
        context,
    )
}

/// Writes to standard output itself, so the line has no columns; groups indent only this.
fn dir(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let value = arguments.first().cloned().unwrap_or_default();
    let depth = match arguments.get(1).and_then(JsValue::as_object) {
        Some(options) => Depth::of_option(&options, context)?,
        None => Depth::DEFAULT,
    };
    let text = inspect(&value, depth, context)?;
    let indentation = " ".repeat(Host::of(context).console.borrow().groups * 2);
    let text = match indentation.as_str() {
        "" => text,
        blanks => format!("{blanks}{}", text.replace('\n', &format!("\n{blanks}"))),
    };
    write_bare(text, context)?;
    Ok(JsValue::undefined())
}

fn assert(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    if arguments.first().is_some_and(JsValue::to_boolean) {
        return Ok(JsValue::undefined());
    }
    let mut rest = arguments.get(1..).unwrap_or_default().to_vec();
    match rest.first() {
        None => rest.push(js_string!("Assertion failed").into()),
        Some(first) => match first.as_string() {
            Some(text) => {
                let text = format!("Assertion failed: {}", text.to_std_string_lossy());
                rest[0] = js_string!(text).into();
            }
            None => rest.insert(0, js_string!("Assertion failed:").into()),
        },
    }
    write(LogLevel::Warn, &rest, context)
}

/// The label of a counter or a stopwatch.
fn label(arguments: &[JsValue], context: &mut Context) -> JsResult<String> {
    match arguments.first() {
        Some(label) if !label.is_undefined() => Ok(label.to_string(context)?.to_std_string_lossy()),
        _ => Ok("default".to_owned()),
    }
}

fn count(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let label = label(arguments, context)?;
    let host = Host::of(context);
    let count = {
        let mut state = host.console.borrow_mut();
        let count = state.counts.entry(label.clone()).or_insert(0);
        *count += 1;
        *count
    };
    info(format!("{label}: {count}"), context)
}

fn count_reset(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let label = label(arguments, context)?;
    Host::of(context).console.borrow_mut().counts.remove(&label);
    Ok(JsValue::undefined())
}

fn group(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    if !arguments.is_empty() {
        write_call(LogLevel::Info, arguments, context)?;
    }
    Host::of(context).console.borrow_mut().groups += 1;
    Ok(JsValue::undefined())
}

fn group_end(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let host = Host::of(context);
    let mut state = host.console.borrow_mut();
    state.groups = state.groups.saturating_sub(1);
    Ok(JsValue::undefined())
}

fn time(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let label = label(arguments, context)?;
    let host = Host::of(context);
    let now = host.meter.now(context);
    host.console.borrow_mut().timers.entry(label).or_insert(now);
    Ok(JsValue::undefined())
}

fn time_end(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let label = label(arguments, context)?;
    tell_time(&label, &[], context)?;
    Host::of(context).console.borrow_mut().timers.remove(&label);
    Ok(JsValue::undefined())
}

fn time_log(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let label = label(arguments, context)?;
    tell_time(&label, arguments.get(1..).unwrap_or_default(), context)
}

fn tell_time(label: &str, data: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let host = Host::of(context);
    let began = host.console.borrow().timers.get(label).copied();
    // Node.js warns about an unknown label where nobody reads it.
    let Some(began) = began else {
        return Ok(JsValue::undefined());
    };
    let micros = host.meter.now(context).since(began).as_micros();
    let mut arguments = vec![
        js_string!("%s: %s").into(),
        js_string!(label).into(),
        js_string!(elapsed(micros)).into(),
    ];
    arguments.extend_from_slice(data);
    write(LogLevel::Info, &arguments, context)
}

/// A span as Node's stopwatches print it: three decimals, in the unit that fits.
fn elapsed(micros: u64) -> String {
    let seconds = (micros + 500) / 1_000_000;
    match micros {
        0..1_000_000 => {
            let text = format!("{}.{:03}", micros / 1_000, micros % 1_000);
            let text = text.trim_end_matches('0').trim_end_matches('.');
            format!("{text}ms")
        }
        1_000_000..60_000_000 => {
            format!("{}.{:03}s", micros / 1_000_000, micros / 1_000 % 1_000)
        }
        60_000_000..3_600_000_000 => {
            let millis = micros / 1_000 % 60_000;
            format!(
                "{}:{:02}.{:03} (m:ss.mmm)",
                micros / 60_000_000,
                millis / 1_000,
                millis % 1_000
            )
        }
        _ => format!(
            "{}:{:02}:{:02} (h:mm:ss)",
            seconds / 3_600,
            seconds / 60 % 60,
            seconds % 60
        ),
    }
}

/// Members of an object that a table shows, in order.
pub(crate) fn enumerable_keys(
    object: &JsObject,
    context: &mut Context,
) -> JsResult<Vec<PropertyKey>> {
    let mut keys = object.own_property_keys(context)?;
    keys.retain(|key| {
        let property = object.borrow().properties().get(key);
        !matches!(key, PropertyKey::Symbol(_))
            && property.is_some_and(|property| property.enumerable().unwrap_or(false))
    });
    Ok(keys)
}

#[cfg(test)]
mod tests {
    #[test]
    fn spans_are_printed_as_node_prints_them() {
        for (micros, expected) in [
            (512, "0.512ms"),
            (12_340, "12.34ms"),
            (1_234_567, "1.234s"),
            (61_500_000, "1:01.500 (m:ss.mmm)"),
            (3_723_000_000, "1:02:03 (h:mm:ss)"),
        ] {
            assert_eq!(super::elapsed(micros), expected);
        }
    }
}
