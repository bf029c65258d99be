//! What comes out of a simulation: three results, joined by index.

use serde::Serialize;

use crate::http::Response;
use crate::lambda::{LogLine, Outcome};
use crate::pool::PoolTrace;
use crate::units::{MemorySize, SimDuration};

/// What a plan led to: the pool's trace, and beside it what the visitors got. Details of single invocations are
/// asked for by index, because they hold texts of any length.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Run {
    /// Times, environments and outcomes.
    pub trace: PoolTrace,
    /// The HTTP status that each visitor got; `None` where no request caused the invocation.
    pub http_status: Vec<Option<u16>>,
    /// How long all handlers together would have computed on a full processor; waits are not counted.
    #[serde(rename = "computingMicros")]
    pub computing: SimDuration,
    /// How many invocations the platform killed because their memory was full; the trace knows them as failed.
    pub out_of_memory: u32,
}

/// One invocation in full.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Invocation {
    /// `awsRequestId`
    pub request_id: String,
    /// The event, as JSON text.
    pub event: String,
    /// How it ended.
    pub outcome: Outcome,
    /// What the reader's code wrote: on a cold start the init phase first.
    pub log: Vec<LogLine>,
    /// What the visitor got; `None` where no request caused the invocation.
    pub response: Option<Response>,
    /// The most memory in use so far, by the documented model; zero if nothing ran.
    #[serde(rename = "maxMemoryUsedMegabytes")]
    pub max_memory_used: MemorySize,
}
