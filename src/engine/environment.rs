//! One execution environment: a realm with the globals of Lambda's Node.js and the reader's module in it.

use std::rc::Rc;

use boa_engine::object::builtins::JsFunction;
use boa_engine::realm::Realm;
use boa_engine::{Context, JsObject, JsResult, JsValue, Script, Source, js_string};
use domain::lambda::{
    Deployment, FunctionError, HandlerName, InvocationIdentity, LogLevel, ModuleFormat, NodeRuntime,
};
use domain::units::{CalendarTime, Draws, MemorySize};

use crate::errors::{Thrown, describe_value, runtime_report, thrown_value};
use crate::es_modules;
use crate::event_loop::Queues;
use crate::globals;
use crate::host::ConsoleState;
use crate::module::ReaderModule;
use crate::node::{ContainerFiles, require};
use crate::places::{self, SourceMap};

/// What lives as long as the container.
#[derive(Debug)]
pub(crate) struct Environment {
    pub(crate) realm: Realm,
    /// The context that the last turn ran in, if another turn can run in it.
    pub(crate) context: Option<Context>,
    pub(crate) deployment: Rc<Deployment>,
    pub(crate) start: CalendarTime,
    pub(crate) log_stream_name: String,
    /// What `Math.random` draws from.
    pub(crate) random: Draws,
    /// What was frozen with the container when the function had answered.
    pub(crate) queues: Queues,
    /// What is known of the reader's text.
    pub(crate) source: Rc<SourceMap>,
    pub(crate) console: ConsoleState,
    pub(crate) files: Rc<ContainerFiles>,
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

/// What loading gives.
pub(crate) struct Loaded {
    pub(crate) handler: JsFunction,
    /// The accessor over the module's names.
    pub(crate) accessor: Option<JsObject>,
}

/// Runs the module in the current realm and finds the handler among its exports.
pub(crate) fn load(
    module: &ReaderModule,
    deployment: &Rc<Deployment>,
    log_stream_name: &str,
    context: &mut Context,
) -> Result<Loaded, Thrown> {
    let malformed = |message: String| {
        Thrown::Report(runtime_report(
            "Runtime.MalformedHandlerName",
            &message,
            None,
        ))
    };
    let name = HandlerName::parse(&deployment.handler).map_err(malformed)?;
    if name.path() != "/var/task/index" {
        let message = format!(
            "Error: Cannot find module '{}'\nRequire stack:\n- /var/runtime/index.mjs",
            name.module
        );
        return Err(Thrown::Report(
            runtime_report("Runtime.ImportModuleError", &message, None).with_hint(format!(
                "The handler string names the file {}, and there is only index.",
                name.module
            )),
        ));
    }
    globals::install(deployment, log_stream_name, context)?;
    let (exported, accessor) = match deployment.module_format {
        ModuleFormat::CommonJs => load_common_js(module, context)?,
        ModuleFormat::EsModule => (es_modules::load(module, context)?, None),
    };
    let mut found = find(exported.clone(), &name.export, deployment.runtime, context)?;
    if !found.to_boolean() && deployment.runtime == NodeRuntime::Node24 {
        let inside = exported
            .as_object()
            .map(|object| object.get(js_string!("default"), context));
        found = find(
            inside.transpose()?.unwrap_or_default(),
            &name.export,
            deployment.runtime,
            context,
        )?;
    }
    let not_found = |what: &str| {
        let message = format!("{} is {what}", deployment.handler);
        let export = name.export.join(".");
        let hint = match deployment.module_format {
            ModuleFormat::CommonJs => format!(
                "Export it in your code: exports.{export} = function (event, context, callback) {{ … }}."
            ),
            ModuleFormat::EsModule => format!(
                "Export it in your code: export const {export} = async (event, context) => {{ … }}."
            ),
        };
        Thrown::Report(runtime_report("Runtime.HandlerNotFound", &message, None).with_hint(hint))
    };
    if !found.to_boolean() {
        return Err(not_found("undefined or not exported"));
    }
    let handler = found.as_object().and_then(JsFunction::from_object);
    let handler = handler.ok_or_else(|| not_found("not a function"))?;
    check_callback(&handler, deployment, context)?;
    Ok(Loaded { handler, accessor })
}

/// Runs the wrapped text and gives what it exports, and the accessor over its names.
fn load_common_js(
    module: &ReaderModule,
    context: &mut Context,
) -> Result<(JsValue, Option<JsObject>), Thrown> {
    let path = ModuleFormat::CommonJs.path();
    let source = Source::from_bytes(&module.text).with_path(std::path::Path::new(path));
    let wrapper = Script::parse(source, None, context)?.evaluate(context)?;
    let wrapper = wrapper
        .as_object()
        .and_then(JsFunction::from_object)
        .ok_or_else(crate::meter::stop)?;
    let marks: Vec<JsValue> = places::functions(context).map(JsValue::from).into();
    let wrapper = wrapper.call(&JsValue::undefined(), &marks, context)?;
    let wrapper = wrapper
        .as_object()
        .and_then(JsFunction::from_object)
        .ok_or_else(crate::meter::stop)?;
    let module = require::new_module(path, context)?;
    let exports = module.get(js_string!("exports"), context)?;
    let arguments = [
        exports.clone(),
        require::require_function(path, context)?.into(),
        module.clone().into(),
        js_string!(path).into(),
        js_string!("/var/task").into(),
    ];
    let accessor = wrapper.call(&exports, &arguments, context)?;
    module.set(js_string!("loaded"), true, true, context)?;
    let exported = module.get(js_string!("exports"), context)?;
    Ok((exported, accessor.as_object()))
}

/// A member of a member of what a module exports: of anything that is not empty up to Node.js 22, of objects alone
/// from Node.js 24 on.
fn find(
    exported: JsValue,
    path: &[String],
    runtime: NodeRuntime,
    context: &mut Context,
) -> JsResult<JsValue> {
    let mut found = exported;
    for part in path {
        let is_open = match runtime {
            NodeRuntime::Node24 => found.is_object() && !found.is_callable(),
            _ => found.to_boolean(),
        };
        if !is_open {
            return Ok(match runtime {
                NodeRuntime::Node24 => JsValue::undefined(),
                _ => found,
            });
        }
        let object = found.to_object(context)?;
        found = object.get(js_string!(part.as_str()), context)?;
    }
    Ok(found)
}

const CALLBACK_WARNING: &str = "AWS Lambda plans to remove support for callback-based function handlers starting with Node.js 24. You will need to \
     update this function to use an async handler to use Node.js 24 or later. For more information and to provide \
     feedback on this change, see https://github.com/aws/aws-lambda-nodejs-runtime-interface-client/issues/137. To \
     disable this warning, set the AWS_LAMBDA_NODEJS_DISABLE_CALLBACK_WARNING environment variable.";
const NO_WARNING: &str = "AWS_LAMBDA_NODEJS_DISABLE_CALLBACK_WARNING";

/// A handler that declares a callback: a warning up to Node.js 22, refused from Node.js 24 on.
fn check_callback(
    handler: &JsFunction,
    deployment: &Deployment,
    context: &mut Context,
) -> Result<(), Thrown> {
    let length = handler.get(js_string!("length"), context)?;
    let parameters = length.to_length(context)?;
    if !deployment.runtime.takes_callbacks() {
        return if parameters >= 3 {
            Err(Thrown::Report(callback_refused()))
        } else {
            Ok(())
        };
    }
    let asynchronous = context.intrinsics().constructors().async_function();
    let is_async = handler
        .prototype()
        .is_some_and(|prototype| JsObject::equals(&prototype, &asynchronous.prototype()));
    let variables = &deployment.environment_variables;
    let is_silenced = variables.iter().any(|(name, _)| name == NO_WARNING);
    if parameters == 3 && !is_async && !is_silenced {
        let text = js_string!(CALLBACK_WARNING).into();
        crate::log_format::write_call(LogLevel::Warn, &[text], context)?;
    }
    Ok(())
}

/// What Node.js 24 says to a handler that declares a callback.
fn callback_refused() -> FunctionError {
    runtime_report(
        "Runtime.CallbackHandlerDeprecated",
        "ERROR: AWS Lambda has removed support for callback-based function handlers starting with Node.js 24. You need \
         to modify this function to use a supported handler signature to use Node.js 24 or later. For more \
         information see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html.",
        None,
    )
    .with_hint("Make it an async function of (event, context) and return the answer, or choose the runtime Node.js 22.")
}

/// The report of a load that failed, and the value to log for it.
pub(crate) fn load_failure(
    thrown: Thrown,
    context: &mut Context,
) -> (FunctionError, Option<JsValue>) {
    let error = match thrown {
        Thrown::Report(report) => return (report, None),
        Thrown::Value(error) => error,
    };
    let value = thrown_value(error, context);
    es_modules::explain(&value, context);
    let inner = describe_value(&value, context);
    let named = match value.as_object() {
        Some(object) => {
            let syntax_error = context
                .intrinsics()
                .constructors()
                .syntax_error()
                .prototype();
            let is_syntax_error = object
                .prototype()
                .is_some_and(|prototype| JsObject::equals(&prototype, &syntax_error));
            let code = object.get(js_string!("code"), context).unwrap_or_default();
            let not_found = code.as_string() == Some(js_string!("MODULE_NOT_FOUND"));
            match (is_syntax_error, not_found) {
                (true, _) => Some("Runtime.UserCodeSyntaxError"),
                (_, true) => Some("Runtime.ImportModuleError"),
                _ => None,
            }
        }
        None => None,
    };
    let Some(error_type) = named else {
        return (inner, Some(value));
    };
    let message = format!("{}: {}", inner.error_type, inner.error_message);
    let own = runtime_report(error_type, &message, Some(&inner));
    let hint = match error_type {
        "Runtime.ImportModuleError" => own.hint,
        _ => inner.hint.or(own.hint),
    };
    (FunctionError { hint, ..own }, None)
}

/// The name of a new environment's log stream.
pub(crate) fn log_stream_name(created: CalendarTime, draws: &mut Draws) -> String {
    InvocationIdentity::log_stream_name(created, draws)
}
