//! Who gets the next request, by looking at everybody.

use super::{Reference, micros};

impl Reference {
    pub(super) fn first_waiting(&self) -> Option<usize> {
        self.requests
            .iter()
            .position(|request| request.waits_until.is_some())
    }

    pub(super) fn slots(&self) -> usize {
        self.policy["concurrencyPerContainer"].as_u64().unwrap_or(1) as usize
    }

    /// The container for the next request; `Ok(None)` for a new one, `Err` if a limit is reached.
    pub(super) fn place(&self) -> Result<Option<usize>, ()> {
        if self.limit.is_some_and(|limit| self.in_flight() >= limit) {
            return Err(());
        }
        for provisioned in [true, false] {
            let mut candidates: Vec<usize> = (0..self.containers.len())
                .filter(|&number| {
                    let container = &self.containers[number];
                    !container.is_gone
                        && !container.is_draining
                        && !container.is_lost
                        && container.is_provisioned == provisioned
                        && container.requests.len() < self.slots()
                })
                .collect();
            let used = |number: &usize| self.containers[*number].last_used;
            let load = |number: &usize| self.containers[*number].requests.len();
            // The best comes first.
            match self.policy["routing"].as_str().unwrap_or("newest") {
                "newest" => candidates.sort_by_key(|&number| -(number as i64)),
                "oldest" => candidates.sort(),
                "mru" => candidates.sort_by_key(|number| (-used(number), -(*number as i64))),
                "lru" => candidates.sort_by_key(|number| (used(number), *number)),
                "leastLoaded" => candidates.sort_by_key(|number| (load(number), *number)),
                other => panic!("{other}"),
            }
            if let Some(&best) = candidates.first() {
                return Ok(Some(best));
            }
        }
        let limit = self.policy["maxContainers"].as_i64();
        if limit.is_some_and(|limit| self.alive() >= limit) {
            return Err(());
        }
        Ok(None)
    }

    pub(super) fn takes_token(&mut self) -> bool {
        let burst = &self.policy["burst"];
        if burst.is_null() {
            return true;
        }
        let environments = i128::from(burst["environments"].as_i64().unwrap());
        let per = i128::from(micros(&burst["perMs"]).unwrap());
        self.tokens += environments * i128::from(self.now - self.tokens_at);
        self.tokens = self.tokens.min(environments * per);
        self.tokens_at = self.now;
        if self.tokens < per {
            return false;
        }
        self.tokens -= per;
        true
    }
}
