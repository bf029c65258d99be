//! One execution environment: a realm with the globals of Lambda's Node.js and the reader's module in it.

use std::rc::Rc;

use boa_engine::object::ObjectInitializer;
use boa_engine::object::builtins::JsFunction;
use boa_engine::property::Attribute;
use boa_engine::realm::Realm;
use boa_engine::{Context, JsObject, JsResult, JsValue, Script, Source, js_string};
use domain::lambda::{Deployment, FunctionError, HandlerName, InvocationIdentity, NodeRuntime};
use domain::units::{CalendarTime, Draws, MemorySize};

use crate::errors::{Thrown, describe};
use crate::event_loop::Queues;
use crate::globals;
use crate::module::PATH;

/// What lives as long as the container.
#[derive(Debug)]
pub(crate) struct Environment {
    pub(crate) realm: Realm,
    pub(crate) deployment: Rc<Deployment>,
    pub(crate) start: CalendarTime,
    pub(crate) log_stream_name: String,
    /// What `Math.random` draws from.
    pub(crate) random: Draws,
    /// What was frozen with the container when the function had answered.
    pub(crate) queues: Queues,
    /// The export that is called.
    pub(crate) handler: JsFunction,
    /// The functions of the realm that the runtime itself calls, taken before the reader's code could change them.
    pub(crate) intact: Intact,
    /// Top-level names of the reader's module; `None` where the module returned early.
    pub(crate) accessor: Option<JsObject>,
    pub(crate) max_memory_used: MemorySize,
}

/// Functions as they were before the reader's code ran.
#[derive(Clone, Debug)]
pub(crate) struct Intact {
    pub(crate) json_stringify: JsFunction,
}

impl Intact {
    /// Takes them from the current realm.
    pub(crate) fn take(context: &mut Context) -> JsResult<Intact> {
        let json = context.intrinsics().objects().json();
        let stringify = json.get(js_string!("stringify"), context)?;
        let json_stringify = stringify.as_object().and_then(JsFunction::from_object);
        Ok(Intact {
            json_stringify: json_stringify.ok_or_else(crate::meter::stop)?,
        })
    }
}

/// What loading gives: the handler, and the accessor over the module's names.
pub(crate) type Loaded = (JsFunction, Option<JsObject>);

/// Runs the wrapped module in the current realm and finds the handler among its exports.
pub(crate) fn load(
    wrapped: &str,
    deployment: &Deployment,
    log_stream_name: &str,
    context: &mut Context,
) -> Result<Loaded, Thrown> {
    let malformed = |message: String| {
        Thrown::Report(FunctionError::new("Runtime.MalformedHandlerName", message))
    };
    let name = HandlerName::parse(&deployment.handler).map_err(malformed)?;
    if name.module != "index" && name.module != "./index" {
        return Err(Thrown::Report(FunctionError::new(
            "Runtime.ImportModuleError",
            format!(
                "Error: Cannot find module '{}'\nRequire stack:\n- /var/runtime/index.mjs",
                name.module
            ),
        )));
    }
    globals::install(deployment, log_stream_name, context)?;
    let source = Source::from_bytes(wrapped).with_path(std::path::Path::new(PATH));
    let wrapper = Script::parse(source, None, context)?.evaluate(context)?;
    let wrapper = wrapper
        .as_object()
        .and_then(JsFunction::from_object)
        .ok_or_else(crate::meter::stop)?;

    let exports = JsObject::with_object_proto(context.intrinsics());
    let module = ObjectInitializer::new(context)
        .property(js_string!("exports"), exports.clone(), Attribute::all())
        .property(js_string!("id"), js_string!(PATH), Attribute::all())
        .property(js_string!("filename"), js_string!(PATH), Attribute::all())
        .build();
    let require = globals::require_function(context);
    let arguments = [
        JsValue::from(exports.clone()),
        require.into(),
        module.clone().into(),
        js_string!(PATH).into(),
        js_string!("/var/task").into(),
    ];
    let accessor = wrapper.call(&exports.into(), &arguments, context)?;

    let exported = module.get(js_string!("exports"), context)?;
    let mut found = find(exported.clone(), &name.export, context)?;
    if found.is_undefined() && deployment.runtime == NodeRuntime::Node24 {
        let inside = exported
            .as_object()
            .map(|object| object.get(js_string!("default"), context));
        found = find(
            inside.transpose()?.unwrap_or_default(),
            &name.export,
            context,
        )?;
    }
    let not_found = |what: &str| {
        Thrown::Report(
            FunctionError::new(
                "Runtime.HandlerNotFound",
                format!("{} is {what}", deployment.handler),
            )
            .with_hint(format!(
                "Export it in your code: exports.{} = function (event, context, callback) {{ … }}.",
                name.export.join(".")
            )),
        )
    };
    if found.is_undefined() || found.is_null() {
        return Err(not_found("undefined or not exported"));
    }
    let handler = found.as_object().and_then(JsFunction::from_object);
    let handler = handler.ok_or_else(|| not_found("not a function"))?;
    if deployment.runtime == NodeRuntime::Node24 && declared_parameters(&handler, context)? >= 3 {
        return Err(Thrown::Report(callback_refused()));
    }
    Ok((handler, accessor.as_object()))
}

/// A member of a member of what a module exports.
fn find(exported: JsValue, path: &[String], context: &mut Context) -> JsResult<JsValue> {
    let mut found = exported;
    for part in path {
        found = match found.as_object() {
            Some(object) => object.get(js_string!(part.as_str()), context)?,
            None => JsValue::undefined(),
        };
    }
    Ok(found)
}

fn declared_parameters(handler: &JsFunction, context: &mut Context) -> JsResult<u64> {
    handler
        .get(js_string!("length"), context)?
        .to_length(context)
}

/// What Node.js 24 says to a handler that declares a callback.
fn callback_refused() -> FunctionError {
    FunctionError::new(
        "Runtime.CallbackHandlerDeprecated",
        "ERROR: AWS Lambda has removed support for callback-based function handlers starting with Node.js 24. You need \
         to modify this function to use a supported handler signature to use Node.js 24 or later. For more \
         information see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html.",
    )
    .with_hint("Make it an async function of (event, context) and return the answer, or choose the runtime Node.js 22.")
}

/// The report of a load that failed by something thrown.
pub(crate) fn load_failure(thrown: Thrown, context: &mut Context) -> FunctionError {
    let report = describe(thrown, context);
    // A package that is not there is the one failure of a load that Lambda names itself.
    if report.error_message.starts_with("Cannot find module") && report.error_type == "Error" {
        let message = format!("Error: {}", report.error_message);
        return FunctionError {
            error_type: "Runtime.ImportModuleError".to_owned(),
            error_message: message,
            ..report
        };
    }
    report
}

/// The name of a new environment's log stream.
pub(crate) fn log_stream_name(created: CalendarTime, draws: &mut Draws) -> String {
    InvocationIdentity::log_stream_name(created, draws)
}
