//! The memory model, for all who speak of it: REPORT's Max Memory Used, `process.memoryUsage()` and the verdict that a
//! function is out of memory.
//!
//! A function takes what Node.js takes by itself, and beside it the largest piece that a built-in asked for at once (a
//! string, a buffer, a text of JSON) or the texts that went in and out, whichever is more. Small objects are not counted:
//! how much they take depends on the machine, and the same function has to use the same everywhere. If they fill the heap
//! nevertheless, the counting allocator ends the turn, and then the whole memory was used.

use domain::units::MemorySize;

/// What Node.js itself takes: about what Lambda reports for a small handler.
const RUNTIME_MEGABYTES: u32 = 64;

/// What is used while so many bytes are held besides Node.js.
pub(crate) fn used_with(bytes: u64) -> MemorySize {
    MemorySize::from_megabytes(RUNTIME_MEGABYTES.saturating_add((bytes >> 20) as u32))
}

/// How many bytes a function of this size has besides Node.js.
pub(crate) fn room_bytes(memory: MemorySize) -> u64 {
    u64::from(memory.megabytes().saturating_sub(RUNTIME_MEGABYTES)) << 20
}
