//! When requests arrive and how long they take, by chance or by plan: the same seed gives the same traffic everywhere.

use serde::{Deserialize, Serialize};

use crate::units::{Draws, Exponential, Purpose, Seed, SimDuration, SimTime};

/// So many requests in so much time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Rate {
    /// How many.
    pub requests: u32,
    /// In this time; not zero.
    #[serde(rename = "perMicros")]
    pub per: SimDuration,
}

impl Rate {
    /// So many requests a second.
    pub const fn per_second(requests: u32) -> Rate {
        Rate {
            requests,
            per: SimDuration::from_secs(1),
        }
    }

    fn per_micro(self) -> f64 {
        f64::from(self.requests) / self.per.as_micros() as f64
    }
}

/// How requests arrive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ArrivalProcess {
    /// All at one instant, so many of them.
    AtOnce(u32),
    /// At equal distances, the first at the very start. Distances that are no whole microseconds are cut off anew each
    /// time, so that they do not drift.
    Steady(Rate),
    /// By chance, independently of each other (a Poisson process).
    Poisson(Rate),
    /// By chance, at a rate that rises or falls evenly over the whole time.
    Ramp {
        /// At the start.
        from: Rate,
        /// At the end.
        to: Rate,
    },
    /// By chance, at one rate and for a while at another.
    Spike {
        /// Before and after.
        base: Rate,
        /// During the spike.
        peak: Rate,
        /// When the spike begins, from the start.
        #[serde(rename = "beginsAfterMicros")]
        begins_after: SimDuration,
        /// How long it lasts.
        #[serde(rename = "lastsMicros")]
        lasts: SimDuration,
    },
    /// By chance, at a rate that swings from nothing at the start to its highest after half a day and back.
    NightAndDay {
        /// At noon.
        peak: Rate,
        /// How long a day is.
        #[serde(rename = "dayMicros")]
        day: SimDuration,
    },
    /// At these times from the start, ascending.
    Recorded(Vec<SimDuration>),
}

impl ArrivalProcess {
    /// When requests arrive from time 0 on, before `end`, in order of time.
    pub fn arrivals(&self, seed: Seed, end: SimTime) -> Arrivals<'_> {
        let peak = match self {
            ArrivalProcess::Poisson(rate) => rate.per_micro(),
            ArrivalProcess::Ramp { from, to } => from.per_micro().max(to.per_micro()),
            ArrivalProcess::Spike { base, peak, .. } => base.per_micro().max(peak.per_micro()),
            ArrivalProcess::NightAndDay { peak, .. } => peak.per_micro(),
            ArrivalProcess::AtOnce(_) | ArrivalProcess::Steady(_) | ArrivalProcess::Recorded(_) => {
                0.0
            }
        };
        Arrivals {
            process: self,
            gaps: seed.draws(Purpose::Arrivals, 0),
            thinning: seed.draws(Purpose::Arrivals, 1),
            exponential: Exponential::new(),
            peak,
            count: 0,
            now: SimTime::ZERO,
            end,
        }
    }

    /// The rate at `at` in requests per microsecond.
    fn rate(&self, at: SimTime, end: SimTime) -> f64 {
        let at = at.as_micros() as f64;
        match self {
            ArrivalProcess::Poisson(rate) => rate.per_micro(),
            ArrivalProcess::Ramp { from, to } => {
                let (from, to) = (from.per_micro(), to.per_micro());
                from + (to - from) * at / end.as_micros() as f64
            }
            ArrivalProcess::Spike {
                base,
                peak,
                begins_after,
                lasts,
            } => {
                let begins = begins_after.as_micros() as f64;
                let is_spike = at >= begins && at < begins + lasts.as_micros() as f64;
                if is_spike {
                    peak.per_micro()
                } else {
                    base.per_micro()
                }
            }
            ArrivalProcess::NightAndDay { peak, day } => {
                let of_day = at / day.as_micros() as f64;
                let height = (1.0 - libm::cos(2.0 * std::f64::consts::PI * of_day)) / 2.0;
                peak.per_micro() * height
            }
            ArrivalProcess::AtOnce(_) | ArrivalProcess::Steady(_) | ArrivalProcess::Recorded(_) => {
                0.0
            }
        }
    }
}

/// The times of arrivals, one after another.
#[derive(Clone, Debug)]
pub struct Arrivals<'a> {
    process: &'a ArrivalProcess,
    gaps: Draws,
    thinning: Draws,
    exponential: Exponential,
    /// The highest rate of all, in requests per microsecond.
    peak: f64,
    count: u64,
    now: SimTime,
    end: SimTime,
}

impl Iterator for Arrivals<'_> {
    type Item = SimTime;

    #[inline]
    fn next(&mut self) -> Option<SimTime> {
        let at = match self.process {
            ArrivalProcess::AtOnce(requests) => {
                (self.count < u64::from(*requests)).then_some(SimTime::ZERO)
            }
            ArrivalProcess::Steady(rate) => {
                let micros = u128::from(self.count) * u128::from(rate.per.as_micros());
                micros
                    .checked_div(u128::from(rate.requests))
                    .and_then(|micros| u64::try_from(micros).ok())
                    .map(SimTime::from_micros)
            }
            ArrivalProcess::Recorded(times) => {
                let index = usize::try_from(self.count).ok()?;
                times.get(index).map(|&after| SimTime::ZERO + after)
            }
            ArrivalProcess::Poisson(_) => self.next_at_peak(),
            _ => loop {
                // Candidates come at the highest rate, and each is taken with the share that the rate has of it.
                let Some(at) = self.next_at_peak().filter(|&at| at < self.end) else {
                    break None;
                };
                if self.thinning.unit_interval() * self.peak < self.process.rate(at, self.end) {
                    break Some(at);
                }
            },
        }?;
        self.count += 1;
        (at < self.end).then_some(at)
    }
}

impl Arrivals<'_> {
    #[inline]
    fn next_at_peak(&mut self) -> Option<SimTime> {
        if self.peak <= 0.0 {
            return None;
        }
        let gap = self.exponential.draw(&mut self.gaps) / self.peak;
        self.now += micros(gap);
        Some(self.now)
    }
}

/// How long a handler takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ServiceTime {
    /// Always the same.
    Constant(SimDuration),
    /// Anything between the two, equally likely.
    Uniform(SimDuration, SimDuration),
    /// Often short, now and then very long (exponential), with this mean.
    Exponential(SimDuration),
}

/// Draws service times.
#[derive(Clone, Debug)]
pub struct ServiceTimes {
    law: ServiceTime,
    draws: Draws,
    exponential: Exponential,
}

impl ServiceTime {
    /// Service times by this law.
    pub fn times(self, seed: Seed) -> ServiceTimes {
        ServiceTimes {
            law: self,
            draws: seed.draws(Purpose::ServiceTimes, 0),
            exponential: Exponential::new(),
        }
    }

    /// The mean.
    pub fn mean(self) -> SimDuration {
        match self {
            ServiceTime::Constant(span) | ServiceTime::Exponential(span) => span,
            ServiceTime::Uniform(from, to) => {
                SimDuration::from_micros((from.as_micros() + to.as_micros()) / 2)
            }
        }
    }
}

impl ServiceTimes {
    /// The next service time.
    #[inline]
    pub fn draw(&mut self) -> SimDuration {
        match self.law {
            ServiceTime::Constant(span) => span,
            ServiceTime::Uniform(from, to) => {
                let width = (to - from).as_micros() as f64;
                from + micros(self.draws.unit_interval() * width)
            }
            ServiceTime::Exponential(mean) => {
                micros(self.exponential.draw(&mut self.draws) * mean.as_micros() as f64)
            }
        }
    }
}

/// Rounded to the nearest whole microsecond.
#[inline]
fn micros(micros: f64) -> SimDuration {
    SimDuration::from_micros((micros + 0.5) as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: SimTime = SimTime::from_millis(3_600_000);

    fn count(process: &ArrivalProcess, from_ms: u64, to_ms: u64) -> usize {
        let range = SimTime::from_millis(from_ms)..SimTime::from_millis(to_ms);
        process
            .arrivals(Seed(3), HOUR)
            .filter(|at| range.contains(at))
            .count()
    }

    #[test]
    fn arrivals_come_where_the_process_says() {
        let rate = Rate::per_second(10);
        assert_eq!(count(&ArrivalProcess::AtOnce(7), 0, 1), 7);
        assert_eq!(count(&ArrivalProcess::Steady(rate), 0, 1_000), 10);
        let third = Rate {
            requests: 3,
            per: SimDuration::from_secs(1),
        };
        let times: Vec<u64> = ArrivalProcess::Steady(third)
            .arrivals(Seed(1), SimTime::from_millis(1_001))
            .map(SimTime::as_micros)
            .collect();
        assert_eq!(times, [0, 333_333, 666_666, 1_000_000]);
        let recorded = vec![SimDuration::ZERO, SimDuration::from_millis(5)];
        assert_eq!(count(&ArrivalProcess::Recorded(recorded), 0, 6), 2);
        // By chance: an hour holds about so many, give or take five standard deviations.
        let spike = ArrivalProcess::Spike {
            base: Rate::per_second(1),
            peak: Rate::per_second(100),
            begins_after: SimDuration::from_secs(600),
            lasts: SimDuration::from_secs(60),
        };
        let ramp = ArrivalProcess::Ramp {
            from: Rate::per_second(0),
            to: rate,
        };
        let day = ArrivalProcess::NightAndDay {
            peak: rate,
            day: SimDuration::from_secs(3_600),
        };
        for (process, from_ms, to_ms, expected) in [
            (&ArrivalProcess::Poisson(rate), 0, 3_600_000, 36_000.0),
            (&ramp, 0, 1_800_000, 4_500.0),
            (&ramp, 1_800_000, 3_600_000, 13_500.0),
            (&spike, 0, 600_000, 600.0),
            (&spike, 600_000, 660_000, 6_000.0),
            (&day, 0, 3_600_000, 18_000.0),
            (
                &day,
                1_500_000,
                2_100_000,
                10.0 * 600.0 * (0.5 + 0.477_464_8),
            ),
        ] {
            let found = count(process, from_ms, to_ms) as f64;
            let deviation = (found - expected).abs() / f64::sqrt(expected);
            assert!(
                deviation < 5.0,
                "{process:?} {from_ms}: {found} for {expected}"
            );
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_traffic() {
        // Written down once: another number here would change every shared link with traffic in it.
        let arrivals: Vec<u64> = ArrivalProcess::Poisson(Rate::per_second(10))
            .arrivals(Seed(1), HOUR)
            .map(SimTime::as_micros)
            .take(4)
            .collect();
        let mut service = ServiceTime::Exponential(SimDuration::from_millis(100)).times(Seed(1));
        let times: Vec<u64> = (0..4).map(|_| service.draw().as_micros()).collect();
        assert_eq!(arrivals, [94_526, 430_081, 489_712, 692_703]);
        assert_eq!(times, [54_394, 96_151, 54_604, 102_448]);
    }
}
