//! The natives behind `util`: printing, which is the console's, and what kind of object a value is.

use boa_engine::builtins::error::Error;
use boa_engine::object::FunctionObjectBuilder;
use boa_engine::object::builtins::{
    JsArrayBuffer, JsDataView, JsDate, JsGenerator, JsMap, JsMapIterator, JsPromise, JsProxy,
    JsRegExp, JsSet, JsSetIterator, JsSharedArrayBuffer, JsTypedArray, JsWeakMap, JsWeakSet,
};
use boa_engine::{
    Context, JsBigInt, JsObject, JsResult, JsString, JsSymbol, JsValue, NativeFunction, js_string,
};

use super::argument_errors::invalid_type;
use super::inspect_symbol;
use super::script::{NodeScript, node_script, run};
use crate::format::format;
use crate::globals::define_function;
use crate::inspect::inspect_function;

const SCRIPT: NodeScript = node_script!("node:util", "util.js");
const EQUALITY: NodeScript = node_script!("node:internal/util/comparisons", "equality.js");

/// The module `util`.
pub(super) fn module(context: &mut Context) -> JsResult<JsValue> {
    let native = kinds(context)?;
    Ok(run(SCRIPT, native, context)?.into())
}

/// Deep equality.
pub(super) fn equality(context: &mut Context) -> JsResult<JsValue> {
    let native = kinds(context)?;
    Ok(run(EQUALITY, native, context)?.into())
}

fn kinds(context: &mut Context) -> JsResult<JsObject> {
    let native = JsObject::with_object_proto(context.intrinsics());
    define_function(
        &native,
        "kindOf",
        1,
        |_, arguments, _| {
            let object = arguments.first().and_then(JsValue::as_object);
            Ok(js_string!(object.map_or("", |object| kind_of(&object))).into())
        },
        context,
    )?;
    Ok(native)
}

/// `inspect`, `format` and `formatWithOptions`.
pub(super) fn printing(context: &mut Context) -> JsResult<JsValue> {
    let module = JsObject::with_object_proto(context.intrinsics());
    let native = NativeFunction::from_fn_ptr(inspect_function);
    let inspect = FunctionObjectBuilder::new(context.realm(), native)
        .name(js_string!("inspect"))
        .length(2)
        .build();
    let custom = JsValue::from(inspect_symbol(context)?);
    inspect.set(js_string!("custom"), custom.clone(), true, context)?;
    let defaults = JsObject::with_object_proto(context.intrinsics());
    defaults.set(js_string!("depth"), 2, true, context)?;
    inspect.set(js_string!("defaultOptions"), defaults, true, context)?;
    module.set(js_string!("inspect"), inspect, true, context)?;
    module.set(js_string!("custom"), custom, true, context)?;
    define_function(
        &module,
        "format",
        0,
        |_, arguments, context| Ok(js_string!(format(arguments, context)?).into()),
        context,
    )?;
    define_function(
        &module,
        "formatWithOptions",
        1,
        |_, arguments, context| {
            let options = arguments.first().cloned().unwrap_or_default();
            if !options.is_object() {
                let wanted = "\"inspectOptions\" argument must be of type object";
                return Err(invalid_type(wanted, &options, context));
            }
            Ok(js_string!(format(&arguments[1..], context)?).into())
        },
        context,
    )?;
    Ok(module.into())
}

/// A name for what an object is inside, whatever its prototype; empty for ordinary ones.
pub(super) fn kind_of(object: &JsObject) -> &'static str {
    macro_rules! kinds {
        ($($class:ident => $name:literal,)*) => {
            $(if $class::from_object(object.clone()).is_ok() { return $name; })*
        };
    }
    macro_rules! data {
        ($($data:ty => $name:literal,)*) => {
            $(if object.is::<$data>() { return $name; })*
        };
    }
    if object.is_ordinary() || object.is_array() {
        return "";
    }
    data! {
        Error => "Error",
        f64 => "Number",
        JsString => "String",
        bool => "Boolean",
        JsSymbol => "Symbol",
        JsBigInt => "BigInt",
    }
    kinds! {
        JsDate => "Date",
        JsRegExp => "RegExp",
        JsMap => "Map",
        JsSet => "Set",
        JsPromise => "Promise",
        JsProxy => "Proxy",
        JsTypedArray => "TypedArray",
        JsArrayBuffer => "ArrayBuffer",
        JsSharedArrayBuffer => "SharedArrayBuffer",
        JsDataView => "DataView",
        JsWeakMap => "WeakMap",
        JsWeakSet => "WeakSet",
        JsGenerator => "Generator",
        JsMapIterator => "MapIterator",
        JsSetIterator => "SetIterator",
    }
    ""
}
