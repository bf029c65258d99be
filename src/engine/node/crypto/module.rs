//! The natives behind `crypto`.

use boa_engine::native_function::NativeFunctionPointer;
use boa_engine::object::builtins::JsArray;
use boa_engine::{Context, JsObject, JsResult, JsValue, js_string};

use super::hashing::{NAMES, Running, State, keyed, plain};
use super::{derived_keys, hashing};
use crate::globals::define_function;
use crate::host::Host;
use crate::node::bytes::{Bytes, charge, new_buffer};
use crate::node::script::{NodeScript, node_script, run};

const SCRIPT: NodeScript = node_script!("node:crypto", "crypto/crypto.js");

/// What drawing a byte is charged as.
const BYTES_PER_RANDOM_BYTE: usize = 8;

/// The module `crypto`, which holds the global of the same name as `webcrypto`.
pub(crate) fn module(context: &mut Context) -> JsResult<JsValue> {
    let native = JsObject::with_object_proto(context.intrinsics());
    let functions: [(&str, NativeFunctionPointer); 9] = [
        ("hash", |_, arguments, context| {
            let name = name(arguments, context)?;
            Ok(object(plain(&name), context))
        }),
        ("keyed", |_, arguments, context| {
            let (name, key) = (
                name(arguments, context)?,
                bytes(arguments, 1, context)?.to_vec(),
            );
            charge(key.len(), context)?;
            Ok(object(keyed(&name, &key), context))
        }),
        ("update", update),
        ("digest", digest),
        ("copy", |_, arguments, context| {
            let state = arguments.first().and_then(JsValue::as_object);
            let state = state.and_then(|state| state.downcast::<State>().ok());
            let copy = state.and_then(|state| state.borrow().data().0.as_ref().map(|it| it.copy()));
            Ok(object(copy, context))
        }),
        ("areEqual", |_, arguments, context| {
            let (first, second) = (bytes(arguments, 0, context)?, bytes(arguments, 1, context)?);
            charge(first.len, context)?;
            Ok(first
                .read(|first| second.read(|second| first == second))
                .into())
        }),
        ("fillRandomly", fill_randomly),
        ("randomInteger", |_, arguments, context| {
            let range = arguments
                .first()
                .cloned()
                .unwrap_or_default()
                .to_number(context)?;
            let drawn = Host::of(context).random.borrow_mut().unit_interval();
            Ok((drawn * range).floor().into())
        }),
        ("randomUUID", |_, _, context| {
            Ok(js_string!(Host::of(context).random.borrow_mut().uuid()).into())
        }),
    ];
    for (name, function) in functions {
        define_function(&native, name, 0, function, context)?;
    }
    define_function(&native, "pbkdf2", 5, derived_keys::pbkdf2, context)?;
    define_function(&native, "scrypt", 6, derived_keys::derive_scrypt, context)?;
    let names = JsArray::from_iter(NAMES.map(|name| js_string!(name).into()), context);
    native.set(js_string!("names"), names, true, context)?;
    Ok(run(SCRIPT, native, context)?.into())
}

fn name(arguments: &[JsValue], context: &mut Context) -> JsResult<String> {
    let name = arguments.first().cloned().unwrap_or_default();
    Ok(hashing::plain_name(
        &name.to_string(context)?.to_std_string_lossy(),
    ))
}

fn bytes(arguments: &[JsValue], at: usize, context: &mut Context) -> JsResult<Bytes> {
    let value = arguments.get(at).cloned().unwrap_or_default();
    Bytes::of_any(&value, context).ok_or_else(crate::meter::stop)
}

/// An object that holds a computation; undefined for none.
fn object(running: Option<Box<dyn Running>>, context: &Context) -> JsValue {
    match running {
        Some(running) => {
            let state = State(Some(running));
            JsObject::new(context.root_shape(), None, state)
                .upcast()
                .into()
        }
        None => JsValue::undefined(),
    }
}

/// `update(state, bytes)`: false if the digest was taken already.
fn update(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let bytes = bytes(arguments, 1, context)?;
    charge(bytes.len, context)?;
    let state = arguments.first().and_then(JsValue::as_object);
    let Some(state) = state.and_then(|state| state.downcast::<State>().ok()) else {
        return Ok(false.into());
    };
    let mut state = state.borrow_mut();
    let Some(running) = &mut state.data_mut().0 else {
        return Ok(false.into());
    };
    bytes.read(|bytes| running.take(bytes));
    Ok(true.into())
}

/// `digest(state)`: a `Buffer`; undefined if it was taken already.
fn digest(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let state = arguments.first().and_then(JsValue::as_object);
    let state = state.and_then(|state| state.downcast::<State>().ok());
    let running = state.and_then(|state| state.borrow_mut().data_mut().0.take());
    match running {
        Some(running) => new_buffer(&running.finish(), context),
        None => Ok(JsValue::undefined()),
    }
}

/// `fillRandomly(view)`
fn fill_randomly(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let bytes = bytes(arguments, 0, context)?;
    charge(bytes.len * BYTES_PER_RANDOM_BYTE, context)?;
    let host = Host::of(context);
    let mut random = host.random.borrow_mut();
    bytes.change(|bytes| {
        for part in bytes.chunks_mut(16) {
            let digits = random.hex(part.len() * 2);
            for (byte, pair) in part.iter_mut().zip(digits.as_bytes().as_chunks::<2>().0) {
                let digit = |letter: u8| char::from(letter).to_digit(16).unwrap_or(0) as u8;
                *byte = digit(pair[0]) * 16 + digit(pair[1]);
            }
        }
    });
    Ok(JsValue::undefined())
}
