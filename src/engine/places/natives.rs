//! The functions that the marks call. The reader's code cannot name them by accident: each begins with a letter that
//! hardly any program has, and a text that has it is not marked.

use boa_engine::builtins::error::Error;
use boa_engine::module::{Module, SyntheticModuleInitializer};
use boa_engine::native_function::NativeFunctionPointer;
use boa_engine::object::FunctionObjectBuilder;
use boa_engine::object::builtins::JsFunction;
use boa_engine::{
    Context, JsNativeError, JsResult, JsString, JsSymbol, JsValue, NativeFunction, js_string,
};

use super::source_map::GuardKind;
use crate::host::Host;

/// Names of the functions, and of the variable that keeps a value from its test to the guard.
pub(crate) mod names {
    /// The functions, in order.
    pub(crate) const FUNCTIONS: [&str; 4] = [GUARD, ITERABLE, MEND, POWER];
    /// The first letter of all of them.
    pub(crate) const MARK: char = 'ᐅ';
    /// `guard(number, value, key)` throws: the value is null or undefined.
    pub(crate) const GUARD: &str = "ᐅg";
    /// `iterable(number, value)` gives the value, or throws if it cannot be iterated.
    pub(crate) const ITERABLE: &str = "ᐅi";
    /// `mend(error)` gives a caught error Node's text.
    pub(crate) const MEND: &str = "ᐅm";
    /// The variable.
    pub(crate) const VALUE: &str = "ᐅv";
    /// `power(base, exponent)` stands for `base ** exponent`.
    pub(crate) const POWER: &str = "ᐅp";
    /// From this module an ES module imports them.
    pub(crate) const MODULE: &str = "ᐅ";
}

/// The functions, in the order in which the wrapper takes them.
pub(crate) fn functions(context: &mut Context) -> [JsFunction; 4] {
    let natives: [NativeFunctionPointer; 4] = [guard, iterable, mend, power];
    natives.map(|native| {
        FunctionObjectBuilder::new(context.realm(), NativeFunction::from_fn_ptr(native)).build()
    })
}

/// The module that has them.
pub(crate) fn as_module(context: &mut Context) -> Module {
    let exports = names::FUNCTIONS.map(|name| js_string!(name));
    let functions = functions(context).map(JsValue::from);
    let initializer = SyntheticModuleInitializer::from_copy_closure_with_captures(
        |module, (names, functions): &(Vec<JsString>, Vec<JsValue>), _| {
            for (name, function) in names.iter().zip(functions) {
                module.set_export(name, function.clone())?;
            }
            Ok(())
        },
        (exports.to_vec(), functions.to_vec()),
    );
    Module::synthetic(&exports, initializer, None, None, context)
}

fn guard(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let argument = |index: usize| arguments.get(index).cloned().unwrap_or_default();
    let source = Host::of(context).source();
    let number = argument(0).to_number(context)? as usize;
    let Some(guard) = source.guard(number) else {
        return Ok(JsValue::undefined());
    };
    let value = argument(1).display().to_string();
    let key = match (&guard.key, arguments.get(2)) {
        (Some(key), _) => Some(key.clone()),
        (None, Some(key)) => Some(key_text(key, context)?),
        (None, None) => None,
    };
    let message = match (guard.kind, key) {
        (GuardKind::Read, Some(key)) => {
            format!("Cannot read properties of {value} (reading '{key}')")
        }
        (GuardKind::Read, None) => format!("Cannot read properties of {value}"),
        (GuardKind::Write, Some(key)) => {
            format!("Cannot set properties of {value} (setting '{key}')")
        }
        (GuardKind::Write, None) => format!("Cannot set properties of {value}"),
        (GuardKind::Search, key) => format!(
            "Cannot use 'in' operator to search for '{}' in {value}",
            key.unwrap_or_default()
        ),
        (GuardKind::Delete, _) => "Cannot convert undefined or null to object".to_owned(),
        (GuardKind::Destructure, Some(key)) => format!(
            "Cannot destructure property '{key}' of '{}' as it is {value}.",
            guard.subject
        ),
        (GuardKind::Destructure, None) => {
            format!("Cannot destructure '{}' as it is {value}.", guard.subject)
        }
        (GuardKind::TakeElements, _) if guard.subject == "undefined" => {
            "undefined is not iterable (cannot read property Symbol(Symbol.iterator))".to_owned()
        }
        (GuardKind::TakeElements | GuardKind::Iterate | GuardKind::Spread, _) => {
            format!("{} is not iterable", guard.subject)
        }
    };
    Err(JsNativeError::typ().with_message(message).into())
}

fn key_text(key: &JsValue, context: &mut Context) -> JsResult<String> {
    match key.as_symbol() {
        Some(symbol) => Ok(symbol.descriptive_string().to_std_string_lossy()),
        None => Ok(key.to_string(context)?.to_std_string_lossy()),
    }
}

fn iterable(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let value = arguments.get(1).cloned().unwrap_or_default();
    let is_iterable = match value.as_object() {
        Some(object) if object.is_array() => true,
        Some(object) => object.get(JsSymbol::iterator(), context)?.is_callable(),
        None => value.is_string(),
    };
    if is_iterable {
        return Ok(value);
    }
    let source = Host::of(context).source();
    let number = match arguments.first() {
        Some(number) => number.to_number(context)? as usize,
        None => return Ok(value),
    };
    let Some(guard) = source.guard(number) else {
        return Ok(value);
    };
    let message = match (guard.kind, value.is_null_or_undefined()) {
        (GuardKind::Spread, false) => {
            "Spread syntax requires ...iterable[Symbol.iterator] to be a function".to_owned()
        }
        (GuardKind::Spread, true) => {
            format!(
                "{} is not iterable (cannot read property undefined)",
                guard.subject
            )
        }
        (GuardKind::TakeElements, true) => format!(
            "{} is not iterable (cannot read property Symbol(Symbol.iterator))",
            value.display()
        ),
        _ => format!("{} is not iterable", guard.subject),
    };
    Err(JsNativeError::typ().with_message(message).into())
}

/// boa takes this of numbers from the platform, whose last digit differs.
fn power(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let argument = |index: usize| arguments.get(index).cloned().unwrap_or_default();
    let (base, exponent) = (argument(0), argument(1));
    match (base.as_number(), exponent.as_number()) {
        (Some(base), Some(exponent)) => Ok(crate::math::power(base, exponent).into()),
        _ => base.pow(&exponent, context),
    }
}

fn mend(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let error = arguments.first().and_then(JsValue::as_object);
    if let Some(error) = error.filter(|error| error.is::<Error>()) {
        // The stack is made with the text.
        error.get(js_string!("stack"), context)?;
    }
    Ok(JsValue::undefined())
}
