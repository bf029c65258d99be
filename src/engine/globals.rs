//! The global objects that Lambda's Node.js has and boa has not, and those of boa that must not see the real world:
//! the clock and chance.

use std::rc::Rc;

use boa_engine::native_function::NativeFunctionPointer;
use boa_engine::object::FunctionObjectBuilder;
use boa_engine::property::PropertyDescriptor;
use boa_engine::{Context, JsObject, JsResult, JsValue, NativeFunction, js_string};
use domain::lambda::Deployment;

use crate::host::Host;
use crate::{console, dates, error_stack, json_parse, math, metered, node, numbers};

/// Puts everything into the current realm.
pub(crate) fn install(
    deployment: &Rc<Deployment>,
    log_stream_name: &str,
    context: &mut Context,
) -> JsResult<()> {
    json_parse::install(context)?;
    dates::install(context)?;
    numbers::install(context)?;
    math::install(context)?;
    // Behind whatever replaces built-ins, so that it pays as well.
    metered::install(context);
    error_stack::install(context)?;
    console::install(context)?;
    node::install(deployment, log_stream_name, context)?;
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
pub(crate) fn now_millis(context: &mut Context) -> f64 {
    let host = Host::of(context);
    host.calendar(host.meter.now(context)).epoch_millis() as f64
}
