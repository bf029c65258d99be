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
    /// The most requests in flight, initialising ones included; `None` for no limit. See [`OnLimit`] for one more.
    pub concurrency_limit: Option<u32>,
    /// An init that takes longer is aborted and repeated within the invocation; `None` for no limit.
    #[serde(rename = "initLimitMicros")]
    pub init_limit: Option<SimDuration>,
    /// The most environments alive, provisioned ones included; `None` for no limit.
    #[serde(default)]
    pub environment_limit: Option<u32>,
    /// How many requests one environment serves at a time; at least 1.
    #[serde(default = "one")]
    pub requests_per_environment: u32,
    /// Which environment with room gets a request.
    #[serde(default)]
    pub routing: Routing,
    /// What becomes of a request that finds a limit reached.
    #[serde(default)]
    pub on_limit: OnLimit,
    /// How fast new environments may be made; `None` for as fast as they are asked for.
    #[serde(default)]
    pub burst: Option<BurstLimit>,
    /// Environments that exist from time 0, never expire, need no init, and are used before all others.
    #[serde(default)]
    pub provisioned: u32,
}

/// Which environment with room gets a request. Each is a total order, so that a run has one outcome.
///
/// No platform documents its order. Newest is what the simulator SimFaaS assumes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Routing {
    /// The one that was created last.
    #[default]
    Newest,
    /// The one that was created first.
    Oldest,
    /// The one whose last use ended latest; of equals the newest. One without a use counts from its creation.
    MostRecentlyUsed,
    /// The one whose last use ended earliest; of equals the oldest. One without a use counts from its creation.
    LeastRecentlyUsed,
    /// The one that serves the fewest requests; of equals the oldest.
    LeastLoaded,
}

/// What becomes of a request that finds the concurrency limit or the environment limit reached.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum OnLimit {
    /// It is turned away.
    #[default]
    Throttle,
    /// It waits, first come, first served, and is turned away after `timeout`; `None` for never.
    Queue {
        /// The longest wait.
        #[serde(rename = "timeoutMicros")]
        timeout: Option<SimDuration>,
    },
}

/// A token bucket: it starts full, is refilled evenly, and each new environment on demand takes one token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BurstLimit {
    /// The most tokens that it holds, and how many flow in during `per`.
    pub environments: u32,
    /// The time in which an empty bucket becomes full; not zero.
    #[serde(rename = "perMicros")]
    pub per: SimDuration,
}

impl Default for PoolPolicy {
    /// Kept for 10 minutes, as was measured on Lambda in 2019 (it is not documented), init within 10 s; no other
    /// limit, nothing provisioned, one request at a time, newest first.
    fn default() -> PoolPolicy {
        PoolPolicy {
            keep_alive: Some(SimDuration::from_secs(600)),
            concurrency_limit: None,
            init_limit: Some(SimDuration::from_secs(10)),
            environment_limit: None,
            requests_per_environment: 1,
            routing: Routing::Newest,
            on_limit: OnLimit::Throttle,
            burst: None,
            provisioned: 0,
        }
    }
}

fn one() -> u32 {
    1
}
