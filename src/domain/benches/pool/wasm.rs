//! The benchmark as a wasm module, which `in_wasm.mjs` calls and times.

#![allow(
    unsafe_code,
    reason = "an export needs a name, and nothing else here is unsafe"
)]

mod measured;
mod plain_heap;

use measured::{ROWS, SETTINGS, Traffic};

/// The number of rows.
#[unsafe(no_mangle)]
pub extern "C" fn rows() -> usize {
    ROWS.len()
}

/// The letter of a row's name at a place; 0 behind its end.
#[unsafe(no_mangle)]
pub extern "C" fn letter(row: usize, place: usize) -> u8 {
    ROWS[row].0.as_bytes().get(place).copied().unwrap_or(0)
}

/// Runs a row at a setting with so many requests, and gives its check.
#[unsafe(no_mangle)]
pub extern "C" fn measure(row: usize, setting: usize, requests: usize) -> u64 {
    ROWS[row].1(&Traffic::new(SETTINGS[setting], requests))
}
