//! `require`: Node's own modules, and the reader's files.

use boa_engine::object::FunctionObjectBuilder;
use boa_engine::object::builtins::JsFunction;
use boa_engine::{
    Context, JsError, JsNativeError, JsObject, JsResult, JsValue, NativeFunction, js_string,
};

use super::argument_errors::{invalid_type, invalid_value};
use super::realm_state::RealmState;
use super::{builtin_modules, path, reader_files, refusals};
use crate::host::Host;

/// The file of Lambda's runtime client that loads the reader's.
const RUNTIME_CLIENT: &str = "/var/runtime/index.mjs";

/// What stands before a file, on a line of its own.
const WRAPPER: &str = "(function (exports, require, module, __filename, __dirname) {\n";

/// A new `module` for a file of the reader's, known to `require` from now on.
pub(crate) fn new_module(file_name: &str, context: &mut Context) -> JsResult<JsObject> {
    let module = JsObject::with_object_proto(context.intrinsics());
    let exports = JsObject::with_object_proto(context.intrinsics());
    let folder = path::dirname(file_name);
    let members: [(&str, JsValue); 5] = [
        ("id", js_string!(file_name).into()),
        ("path", js_string!(folder).into()),
        ("exports", exports.into()),
        ("filename", js_string!(file_name).into()),
        ("loaded", false.into()),
    ];
    for (name, value) in members {
        module.create_data_property_or_throw(js_string!(name), value, context)?;
    }
    RealmState::with(context, |state| {
        state.modules.insert(file_name.to_owned(), module.clone());
    });
    Ok(module)
}

/// The `require` of a file.
pub(crate) fn require_function(file_name: &str, context: &mut Context) -> JsResult<JsFunction> {
    make(js_string!(file_name).into(), context)
}

fn make(file_name: JsValue, context: &mut Context) -> JsResult<JsFunction> {
    let native = NativeFunction::from_copy_closure_with_captures(
        |_, arguments, file_name: &JsValue, context| {
            let name = module_name(arguments, "id", context)?;
            require(&name, &text(file_name), context)
        },
        file_name.clone(),
    );
    let require = FunctionObjectBuilder::new(context.realm(), native)
        .name(js_string!("require"))
        .length(1)
        .build();
    let native = NativeFunction::from_copy_closure_with_captures(
        |_, arguments, file_name: &JsValue, context| {
            let name = module_name(arguments, "request", context)?;
            if builtin_modules::is_known(&name) {
                return Ok(js_string!(name).into());
            }
            match reader_files::resolve(&name, &text(file_name), context) {
                Some(found) => Ok(js_string!(found).into()),
                None => Err(not_found(&name, &text(file_name), context)),
            }
        },
        file_name,
    );
    let resolve = FunctionObjectBuilder::new(context.realm(), native)
        .name(js_string!("resolve"))
        .length(2)
        .build();
    require.set(js_string!("resolve"), resolve, true, context)?;
    require.set(js_string!("main"), JsValue::undefined(), true, context)?;
    Ok(require)
}

fn text(value: &JsValue) -> String {
    value
        .as_string()
        .map_or_else(String::new, |text| text.to_std_string_lossy())
}

fn module_name(arguments: &[JsValue], argument: &str, context: &mut Context) -> JsResult<String> {
    let value = arguments.first().cloned().unwrap_or_default();
    let Some(name) = value.as_string() else {
        let wanted = format!("\"{argument}\" argument must be of type string");
        return Err(invalid_type(&wanted, &value, context));
    };
    if name.is_empty() {
        return Err(invalid_value(
            "id",
            "must be a non-empty string",
            &value,
            context,
        ));
    }
    Ok(name.to_std_string_lossy())
}

/// What a module exports, which is loaded first if need be. `from` is the file that asks.
fn require(name: &str, from: &str, context: &mut Context) -> JsResult<JsValue> {
    if builtin_modules::is_known(name) {
        let plain = name.strip_prefix("node:").unwrap_or(name);
        return Ok(builtin_modules::load(plain, context)?.unwrap_or_default());
    }
    if name.starts_with("node:") {
        let error = JsNativeError::error().with_message(format!("No such built-in module: {name}"));
        return Err(super::argument_errors::coded(
            error,
            "ERR_UNKNOWN_BUILTIN_MODULE",
            context,
        ));
    }
    let Some(found) = reader_files::resolve(name, from, context) else {
        return Err(not_found(name, from, context));
    };
    let known = RealmState::with(context, |state| state.modules.get(&found).cloned());
    let module = match known {
        Some(module) => module,
        None => match load_file(&found, context) {
            Ok(module) => module,
            Err(error) => {
                RealmState::with(context, |state| state.modules.remove(&found));
                return Err(error);
            }
        },
    };
    module.get(js_string!("exports"), context)
}

fn load_file(file_name: &str, context: &mut Context) -> JsResult<JsObject> {
    let text = reader_files::text(file_name, context).unwrap_or_default();
    let module = new_module(file_name, context)?;
    if file_name.ends_with(".json") {
        let runtime = crate::host::Host::of(context).runtime.get();
        let value = crate::json::parse(&text, context).map_err(|error| {
            let message = format!("{file_name}: {}", error.message(runtime));
            JsError::from(JsNativeError::syntax().with_message(message))
        })?;
        module.set(js_string!("exports"), value, true, context)?;
    } else {
        let wrapped = format!("{WRAPPER}{text}\n}})");
        let path = std::path::Path::new(file_name);
        let source = boa_engine::Source::from_bytes(&wrapped).with_path(path);
        let function = boa_engine::Script::parse(source, None, context)?.evaluate(context)?;
        let function = function.as_object().and_then(JsFunction::from_object);
        let function = function.ok_or_else(crate::meter::stop)?;
        let exports = module.get(js_string!("exports"), context)?;
        let require = make(js_string!(file_name).into(), context)?;
        let arguments = [
            exports.clone(),
            require.into(),
            module.clone().into(),
            js_string!(file_name).into(),
            js_string!(path::dirname(file_name)).into(),
        ];
        function.call(&exports, &arguments, context)?;
    }
    module.set(js_string!("loaded"), true, true, context)?;
    Ok(module)
}

/// `MODULE_NOT_FOUND` with the files that led here, as Lambda's own client shows them.
fn not_found(name: &str, from: &str, context: &mut Context) -> JsError {
    let main = Host::of(context).source().format().path();
    let mut stack = vec![from];
    if from != main {
        stack.push(main);
    }
    stack.push(RUNTIME_CLIENT);
    let reason = refusals::why_missing(name).unwrap_or_default();
    let message = format!(
        "Cannot find module '{name}'{reason}\nRequire stack:\n- {}",
        stack.join("\n- ")
    );
    let object = JsNativeError::error()
        .with_message(message)
        .into_opaque(context);
    let stack = stack.into_iter().map(|file| js_string!(file).into());
    let stack = boa_engine::object::builtins::JsArray::from_iter(stack, context);
    // Defining properties of a new ordinary object cannot fail.
    let code = js_string!("MODULE_NOT_FOUND");
    let _ = object.create_data_property(js_string!("code"), code, context);
    let _ = object.create_data_property(js_string!("requireStack"), stack, context);
    JsError::from_opaque(object.into())
}
