//! Modules of Node's that are scripts: run once for an environment, with natives and other modules at hand.

use std::path::Path;

use boa_engine::object::builtins::JsFunction;
use boa_engine::{Context, JsObject, JsResult, JsValue, Script, Source, js_string};

use super::builtin_modules;
use crate::globals::define_function;

/// A script that fills `exports`. It sees `native`, the object of its natives, and `load`, which gives a module of
/// Node's by name.
#[derive(Clone, Copy)]
pub(crate) struct NodeScript {
    /// How stack traces name it; they are not shown to readers.
    pub(crate) name: &'static str,
    pub(crate) text: &'static str,
}

/// The script at a path in this folder, as the build script wrote it.
macro_rules! node_script {
    ($name:literal, $path:literal) => {
        $crate::node::script::NodeScript {
            name: $name,
            text: include_str!(concat!(env!("OUT_DIR"), "/node/", $path)),
        }
    };
}
pub(crate) use node_script;

/// Runs a script and gives its `exports`.
pub(crate) fn run(
    script: NodeScript,
    native: JsObject,
    context: &mut Context,
) -> JsResult<JsObject> {
    let text = format!(
        "(function (exports, native, load) {{ 'use strict';\n{}\n}})",
        script.text
    );
    let source = Source::from_bytes(&text).with_path(Path::new(script.name));
    let function = Script::parse(source, None, context)?.evaluate(context)?;
    let function = function.as_object().and_then(JsFunction::from_object);
    let function = function.ok_or_else(crate::meter::stop)?;
    let exports = JsObject::with_object_proto(context.intrinsics());
    let tools = JsObject::with_object_proto(context.intrinsics());
    define_function(&tools, "load", 1, load, context)?;
    let arguments = [
        exports.clone().into(),
        native.into(),
        tools.get(js_string!("load"), context)?,
    ];
    function.call(&JsValue::undefined(), &arguments, context)?;
    Ok(exports)
}

fn load(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let name = arguments.first().and_then(JsValue::as_string);
    let name = name.ok_or_else(crate::meter::stop)?.to_std_string_lossy();
    Ok(builtin_modules::load(&name, context)?.unwrap_or_default())
}
