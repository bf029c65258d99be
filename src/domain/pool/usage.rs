//! How much there was of everything over time: integrals, peaks and what is there now.

use crate::units::SimTime;

/// Environments and requests, counted over time. Integrals are sums of ends less sums of beginnings, so that nothing
/// has to be known of a single environment; they count up to the horizon only.
#[derive(Clone, Debug)]
pub struct Usage {
    /// Environments that are alive.
    pub alive: u32,
    /// Environments that serve a request, or initialise for one.
    pub busy: u32,
    /// Requests that are being served.
    pub in_flight: u32,
    /// The most environments that were alive at a time.
    pub peak_environments: u32,
    /// The most requests that were being served at a time.
    pub peak_concurrency: u32,
    /// Environments that were created on demand.
    pub created: u64,
    /// When the last thing happened: an arrival, an intervention, an end, an expiry, a request's giving up.
    pub last_event: SimTime,
    horizon: SimTime,
    environment_micros: i128,
    busy_micros: i128,
}

impl Usage {
    /// Nothing yet; integrals will count up to `horizon`.
    pub(super) fn new(horizon: SimTime) -> Usage {
        Usage {
            alive: 0,
            busy: 0,
            in_flight: 0,
            peak_environments: 0,
            peak_concurrency: 0,
            created: 0,
            last_event: SimTime::ZERO,
            horizon,
            environment_micros: 0,
            busy_micros: 0,
        }
    }

    #[inline]
    pub(super) fn happened(&mut self, at: SimTime) {
        self.last_event = self.last_event.max(at);
    }

    pub(super) fn began(&mut self, at: SimTime) {
        self.alive += 1;
        self.peak_environments = self.peak_environments.max(self.alive);
        self.environment_micros -= self.within(at);
    }

    #[inline]
    pub(super) fn ended(&mut self, at: SimTime) {
        self.alive -= 1;
        self.environment_micros += self.within(at);
    }

    #[inline]
    pub(super) fn became_busy(&mut self, at: SimTime) {
        self.busy += 1;
        self.busy_micros -= self.within(at);
    }

    #[inline]
    pub(super) fn served_all(&mut self, at: SimTime) {
        self.busy -= 1;
        self.busy_micros += self.within(at);
    }

    #[inline]
    pub(super) fn took_request(&mut self) {
        self.in_flight += 1;
        self.peak_concurrency = self.peak_concurrency.max(self.in_flight);
    }

    /// Microseconds of life of all environments from time 0 to `until`, which is the horizon or, if there was none,
    /// not before the last event. Whoever is alive still counts up to there.
    pub fn environment_micros(&self, until: SimTime) -> u128 {
        integral(self.environment_micros, self.alive, until)
    }

    /// Microseconds in which environments were busy, from time 0 to `until` as above.
    pub fn busy_micros(&self, until: SimTime) -> u128 {
        integral(self.busy_micros, self.busy, until)
    }

    #[inline]
    fn within(&self, at: SimTime) -> i128 {
        i128::from(at.min(self.horizon).as_micros())
    }
}

fn integral(sum: i128, still_there: u32, until: SimTime) -> u128 {
    let whole = sum + i128::from(still_there) * i128::from(until.as_micros());
    u128::try_from(whole).unwrap_or(0)
}
