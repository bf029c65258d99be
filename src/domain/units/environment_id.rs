//! The number of an execution environment.

use serde::{Deserialize, Serialize};

/// Names one execution environment of a run: environments are numbered from 0 in the order of their creation, and a
/// number is never used again. People read `number()`, which counts from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EnvironmentId(pub u32);

impl EnvironmentId {
    /// The number that is shown to people: "container 1" is the first.
    pub fn number(self) -> u32 {
        self.0 + 1
    }

    /// The position of this environment in a list of all environments of a run.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}
