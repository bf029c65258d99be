//! The global objects that Lambda's Node.js has and boa has not, and those of boa that must not see the real world:
//! the clock and chance.

use std::rc::Rc;

use boa_engine::native_function::NativeFunctionPointer;
use boa_engine::object::FunctionObjectBuilder;
use boa_engine::property::PropertyDescriptor;
use boa_engine::{Context, JsObject, JsResult, JsValue, NativeFunction, js_string};
use domain::lambda::Deployment;

use crate::host::Host;
use crate::{console, error_stack, json_parse, meter, metered, node};

/// Puts everything into the current realm.
pub(crate) fn install(
    deployment: &Rc<Deployment>,
    log_stream_name: &str,
    context: &mut Context,
) -> JsResult<()> {
    json_parse::install(context)?;
    metered::install(context);
    error_stack::install(context)?;
    console::install(context)?;
    node::install(deployment, log_stream_name, context)?;
    install_date(context)?;
    let math = context.intrinsics().objects().math();
    define_function(&math, "random", 0, random, context)?;
    let global = context.global_object();
    define(&global, "global", global.clone().into(), context)
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
