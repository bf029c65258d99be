//! The model that anybody would write first: one heap with arrivals, completions and expiries, a sorted set of idle
//! containers, nothing else. What the pool is compared with.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

use domain::units::{SimDuration, SimTime};

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Event {
    Completion(u32),
    Expiry(u32),
    Arrival(SimDuration),
}

/// How many requests start cold if the newest idle container is used.
pub(crate) fn cold_starts(
    mut requests: impl Iterator<Item = (SimTime, SimDuration)>,
    keep_alive: SimDuration,
) -> u64 {
    let mut events = BinaryHeap::new();
    let mut expires_at: Vec<SimTime> = Vec::new();
    let mut idle = BTreeSet::new();
    let mut arrive = |events: &mut BinaryHeap<_>| {
        if let Some((at, duration)) = requests.next() {
            events.push(Reverse((at, Event::Arrival(duration))));
        }
    };
    arrive(&mut events);
    while let Some(Reverse((now, event))) = events.pop() {
        match event {
            Event::Arrival(duration) => {
                let container = idle.pop_last().unwrap_or_else(|| {
                    expires_at.push(SimTime::MAX);
                    expires_at.len() as u32 - 1
                });
                expires_at[container as usize] = SimTime::MAX;
                events.push(Reverse((now + duration, Event::Completion(container))));
                arrive(&mut events);
            }
            Event::Completion(container) => {
                idle.insert(container);
                expires_at[container as usize] = now + keep_alive;
                events.push(Reverse((now + keep_alive, Event::Expiry(container))));
            }
            Event::Expiry(container) if expires_at[container as usize] == now => {
                idle.remove(&container);
            }
            Event::Expiry(_) => {}
        }
    }
    expires_at.len() as u64
}
