//! ES modules: `index.mjs` with top-level await, `import` of Node's own modules, `import.meta`.

use std::cell::RefCell;
use std::rc::Rc;

use boa_engine::builtins::promise::PromiseState;
use boa_engine::module::{
    Module, ModuleLoader, ModuleRequest, Referrer, SyntheticModuleInitializer,
};
use boa_engine::object::FunctionObjectBuilder;
use boa_engine::property::PropertyKey;
use boa_engine::{
    Context, JsError, JsNativeError, JsObject, JsResult, JsString, JsValue, NativeFunction, Source,
    js_string,
};
use domain::lambda::ModuleFormat;
use domain::units::SimDuration;

use crate::errors::{Thrown, runtime_report};
use crate::event_loop::{self, LoopEnd};
use crate::host::Host;
use crate::module::ReaderModule;
use crate::node::require::require_function;
use crate::places;
use crate::reports::exited;

/// The exit code of Node.js when nothing is left to do and the module still waits.
const UNSETTLED_AWAIT: i32 = 13;

/// Runs the module, with the event loop as long as it waits, and gives its namespace.
pub(crate) fn load(module: &ReaderModule, context: &mut Context) -> Result<JsValue, Thrown> {
    let host = Host::of(context);
    let path = ModuleFormat::EsModule.path();
    let source = Source::from_bytes(&module.text).with_path(std::path::Path::new(path));
    let module = Module::parse(source, None, context)?;
    let promise = module.load_link_evaluate(context);
    let ignore = NativeFunction::from_fn_ptr(|_, _, _| Ok(JsValue::undefined()));
    let ignore = FunctionObjectBuilder::new(context.realm(), ignore).build();
    promise.then(None, Some(ignore), context)?;
    let settled = || !matches!(promise.state(), PromiseState::Pending);
    let end = event_loop::run_until(&host, context, &settled);
    if matches!(end, LoopEnd::TimeUp) {
        let over = host.meter.deadline() + SimDuration::from_micros(1);
        host.meter.wait_until(over, context);
    }
    match (promise.state(), end) {
        (PromiseState::Fulfilled(_), _) => Ok(module.namespace(context).into()),
        (PromiseState::Rejected(reason), _) => Err(JsError::from_opaque(reason).into()),
        (_, LoopEnd::Uncaught(error)) => Err(error.into()),
        (_, LoopEnd::UnhandledRejection(reason)) => Err(Thrown::Report(
            crate::reports::unhandled_rejection(&reason, context),
        )),
        (_, LoopEnd::Empty | LoopEnd::Answered) => Err(Thrown::Report(exited(UNSETTLED_AWAIT, ""))),
        // Whoever asked looks at the meter and at the exit code.
        (_, LoopEnd::TimeUp | LoopEnd::OutOfMemory | LoopEnd::Exited(_)) => Err(Thrown::Report(
            runtime_report("Runtime.ExitError", "the module did not end", None),
        )),
    }
}

/// Adds Node's explanation to the error of a module that uses what only CommonJS has.
pub(crate) fn explain(error: &JsValue, context: &mut Context) {
    if Host::of(context).source().format() != ModuleFormat::EsModule {
        return;
    }
    let Some(error) = error.as_object() else {
        return;
    };
    let message = error
        .borrow()
        .properties()
        .get(&js_string!("message").into());
    let Some(message) = message.and_then(|property| property.value()?.as_string()) else {
        return;
    };
    let explained = match message.to_std_string_lossy().as_str() {
        "require is not defined" => {
            "require is not defined in ES module scope, you can use import instead".to_owned()
        }
        text @ ("exports is not defined"
        | "module is not defined"
        | "__filename is not defined"
        | "__dirname is not defined") => format!("{text} in ES module scope"),
        text => {
            let name = text
                .strip_prefix("could not find export `")
                .and_then(|rest| rest.strip_suffix('`'));
            let source = Host::of(context).source();
            let Some((name, module)) = name.zip(name.and_then(|name| source.imported_from(name)))
            else {
                return;
            };
            format!("The requested module '{module}' does not provide an export named '{name}'")
        }
    };
    // An error that takes no members keeps its text.
    let _ = error.set(js_string!("message"), js_string!(explained), false, context);
}

/// Finds what `import` names.
#[derive(Debug)]
pub(crate) struct Loader;

impl ModuleLoader for Loader {
    async fn load_imported_module(
        self: Rc<Self>,
        _referrer: Referrer,
        request: ModuleRequest,
        context: &RefCell<&mut Context>,
    ) -> JsResult<Module> {
        let context = &mut *context.borrow_mut();
        if *request.specifier() == js_string!(places::names::MODULE) {
            return Ok(places::as_module(context));
        }
        import(request.specifier(), context)
    }

    fn init_import_meta(self: Rc<Self>, meta: &JsObject, _: &Module, context: &mut Context) {
        let path = ModuleFormat::EsModule.path();
        let resolve = NativeFunction::from_fn_ptr(|_, arguments, context| {
            let name = arguments.first().cloned().unwrap_or_default();
            let name = name.to_string(context)?.to_std_string_lossy();
            let resolved = match name.strip_prefix("./") {
                Some(relative) => format!("file:///var/task/{relative}"),
                None if name.starts_with("node:") => name,
                None => format!("node:{name}"),
            };
            Ok(js_string!(resolved).into())
        });
        let resolve = FunctionObjectBuilder::new(context.realm(), resolve)
            .name(js_string!("resolve"))
            .length(1)
            .build();
        let members: [(&str, JsValue); 4] = [
            ("dirname", js_string!("/var/task").into()),
            ("filename", js_string!(path).into()),
            ("resolve", resolve.into()),
            ("url", js_string!(format!("file://{path}")).into()),
        ];
        for (name, value) in members {
            // A new object takes any member.
            let _ = meta.create_data_property(js_string!(name), value, context);
        }
    }
}

/// One of Node's own modules, whose members become exports and which is the default export itself.
fn import(specifier: &JsString, context: &mut Context) -> JsResult<Module> {
    let name = specifier.to_std_string_lossy();
    let importer = Host::of(context).source().format().path();
    let is_file = name.starts_with('.') || name.starts_with('/') || name.starts_with("file:");
    let required = if is_file {
        Err(None)
    } else {
        let require = require_function(importer, context)?;
        require
            .call(&JsValue::undefined(), &[specifier.clone().into()], context)
            .map_err(Some)
    };
    let value = match required {
        Ok(value) => value,
        Err(error) => {
            if let Some(error) = error {
                let value = error.into_opaque(context)?;
                let code = match value.as_object() {
                    Some(object) => object.get(js_string!("code"), context)?,
                    None => JsValue::undefined(),
                };
                if code.as_string() != Some(js_string!("MODULE_NOT_FOUND")) {
                    return Err(JsError::from_opaque(value));
                }
            }
            return Err(not_found(&name, importer, context));
        }
    };
    let mut names = vec![js_string!("default")];
    if let Some(object) = value.as_object() {
        for key in object.own_property_keys(context)? {
            if let PropertyKey::String(key) = key
                && key != js_string!("default")
            {
                names.push(key);
            }
        }
    }
    let initializer = SyntheticModuleInitializer::from_copy_closure_with_captures(
        |module, (value, names): &(JsValue, Vec<JsString>), context| {
            module.set_export(&js_string!("default"), value.clone())?;
            if let Some(object) = value.as_object() {
                for name in names.iter().skip(1) {
                    let member = object.get(name.clone(), context)?;
                    module.set_export(name, member)?;
                }
            }
            Ok(())
        },
        (value, names.clone()),
    );
    Ok(Module::synthetic(&names, initializer, None, None, context))
}

fn not_found(name: &str, importer: &str, context: &mut Context) -> JsError {
    let (message, code) = match (name.strip_prefix("./"), name.starts_with('/')) {
        _ if name.starts_with("node:") => (
            format!("No such built-in module: {name}"),
            "ERR_UNKNOWN_BUILTIN_MODULE",
        ),
        (Some(relative), _) => (
            format!("Cannot find module '/var/task/{relative}' imported from {importer}"),
            "ERR_MODULE_NOT_FOUND",
        ),
        (None, true) => (
            format!("Cannot find module '{name}' imported from {importer}"),
            "ERR_MODULE_NOT_FOUND",
        ),
        (None, false) => (
            format!("Cannot find package '{name}' imported from {importer}"),
            "ERR_MODULE_NOT_FOUND",
        ),
    };
    let error = JsNativeError::error()
        .with_message(message)
        .into_opaque(context);
    // A new error takes any member.
    let _ = error.set(js_string!("code"), js_string!(code), false, context);
    let head = crate::error_stack::header(&error, context);
    let head = head.replacen("Error:", &format!("Error [{code}]:"), 1);
    crate::error_stack::set_stack(&error, &head, context);
    JsError::from_opaque(error.into())
}
