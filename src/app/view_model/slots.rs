//! Which lane a container lives in: the lowest that is free when it is made, for as long as it lives.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use domain::pool::EnvironmentRecord;
use domain::units::SimTime;

/// The slot of each environment, counted from 0.
///
/// A slot that becomes free at an instant is not taken at that instant: so a container that a new deployment replaced
/// keeps its lane, and its lane's head can say so beside the newcomer.
pub(crate) fn slots(environments: &[EnvironmentRecord]) -> Vec<usize> {
    let mut free = BinaryHeap::new();
    let mut taken: BinaryHeap<Reverse<(SimTime, usize)>> = BinaryHeap::new();
    let mut count = 0;
    let mut slots = Vec::with_capacity(environments.len());
    for environment in environments {
        while let Some(&Reverse((ends_at, slot))) = taken.peek()
            && ends_at < environment.created_at
        {
            taken.pop();
            free.push(Reverse(slot));
        }
        let slot = free.pop().map_or(count, |Reverse(slot)| slot);
        count = count.max(slot + 1);
        if let Some(ends_at) = environment.ends_at {
            taken.push(Reverse((ends_at, slot)));
        }
        slots.push(slot);
    }
    slots
}

#[cfg(test)]
mod tests {
    use domain::pool::EndReason;
    use domain::units::SimDuration;

    use super::*;

    /// Begin and end of a life in milliseconds; an end of 0 is never.
    type Life = (u64, u64);

    fn environment(&(from, until): &Life) -> EnvironmentRecord {
        EnvironmentRecord {
            created_at: SimTime::from_millis(from),
            init: SimDuration::ZERO,
            init_aborted: false,
            deployment: 0,
            ends_at: (until > 0).then(|| SimTime::from_millis(until)),
            end_reason: (until > 0).then_some(EndReason::Expired),
        }
    }

    #[test]
    fn the_lowest_free_slot_is_taken() {
        let cases: [(&[Life], &[usize]); 4] = [
            (&[(0, 0), (0, 0), (0, 0)], &[0, 1, 2]),
            (&[(0, 100), (50, 400), (200, 0), (300, 0)], &[0, 1, 0, 2]),
            (&[(0, 100), (0, 50), (60, 0), (200, 0)], &[0, 1, 1, 0]),
            // Replaced at 1000: the newcomer stands beside it, and the next one takes the first lane again.
            (&[(0, 1_000), (1_000, 2_000), (2_000, 0)], &[0, 1, 0]),
        ];
        for (lives, expected) in cases {
            let environments: Vec<EnvironmentRecord> = lives.iter().map(environment).collect();
            assert_eq!(slots(&environments), expected, "{lives:?}");
        }
    }
}
