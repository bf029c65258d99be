//! The global objects that Lambda's Node.js has and boa has not, and those of boa that must not see the real world:
//! the clock and chance.

use boa_engine::native_function::NativeFunctionPointer;
use boa_engine::object::builtins::JsFunction;
use boa_engine::object::{FunctionObjectBuilder, ObjectInitializer};
use boa_engine::property::{Attribute, PropertyDescriptor};
use boa_engine::{Context, JsNativeError, JsObject, JsResult, JsValue, NativeFunction, js_string};
use domain::lambda::Deployment;

use crate::host::Host;
use crate::{console, error_stack, meter, process_env, timers};

/// Puts everything into the current realm, and gives `process.env`.
pub(crate) fn install(
    deployment: &Deployment,
    log_stream_name: &str,
    context: &mut Context,
) -> JsResult<JsObject> {
    error_stack::install(context)?;
    console::install(context)?;
    timers::install(context)?;
    install_date(context)?;
    let math = context.intrinsics().objects().math();
    define_function(&math, "random", 0, random, context)?;
    let env = install_process(deployment, log_stream_name, context)?;
    let global = context.global_object();
    define(&global, "global", global.clone().into(), context)?;
    Ok(env)
}

/// Defines a method as built-ins are: writable, configurable, not enumerable.
pub(crate) fn define_function(
    object: &JsObject,
    name: &str,
    length: usize,
    function: NativeFunctionPointer,
    context: &mut Context,
) -> JsResult<()> {
    let function =
        FunctionObjectBuilder::new(context.realm(), NativeFunction::from_fn_ptr(function))
            .name(js_string!(name))
            .length(length)
            .build();
    define(object, name, function.into(), context)
}

/// Defines a member that loops over members do not see.
pub(crate) fn define(
    object: &JsObject,
    name: &str,
    value: JsValue,
    context: &mut Context,
) -> JsResult<()> {
    let property = PropertyDescriptor::builder()
        .value(value)
        .writable(true)
        .enumerable(false)
        .configurable(true);
    object.define_property_or_throw(js_string!(name), property, context)?;
    Ok(())
}

fn random(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    Ok(Host::of(context).random.borrow_mut().unit_interval().into())
}

/// Milliseconds since 1970 on the virtual clock.
fn now_millis(context: &mut Context) -> f64 {
    let host = Host::of(context);
    host.calendar(host.meter.now(context)).epoch_millis() as f64
}

/// Replaces `Date` by a constructor that reads the virtual clock. boa's own asks a clock that cannot know how much
/// work was done since the last native call, so a loop that waits for a date would never see time pass.
fn install_date(context: &mut Context) -> JsResult<()> {
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
            let arguments = if arguments.is_empty() {
                std::slice::from_ref(&now)
            } else {
                arguments
            };
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
    for name in ["parse", "UTC"] {
        let function = original.get(js_string!(name), context)?;
        define(&date, name, function, context)?;
    }
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

/// `process`, as far as the first handlers need it: the environment variables and `exit`.
fn install_process(
    deployment: &Deployment,
    log_stream_name: &str,
    context: &mut Context,
) -> JsResult<JsObject> {
    let env = process_env::create(deployment, log_stream_name, context)?;
    let process = ObjectInitializer::new(context)
        .property(js_string!("env"), env.clone(), Attribute::all())
        .property(
            js_string!("version"),
            js_string!(deployment.runtime.node_version()),
            Attribute::all(),
        )
        .property(
            js_string!("platform"),
            js_string!("linux"),
            Attribute::all(),
        )
        .function(NativeFunction::from_fn_ptr(exit), js_string!("exit"), 1)
        .build();
    define(&context.global_object(), "process", process.into(), context)?;
    Ok(env)
}

fn exit(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let code = arguments
        .first()
        .map_or(Ok(0), |code| code.to_i32(context))?;
    Host::of(context).exit_code.set(Some(code & 0xff));
    Err(meter::stop())
}

/// The module's `require`. No module exists in this version, and the error says so as Node.js does.
pub(crate) fn require_function(context: &mut Context) -> JsFunction {
    let require = NativeFunction::from_fn_ptr(|_, arguments, context| {
        let name = match arguments.first().and_then(JsValue::as_string) {
            Some(name) => name.to_std_string_escaped(),
            None => {
                let message = "The \"id\" argument must be of type string.";
                return Err(JsNativeError::typ().with_message(message).into());
            }
        };
        let message = format!(
            "Cannot find module '{name}'\nRequire stack:\n- /var/task/index.js\n- /var/runtime/index.mjs"
        );
        let error = JsNativeError::error()
            .with_message(message)
            .into_opaque(context);
        error.set(
            js_string!("code"),
            js_string!("MODULE_NOT_FOUND"),
            true,
            context,
        )?;
        Err(boa_engine::JsError::from_opaque(error.into()))
    });
    FunctionObjectBuilder::new(context.realm(), require)
        .name(js_string!("require"))
        .length(1)
        .build()
}
