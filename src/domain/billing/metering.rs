//! From measured to billed time: what is added, and how it is rounded.

use crate::pool::PoolTrace;
use crate::units::SimDuration;

/// How time is billed, without what it costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Metering {
    /// Time is billed in whole steps of this length, at least one; not zero.
    pub granule: SimDuration,
    /// The least that is billed, in whole granules; zero where one granule is the least.
    pub minimum: SimDuration,
    /// Whether the init phase is billed: it is added to the handler's time first, and the sum is rounded once.
    pub bills_init: bool,
}

impl Metering {
    /// The billed time of an invocation whose handler ran for so long, and which caused such an init; `None` where
    /// there was neither. Nothing if nothing ran that is billed.
    #[inline]
    pub fn billed(self, handler: Option<SimDuration>, init: Option<SimDuration>) -> SimDuration {
        let init = init.filter(|_| self.bills_init);
        if handler.is_none() && init.is_none() {
            return SimDuration::ZERO;
        }
        (handler.unwrap_or_default() + init.unwrap_or_default())
            .round_up_to(self.granule)
            .max(self.minimum)
    }

    /// The billed time of an invocation of a trace.
    pub fn billed_of(self, trace: &PoolTrace, index: usize) -> SimDuration {
        self.billed(trace.handler_time(index), trace.init_time(index))
    }
}
