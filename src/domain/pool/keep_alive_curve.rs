//! The whole trade-off of keep-alive from one pass over a run: how many cold starts each keep-alive time would have
//! cost, and how much idle time.
//!
//! Exact where the most recently used environment is used next and an init takes no time. Then idle environments form
//! a stack, how long each rests depends on the arrivals alone, and a keep-alive time of `T` turns exactly those rests
//! into cold starts that were at least `T`. With other routings and inits it is the curve of that simpler pool.

use super::{
    Dispatch, EndReason, EnvironmentRecord, Fate, MostRecentlyUsed, Plain, Pool, PoolPolicy,
    Record, Script, ScriptedService, StartKind,
};
use crate::units::{EnvironmentId, SimDuration, SimTime};

/// Cold starts and idle time as functions of the keep-alive time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeepAliveCurve {
    /// How long environments rested before they were used again, ascending.
    rests: Vec<SimDuration>,
    /// The sum of the rests before each.
    sums: Vec<u128>,
    /// Environments that were ever in use at a time: each starts cold once, whatever the keep-alive time.
    levels: u64,
}

/// Collects rests while a pool runs.
#[derive(Default)]
struct Rests(KeepAliveCurve);

impl Record for Rests {
    fn arrived(&mut self, _: SimTime) {}
    #[inline]
    fn dispatched(&mut self, dispatch: &Dispatch) {
        match dispatch.kind {
            StartKind::Cold => self.0.levels += 1,
            _ => self.0.rests.push(dispatch.rested),
        }
    }
    fn gave_up(&mut self, _: usize, _: SimTime) {}
    fn created(&mut self, _: EnvironmentRecord) {}
    fn will_end(&mut self, _: EnvironmentId, _: Option<(SimTime, EndReason)>) {}
}

impl KeepAliveCurve {
    /// The curve for requests that arrive in order of time and take so long, at most `concurrency_limit` at once. All
    /// of it must be over within [`Plain::LAST`].
    pub fn of(
        requests: impl IntoIterator<Item = (SimTime, SimDuration)>,
        concurrency_limit: Option<u32>,
    ) -> KeepAliveCurve {
        let policy = PoolPolicy {
            keep_alive: None,
            concurrency_limit,
            ..PoolPolicy::default()
        };
        let service = ScriptedService {
            timeout: None,
            fate_of_timeout: Fate::Lost,
        };
        let mut pool: Pool<_, Plain<MostRecentlyUsed>, Rests> =
            Pool::recording(policy, service, Rests::default(), None);
        for (at, duration) in requests {
            let script = Script {
                duration,
                init: SimDuration::ZERO,
                init_fails: false,
            };
            pool.arrive(at, &script);
        }
        let Rests(mut curve) = pool.into_record();
        curve.rests.sort_unstable();
        let mut sum = 0;
        curve.sums = curve
            .rests
            .iter()
            .map(|rest| {
                let before = sum;
                sum += u128::from(rest.as_micros());
                before
            })
            .collect();
        curve.sums.push(sum);
        curve
    }

    /// How many requests start cold if idle environments are kept this long.
    pub fn cold_starts(&self, keep_alive: SimDuration) -> u64 {
        self.levels + (self.rests.len() - self.shorter_than(keep_alive)) as u64
    }

    /// How many microseconds environments rest if they are kept this long, up to the last expiry.
    pub fn idle_micros(&self, keep_alive: SimDuration) -> u128 {
        let shorter = self.shorter_than(keep_alive);
        let expiries = (self.rests.len() - shorter) as u128 + u128::from(self.levels);
        self.sums[shorter] + expiries * u128::from(keep_alive.as_micros())
    }

    fn shorter_than(&self, keep_alive: SimDuration) -> usize {
        self.rests.partition_point(|&rest| rest < keep_alive)
    }
}
