//! Traffic to choose from: requests that arrive over a stretch of time, in the shapes that servers see.

use domain::cloud::{Act, Step};
use domain::pool::{ArrivalProcess, Rate};
use domain::units::{Seed, SimDuration, SimTime};

use super::sending::Arrivals;
use super::{Command, Model};

const MINUTE: SimDuration = SimDuration::from_secs(60);
const HOUR: SimDuration = SimDuration::from_secs(3_600);
const DAY: SimDuration = SimDuration::from_secs(86_400);

/// A shape of traffic.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Traffic {
    /// Somebody who clicks every five seconds, for a minute.
    #[default]
    OneVisitor,
    /// Two such visitors, whose requests arrive together.
    TwoAtOnce,
    /// A minute that grows busy and quiet again.
    LunchRush,
    /// A quiet minute with one second in which everybody comes.
    ThunderingHerd,
    /// A day with next to nobody at night.
    NightAndDay,
    /// Ten thousand requests in an hour.
    BusyHour,
}

impl Traffic {
    /// All shapes, the smallest first.
    pub(crate) const ALL: [Traffic; 6] = [
        Traffic::OneVisitor,
        Traffic::TwoAtOnce,
        Traffic::LunchRush,
        Traffic::ThunderingHerd,
        Traffic::NightAndDay,
        Traffic::BusyHour,
    ];

    /// Its name on the page.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Traffic::OneVisitor => "one visitor",
            Traffic::TwoAtOnce => "two at once",
            Traffic::LunchRush => "lunch rush",
            Traffic::ThunderingHerd => "thundering herd",
            Traffic::NightAndDay => "night and day",
            Traffic::BusyHour => "a busy hour",
        }
    }

    /// How its requests arrive, and for how long.
    fn process(self) -> (ArrivalProcess, SimDuration) {
        match self {
            Traffic::OneVisitor => {
                let every_5_s = Rate {
                    requests: 12,
                    per: MINUTE,
                };
                (ArrivalProcess::Steady(every_5_s), MINUTE)
            }
            Traffic::TwoAtOnce => {
                let pair = |number: u64| [SimDuration::from_secs(number * 5); 2];
                let recorded = (0..12).flat_map(pair).collect();
                (ArrivalProcess::Recorded(recorded), MINUTE)
            }
            Traffic::LunchRush => {
                let day = ArrivalProcess::NightAndDay {
                    peak: Rate::per_second(15),
                    day: MINUTE,
                };
                (day, MINUTE)
            }
            Traffic::ThunderingHerd => {
                let spike = ArrivalProcess::Spike {
                    base: Rate {
                        requests: 1,
                        per: SimDuration::from_secs(2),
                    },
                    peak: Rate::per_second(300),
                    begins_after: SimDuration::from_secs(20),
                    lasts: SimDuration::from_secs(1),
                };
                (spike, MINUTE)
            }
            Traffic::NightAndDay => {
                let peak = Rate {
                    requests: 36,
                    per: HOUR,
                };
                (ArrivalProcess::NightAndDay { peak, day: DAY }, DAY)
            }
            Traffic::BusyHour => {
                let rate = Rate {
                    requests: 10_000,
                    per: HOUR,
                };
                (ArrivalProcess::Poisson(rate), HOUR)
            }
        }
    }

    /// When its requests arrive, counted from its beginning.
    fn times(self, seed: Seed) -> Vec<SimDuration> {
        let (process, span) = self.process();
        process
            .arrivals(seed, SimTime::ZERO + span)
            .map(|time| time.since(SimTime::ZERO))
            .collect()
    }
}

impl Model {
    /// The traffic that is chosen.
    pub(crate) fn traffic(&self) -> Traffic {
        self.traffic
    }

    pub(super) fn choose_traffic(&mut self, name: &str) {
        let mut known = Traffic::ALL.into_iter();
        self.traffic = known
            .find(|known| known.name() == name)
            .unwrap_or(self.traffic);
    }

    /// Sends what stands in the fields again and again, as the chosen traffic has it.
    pub(super) fn run_traffic(&mut self) -> Vec<Command> {
        let after = self.traffic_times();
        self.send(Some(Arrivals::Spread(after)))
    }

    /// How long after its beginning each request of the chosen traffic would arrive. Traffic that runs again arrives
    /// otherwise, as the next seed has it.
    pub(super) fn traffic_times(&self) -> Vec<SimDuration> {
        let is_traffic = |step: &&Step| matches!(step.act, Act::Traffic { .. });
        let planned = self.plan.steps.iter().filter(is_traffic).count();
        let runs = u32::try_from(planned + self.queued_traffic()).unwrap_or(u32::MAX);
        self.traffic
            .times(Seed(self.plan_seed().0.wrapping_add(runs)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shape_sends_something_and_no_more_than_a_page_can_draw() {
        for traffic in Traffic::ALL {
            let count = traffic.times(Seed(1)).len();
            assert!((1..=11_000).contains(&count), "{}: {count}", traffic.name());
        }
    }
}
