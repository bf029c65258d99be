//! The settings of a pool.

use serde::{Deserialize, Serialize};

use crate::units::SimDuration;

/// How the platform treats a function's environments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PoolPolicy {
    /// How long an idle environment is kept; `None` for ever.
    #[serde(rename = "keepAliveMicros")]
    pub keep_alive: Option<SimDuration>,
    /// The most requests in flight, initialising ones included; `None` for no limit. One more is throttled.
    pub concurrency_limit: Option<u32>,
    /// An init that takes longer is aborted and repeated within the invocation; `None` for no limit.
    #[serde(rename = "initLimitMicros")]
    pub init_limit: Option<SimDuration>,
}

impl Default for PoolPolicy {
    /// Kept for 10 minutes, as was measured on Lambda in 2019 (it is not documented), no limit, init within 10 s.
    fn default() -> PoolPolicy {
        PoolPolicy {
            keep_alive: Some(SimDuration::from_secs(600)),
            concurrency_limit: None,
            init_limit: Some(SimDuration::from_secs(10)),
        }
    }
}
