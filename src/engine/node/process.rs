//! `process`, made when first read.

use boa_engine::native_function::NativeFunctionPointer;
use boa_engine::object::FunctionObjectBuilder;
use boa_engine::object::builtins::JsArray;
use boa_engine::property::PropertyDescriptor;
use boa_engine::{
    Context, JsBigInt, JsObject, JsResult, JsSymbol, JsValue, NativeFunction, js_string,
};
use domain::lambda::{LogLevel, NodeRuntime};

use super::argument_errors::{invalid_type, invalid_value};
use super::builtin_modules;
use super::path::{WORKING_FOLDER, resolve};
use super::realm_state::RealmState;
use crate::event_loop::Tick;
use crate::globals::define_function;
use crate::host::Host;
use crate::{memory, meter, process_env, timers};

const NANOS_PER_MICRO: u64 = 1_000;
const MICROS_PER_SECOND: u64 = 1_000_000;
const MEGABYTE: f64 = 1_048_576.0;
/// Work of a tick besides what it calls.
const UNITS_PER_TICK: u64 = 5;

/// Methods of `EventEmitter`, which is loaded with the first of them.
const EMITTER_METHODS: [&str; 15] = [
    "on",
    "once",
    "off",
    "addListener",
    "removeListener",
    "removeAllListeners",
    "prependListener",
    "prependOnceListener",
    "emit",
    "eventNames",
    "listeners",
    "rawListeners",
    "listenerCount",
    "setMaxListeners",
    "getMaxListeners",
];

/// Makes `process`.
pub(super) fn make(context: &mut Context) -> JsResult<JsValue> {
    let is_node24 = Host::of(context).runtime.get() == NodeRuntime::Node24;
    let version = Host::of(context).runtime.get().node_version();
    let class = NativeFunction::from_fn_ptr(|_, _, _| Ok(JsValue::undefined()));
    let class = FunctionObjectBuilder::new(context.realm(), class)
        .name(js_string!("process"))
        .build();
    let prototype = JsObject::with_object_proto(context.intrinsics());
    let process = JsObject::from_proto_and_data(prototype.clone(), ());
    let hidden = |value: JsValue| {
        PropertyDescriptor::builder()
            .value(value)
            .writable(true)
            .enumerable(false)
            .configurable(true)
    };
    prototype.define_property_or_throw(js_string!("constructor"), hidden(class.into()), context)?;
    let tag = hidden(js_string!("process").into());
    process.define_property_or_throw(JsSymbol::to_string_tag(), tag, context)?;

    let versions = JsObject::with_object_proto(context.intrinsics());
    for (name, value) in [
        ("node", version.trim_start_matches('v')),
        ("modules", if is_node24 { "137" } else { "127" }),
    ] {
        versions.set(js_string!(name), js_string!(value), true, context)?;
    }
    let release = JsObject::with_object_proto(context.intrinsics());
    for (name, value) in [
        ("name", "node"),
        ("lts", if is_node24 { "Krypton" } else { "Jod" }),
    ] {
        release.set(js_string!(name), js_string!(value), true, context)?;
    }
    let arguments =
        ["/var/lang/bin/node", "/var/runtime/index.mjs"].map(|it| js_string!(it).into());
    let arguments = JsArray::from_iter(arguments, context);
    let text = |text: &str| JsValue::from(js_string!(text));
    let members: [(&str, JsValue); 18] = [
        ("version", text(version)),
        ("versions", versions.into()),
        ("arch", text("x64")),
        ("platform", text("linux")),
        ("release", release.into()),
        ("title", text("/var/lang/bin/node")),
        ("argv", arguments.into()),
        ("argv0", text("/var/lang/bin/node")),
        ("execArgv", JsArray::new(context)?.into()),
        ("execPath", text("/var/lang/bin/node")),
        ("pid", 8.into()),
        ("ppid", 1.into()),
        ("exitCode", JsValue::undefined()),
        ("env", environment(context)?),
        (
            "features",
            JsObject::with_object_proto(context.intrinsics()).into(),
        ),
        (
            "config",
            JsObject::with_object_proto(context.intrinsics()).into(),
        ),
        (
            "stdout",
            stream(
                1,
                |_, arguments, context| write(LogLevel::Bare, arguments, context),
                context,
            )?,
        ),
        (
            "stderr",
            stream(
                2,
                |_, arguments, context| write(LogLevel::Bare, arguments, context),
                context,
            )?,
        ),
    ];
    for (name, value) in members {
        process.create_data_property_or_throw(js_string!(name), value, context)?;
    }
    install_functions(&process, context)?;
    for name in EMITTER_METHODS {
        let method = NativeFunction::from_copy_closure(move |this, arguments, context| {
            emitter_method(name, this, arguments, context)
        });
        let method = FunctionObjectBuilder::new(context.realm(), method)
            .name(js_string!(name))
            .build();
        prototype.define_property_or_throw(js_string!(name), hidden(method.into()), context)?;
    }
    RealmState::with(context, |state| state.process = Some(process.clone()));
    Ok(process.into())
}

fn install_functions(process: &JsObject, context: &mut Context) -> JsResult<()> {
    let functions: [(&str, usize, NativeFunctionPointer); 18] = [
        ("exit", 1, exit),
        ("reallyExit", 1, exit),
        ("abort", 0, |_, _, context| leave(134, context)),
        ("nextTick", 1, next_tick),
        ("hrtime", 1, high_resolution_time),
        ("uptime", 0, |_, _, context| {
            Ok((micros_since_start(context) as f64 / 1e6).into())
        }),
        ("memoryUsage", 0, memory_usage),
        ("cpuUsage", 1, |_, _, context| {
            let usage = JsObject::with_object_proto(context.intrinsics());
            let micros = micros_since_start(context) as f64;
            usage.set(js_string!("user"), micros, true, context)?;
            usage.set(js_string!("system"), 0, true, context)?;
            Ok(usage.into())
        }),
        ("cwd", 0, |_, _, _| Ok(js_string!(WORKING_FOLDER).into())),
        ("chdir", 1, |_, arguments, context| {
            let value = arguments.first().cloned().unwrap_or_default();
            let Some(path) = value.as_string() else {
                return Err(invalid_type(
                    "\"directory\" argument must be of type string",
                    &value,
                    context,
                ));
            };
            let path = path.to_std_string_lossy();
            if resolve(&[&path]) == WORKING_FOLDER {
                return Ok(JsValue::undefined());
            }
            Err(super::refusals::refusal(
                "process.chdir",
                "every file lies in /var/task or /tmp",
                context,
            ))
        }),
        ("umask", 1, |_, _, _| Ok(0o22.into())),
        ("getuid", 0, |_, _, _| Ok(993.into())),
        ("geteuid", 0, |_, _, _| Ok(993.into())),
        ("getgid", 0, |_, _, _| Ok(990.into())),
        ("getegid", 0, |_, _, _| Ok(990.into())),
        ("emitWarning", 1, emit_warning),
        ("kill", 2, |_, _, context| leave(143, context)),
        ("getBuiltinModule", 1, |_, arguments, context| {
            let name = arguments
                .first()
                .cloned()
                .unwrap_or_default()
                .to_string(context)?
                .to_std_string_lossy();
            match builtin_modules::is_known(&name) {
                true => {
                    let plain = name.strip_prefix("node:").unwrap_or(&name);
                    Ok(builtin_modules::load(plain, context)?.unwrap_or_default())
                }
                false => Ok(JsValue::undefined()),
            }
        }),
    ];
    for (name, length, function) in functions {
        define_function(process, name, length, function, context)?;
    }
    let hrtime = process.get(js_string!("hrtime"), context)?.as_object();
    if let Some(hrtime) = hrtime {
        define_function(
            &hrtime,
            "bigint",
            0,
            |_, _, context| {
                Ok(JsBigInt::from(micros_since_start(context) * NANOS_PER_MICRO).into())
            },
            context,
        )?;
    }
    let memory_usage = process.get(js_string!("memoryUsage"), context)?.as_object();
    if let Some(memory_usage) = memory_usage {
        define_function(
            &memory_usage,
            "rss",
            0,
            |_, _, context| Ok((resident_megabytes(context) * MEGABYTE).into()),
            context,
        )?;
    }
    Ok(())
}

/// `process.env`, with the invocation's trace id if one has begun.
fn environment(context: &mut Context) -> JsResult<JsValue> {
    let (facts, trace_id) = RealmState::with(context, |state| {
        (state.environment.clone(), state.trace_id.clone())
    });
    let facts = facts.ok_or_else(meter::stop)?;
    let env = process_env::create(
        &facts.deployment,
        &facts.log_stream_name,
        &trace_id,
        context,
    )?;
    RealmState::with(context, |state| state.process_env = Some(env.clone()));
    Ok(env.into())
}

/// `process.stdout` and `process.stderr`, as far as they can be written to.
fn stream(number: i32, write: NativeFunctionPointer, context: &mut Context) -> JsResult<JsValue> {
    let stream = JsObject::with_object_proto(context.intrinsics());
    stream.create_data_property_or_throw(js_string!("fd"), number, context)?;
    stream.create_data_property_or_throw(js_string!("writable"), true, context)?;
    define_function(&stream, "write", 3, write, context)?;
    define_function(&stream, "end", 3, write, context)?;
    for name in ["on", "once", "off", "removeListener", "emit"] {
        define_function(&stream, name, 2, |this, _, _| Ok(this.clone()), context)?;
    }
    Ok(stream.into())
}

fn write(level: LogLevel, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let value = arguments.first().cloned().unwrap_or_default();
    let text = if let Some(text) = value.as_string() {
        text.to_std_string_lossy()
    } else if let Some(bytes) = super::bytes::Bytes::of_uint8_array(&value, context) {
        bytes.read(|bytes| String::from_utf8_lossy(bytes).into_owned())
    } else {
        let wanted =
            "\"chunk\" argument must be of type string or an instance of Buffer or Uint8Array";
        return Err(invalid_type(wanted, &value, context));
    };
    super::bytes::charge(text.len(), context)?;
    let line = text.strip_suffix('\n').unwrap_or(&text).to_owned();
    Host::of(context).write_log(level, line, context);
    if let Some(done) = arguments.last().and_then(JsValue::as_callable) {
        done.call(&JsValue::undefined(), &[], context)?;
    }
    Ok(true.into())
}

fn exit(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let given = arguments.first().cloned().unwrap_or_default();
    let code = match (given.is_null_or_undefined(), this.as_object()) {
        (true, Some(process)) => process.get(js_string!("exitCode"), context)?,
        _ => given,
    };
    let number = match code.as_string() {
        Some(text) => Some(text.to_number()),
        None => code.as_number(),
    };
    let code = match number {
        None if code.is_null_or_undefined() => 0,
        Some(number) if number.trunc() == number => number as i32,
        _ => {
            return Err(invalid_type(
                "\"code\" argument must be of type number",
                &code,
                context,
            ));
        }
    };
    leave(code, context)
}

/// The process ends here and now.
fn leave(code: i32, context: &mut Context) -> JsResult<JsValue> {
    Host::of(context).exit_code.set(Some(code & 0xff));
    Err(meter::stop())
}

fn next_tick(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let callback = timers::callback(arguments, context)?;
    let host = Host::of(context);
    host.meter.charge(UNITS_PER_TICK, context)?;
    let arguments = arguments.get(1..).unwrap_or_default().to_vec();
    host.queues.borrow_mut().add_tick(Tick {
        callback,
        arguments,
    });
    Ok(JsValue::undefined())
}

/// Microseconds of virtual time since the environment's module began.
pub(super) fn micros_since_start(context: &Context) -> u64 {
    let host = Host::of(context);
    let start = RealmState::with(context, |state| {
        state.environment.as_ref().map(|it| it.started)
    });
    start.map_or(0, |start| host.meter.now(context).since(start).as_micros())
}

fn high_resolution_time(
    _: &JsValue,
    arguments: &[JsValue],
    context: &mut Context,
) -> JsResult<JsValue> {
    let micros = micros_since_start(context);
    let mut seconds = (micros / MICROS_PER_SECOND) as f64;
    let mut nanos = (micros % MICROS_PER_SECOND * NANOS_PER_MICRO) as f64;
    if let Some(before) = arguments.first().filter(|before| !before.is_undefined()) {
        let Some(before) = before.as_object().filter(JsObject::is_array) else {
            return Err(invalid_type(
                "\"time\" argument must be an instance of Array",
                before,
                context,
            ));
        };
        seconds -= before.get(0, context)?.to_number(context)?;
        nanos -= before.get(1, context)?.to_number(context)?;
        if nanos < 0.0 {
            seconds -= 1.0;
            nanos += 1e9;
        }
    }
    Ok(JsArray::from_iter([seconds.into(), nanos.into()], context).into())
}

/// What the whole process takes, by the memory model.
fn resident_megabytes(context: &Context) -> f64 {
    let claimed = Host::of(context).meter.largest_claim();
    f64::from(memory::used_with(claimed).megabytes())
}

fn memory_usage(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let usage = JsObject::with_object_proto(context.intrinsics());
    let members = [
        ("rss", resident_megabytes(context)),
        ("heapTotal", 8.0),
        ("heapUsed", 5.0),
        ("external", 2.0),
        ("arrayBuffers", 0.0),
    ];
    for (name, megabytes) in members {
        usage.set(js_string!(name), megabytes * MEGABYTE, true, context)?;
    }
    Ok(usage.into())
}

/// `(node:8) [code] Type: text`, in the log as on Lambda.
fn emit_warning(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let [warning, second, third] =
        [0, 1, 2].map(|at| arguments.get(at).cloned().unwrap_or_default());
    let mut text = |value: JsValue| -> JsResult<Option<String>> {
        if value.is_null_or_undefined() {
            return Ok(None);
        }
        Ok(Some(value.to_string(context)?.to_std_string_lossy()))
    };
    let line = if let Some(error) = warning.as_object() {
        text(error.clone().into())?.unwrap_or_default()
    } else if warning.is_string() {
        let (kind, code) = match second.as_object() {
            Some(_) => (None, None),
            None => (text(second.clone())?, text(third)?),
        };
        let (kind, code) = match second.as_object() {
            Some(options) => {
                let kind = options.get(js_string!("type"), context)?;
                let code = options.get(js_string!("code"), context)?;
                let mut text = |value: JsValue| -> JsResult<Option<String>> {
                    if value.is_undefined() {
                        return Ok(None);
                    }
                    Ok(Some(value.to_string(context)?.to_std_string_lossy()))
                };
                (text(kind)?, text(code)?)
            }
            None => (kind, code),
        };
        let kind = kind.unwrap_or_else(|| "Warning".to_owned());
        let code = code.map_or_else(String::new, |code| format!("[{code}] "));
        let message = warning.to_string(context)?.to_std_string_lossy();
        format!("{code}{kind}: {message}")
    } else {
        return Err(invalid_value(
            "warning",
            "must be a string or an error",
            &warning,
            context,
        ));
    };
    Host::of(context).write_log(LogLevel::Bare, format!("(node:8) {line}"), context);
    Ok(JsValue::undefined())
}

fn emitter_method(
    name: &str,
    this: &JsValue,
    arguments: &[JsValue],
    context: &mut Context,
) -> JsResult<JsValue> {
    let emitter = builtin_modules::load("events", context)?.unwrap_or_default();
    let emitter = emitter.as_object().ok_or_else(meter::stop)?;
    let prototype = emitter.get(js_string!("prototype"), context)?;
    let prototype = prototype.as_object().ok_or_else(meter::stop)?;
    let method = prototype.get(js_string!(name), context)?;
    let method = method.as_callable().ok_or_else(meter::stop)?;
    method.call(this, arguments, context)
}
