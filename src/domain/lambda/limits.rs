//! How much work a function may do, and how work becomes time.

use crate::units::{MemorySize, SimDuration};

/// Init may take this long; then Lambda starts it again within the first invocation (Lambda Developer Guide,
/// "Lambda execution environment lifecycle").
pub const INIT_LIMIT: SimDuration = SimDuration::from_secs(10);

/// The most bytes that an event of a synchronous request may have (Lambda quotas).
pub const REQUEST_LIMIT_BYTES: usize = 6_291_456;

/// The most bytes that an answer may have, as Lambda's own error message says.
pub const RESPONSE_LIMIT_BYTES: usize = 6_291_556;

/// However long the timeout, no invocation really executes more units than this: a minute of real time on a phone is
/// too long to wait for an endless loop. What is left of the timeout passes on the virtual clock.
pub const MAX_UNITS_PER_INVOCATION: u64 = 100_000_000;

/// The work that one virtual processor does in a microsecond: 25,000 units in a millisecond, chosen such that a
/// virtual second costs about a real one. V8 does more; the order of handlers by cost is right, the scale is a model.
const UNITS_PER_MICROSECOND: u64 = 25;

/// One virtual processor is bought with this much memory (Lambda Developer Guide, "Configure Lambda function memory").
const MEGABYTES_PER_PROCESSOR: u64 = 1_769;

/// Turns counted work into time on a share of a processor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CpuTime {
    share_in_megabytes: u64,
}

impl CpuTime {
    /// The share that this memory size buys, without a ceiling: JavaScript uses one processor, so more than one does
    /// not help it.
    pub fn of_memory(memory: MemorySize) -> CpuTime {
        CpuTime {
            share_in_megabytes: u64::from(memory.megabytes()).min(MEGABYTES_PER_PROCESSOR),
        }
    }

    /// One whole processor, as the init phase has it whatever the memory.
    pub const FULL: CpuTime = CpuTime {
        share_in_megabytes: MEGABYTES_PER_PROCESSOR,
    };

    /// The time that `units` of work take, rounded up to a microsecond.
    pub fn of_units(self, units: u64) -> SimDuration {
        let scaled = u128::from(units) * u128::from(MEGABYTES_PER_PROCESSOR);
        let micros = scaled.div_ceil(u128::from(UNITS_PER_MICROSECOND * self.share_in_megabytes));
        SimDuration::from_micros(u64::try_from(micros).unwrap_or(u64::MAX))
    }

    /// The most units that end within `time`.
    pub fn units_within(self, time: SimDuration) -> u64 {
        let scaled = u128::from(time.as_micros())
            * u128::from(UNITS_PER_MICROSECOND * self.share_in_megabytes);
        u64::try_from(scaled / u128::from(MEGABYTES_PER_PROCESSOR)).unwrap_or(u64::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_and_time_agree() {
        let small = CpuTime::of_memory(MemorySize::from_megabytes(128));
        assert_eq!(CpuTime::FULL.of_units(25_000), SimDuration::from_millis(1));
        assert_eq!(small.units_within(SimDuration::from_millis(1)), 1_808);
        assert_eq!(small.of_units(0), SimDuration::ZERO);
        for millis in [1, 3, 100, 3_000, 300_000] {
            let time = SimDuration::from_millis(millis);
            let units = small.units_within(time);
            assert!(small.of_units(units) <= time);
            assert!(small.of_units(units + 1) > time);
        }
        let large = CpuTime::of_memory(MemorySize::from_megabytes(10_240));
        assert_eq!(large, CpuTime::FULL);
    }
}
