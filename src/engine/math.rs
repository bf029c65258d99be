//! Functions of `Math` whose last digit differs between platforms, from one library that is the same everywhere. So
//! a function's bill and answer do not depend on the machine that shows them.

use boa_engine::native_function::NativeFunctionPointer;
use boa_engine::{Context, JsResult, JsValue};

use crate::globals::define_function;

/// Replaces boa's functions in the current realm.
pub(crate) fn install(context: &mut Context) -> JsResult<()> {
    let math = context.intrinsics().objects().math();
    let functions: [(&str, NativeFunctionPointer); 20] = [
        ("acos", |_, arguments, context| {
            of_one(libm::acos, arguments, context)
        }),
        ("acosh", |_, arguments, context| {
            of_one(libm::acosh, arguments, context)
        }),
        ("asin", |_, arguments, context| {
            of_one(libm::asin, arguments, context)
        }),
        ("asinh", |_, arguments, context| {
            of_one(libm::asinh, arguments, context)
        }),
        ("atan", |_, arguments, context| {
            of_one(libm::atan, arguments, context)
        }),
        ("atanh", |_, arguments, context| {
            of_one(libm::atanh, arguments, context)
        }),
        ("cbrt", |_, arguments, context| {
            of_one(libm::cbrt, arguments, context)
        }),
        ("cos", |_, arguments, context| {
            of_one(libm::cos, arguments, context)
        }),
        ("cosh", |_, arguments, context| {
            of_one(libm::cosh, arguments, context)
        }),
        ("exp", |_, arguments, context| {
            of_one(exponential, arguments, context)
        }),
        ("expm1", |_, arguments, context| {
            of_one(libm::expm1, arguments, context)
        }),
        ("log", |_, arguments, context| {
            of_one(libm::log, arguments, context)
        }),
        ("log10", |_, arguments, context| {
            of_one(libm::log10, arguments, context)
        }),
        ("log1p", |_, arguments, context| {
            of_one(libm::log1p, arguments, context)
        }),
        ("log2", |_, arguments, context| {
            of_one(libm::log2, arguments, context)
        }),
        ("sin", |_, arguments, context| {
            of_one(libm::sin, arguments, context)
        }),
        ("sinh", |_, arguments, context| {
            of_one(libm::sinh, arguments, context)
        }),
        ("tan", |_, arguments, context| {
            of_one(libm::tan, arguments, context)
        }),
        ("tanh", |_, arguments, context| {
            of_one(libm::tanh, arguments, context)
        }),
        ("atan2", |_, arguments, context| {
            of_two(libm::atan2, arguments, context)
        }),
    ];
    for (name, function) in functions {
        let length = if name == "atan2" { 2 } else { 1 };
        define_function(&math, name, length, function, context)?;
    }
    define_function(
        &math,
        "pow",
        2,
        |_, arguments, context| of_two(power, arguments, context),
        context,
    )
}

/// V8 gives the constant itself for 1.
fn exponential(exponent: f64) -> f64 {
    match exponent {
        1.0 => std::f64::consts::E,
        _ => libm::exp(exponent),
    }
}

/// `base ** exponent` of the language, which differs from IEEE 754 where the base is 1 or -1 and the exponent has no
/// end.
pub(crate) fn power(base: f64, exponent: f64) -> f64 {
    if exponent.is_nan() || (base.abs() == 1.0 && exponent.is_infinite()) {
        return f64::NAN;
    }
    libm::pow(base, exponent)
}

fn number(arguments: &[JsValue], index: usize, context: &mut Context) -> JsResult<f64> {
    match arguments.get(index) {
        Some(value) => value.to_number(context),
        None => Ok(f64::NAN),
    }
}

fn of_one(
    function: fn(f64) -> f64,
    arguments: &[JsValue],
    context: &mut Context,
) -> JsResult<JsValue> {
    Ok(function(number(arguments, 0, context)?).into())
}

fn of_two(
    function: fn(f64, f64) -> f64,
    arguments: &[JsValue],
    context: &mut Context,
) -> JsResult<JsValue> {
    let first = number(arguments, 0, context)?;
    Ok(function(first, number(arguments, 1, context)?).into())
}
