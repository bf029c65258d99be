//! Keys from passwords: PBKDF2 and scrypt. Both are slow on purpose, so both charge before they begin.

use boa_engine::{Context, JsNativeError, JsResult, JsValue};
use scrypt::Params;

use super::hashing::with_hash;
use crate::host::Host;
use crate::node::argument_errors::coded;
use crate::node::bytes::{Bytes, new_buffer};

/// Work of one round of PBKDF2 for one block: two compressions of the hash.
const UNITS_PER_ROUND: u64 = 50;
/// Bytes that scrypt mixes with a unit of work.
const SCRYPT_BYTES_PER_UNIT: u64 = 8;
/// The longest key.
const MOST_KEY_BYTES: f64 = 16.0 * 1024.0 * 1024.0;

fn bytes(arguments: &[JsValue], at: usize, context: &mut Context) -> JsResult<Vec<u8>> {
    let value = arguments.get(at).cloned().unwrap_or_default();
    let bytes = Bytes::of_any(&value, context).ok_or_else(crate::meter::stop)?;
    Ok(bytes.to_vec())
}

fn number(arguments: &[JsValue], at: usize, context: &mut Context) -> JsResult<f64> {
    arguments
        .get(at)
        .cloned()
        .unwrap_or_default()
        .to_number(context)
}

fn key_of(length: f64, context: &mut Context) -> JsResult<Vec<u8>> {
    if length > MOST_KEY_BYTES {
        let error = JsNativeError::range().with_message("Array buffer allocation failed");
        return Err(coded(error, "ERR_MEMORY_ALLOCATION_FAILED", context));
    }
    Ok(vec![0; length as usize])
}

/// `pbkdf2(password, salt, iterations, length, hash)`: undefined if there is no such hash.
pub(super) fn pbkdf2(
    _: &JsValue,
    arguments: &[JsValue],
    context: &mut Context,
) -> JsResult<JsValue> {
    let (password, salt) = (bytes(arguments, 0, context)?, bytes(arguments, 1, context)?);
    let rounds = number(arguments, 2, context)? as u32;
    let length = number(arguments, 3, context)?;
    let mut key = key_of(length, context)?;
    let name = arguments
        .get(4)
        .cloned()
        .unwrap_or_default()
        .to_string(context)?
        .to_std_string_lossy();
    let blocks = 1 + key.len() as u64 / 16;
    Host::of(context)
        .meter
        .charge(u64::from(rounds) * blocks * UNITS_PER_ROUND, context)?;
    let known = with_hash!(&name, Hash => {
        // Only an output of gigabytes is refused.
        let _ = pbkdf2::pbkdf2::<hmac::Hmac<Hash>>(&password, &salt, rounds, &mut key);
    });
    match known {
        Some(()) => new_buffer(&key, context),
        None => Ok(JsValue::undefined()),
    }
}

/// `scrypt(password, salt, length, N, r, p)`: undefined if the numbers do not go together.
pub(super) fn derive_scrypt(
    _: &JsValue,
    arguments: &[JsValue],
    context: &mut Context,
) -> JsResult<JsValue> {
    let (password, salt) = (bytes(arguments, 0, context)?, bytes(arguments, 1, context)?);
    let mut key = key_of(number(arguments, 2, context)?, context)?;
    let cost = number(arguments, 3, context)? as u64;
    let block = number(arguments, 4, context)? as u32;
    let parallel = number(arguments, 5, context)? as u32;
    if !cost.is_power_of_two() || cost < 2 {
        return Ok(JsValue::undefined());
    }
    let Ok(params) = Params::new(
        cost.trailing_zeros() as u8,
        block,
        parallel,
        Params::RECOMMENDED_LEN,
    ) else {
        return Ok(JsValue::undefined());
    };
    let memory = 128 * u64::from(block) * (cost.saturating_add(u64::from(parallel)));
    if memory > context.host_hooks().max_buffer_size(context) {
        return Ok(JsValue::undefined());
    }
    Host::of(context).meter.claim(memory)?;
    let mixed = 256 * cost * u64::from(block) * u64::from(parallel);
    Host::of(context)
        .meter
        .charge(mixed / SCRYPT_BYTES_PER_UNIT, context)?;
    match scrypt::scrypt(&password, &salt, &params, &mut key) {
        Ok(()) => new_buffer(&key, context),
        Err(_) => Ok(JsValue::undefined()),
    }
}
