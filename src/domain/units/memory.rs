//! The memory size of a function, which also buys its share of a processor.

use serde::{Deserialize, Serialize};

/// Memory in megabytes of 1,048,576 bytes, as Lambda counts them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MemorySize(u32);

impl MemorySize {
    /// This many megabytes.
    pub const fn from_megabytes(megabytes: u32) -> MemorySize {
        MemorySize(megabytes)
    }

    /// The size in megabytes.
    pub const fn megabytes(self) -> u32 {
        self.0
    }
}
