//! Details of invocations that were asked for lately. They hold texts of any length, so only some are kept.

use std::collections::VecDeque;
use std::rc::Rc;

use domain::cloud::Invocation;

/// How many invocations are remembered; the worker can tell of the others again.
const CAPACITY: usize = 200;

/// Details by index, oldest first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Details(VecDeque<(usize, Rc<Invocation>)>);

impl Details {
    /// What is known of this invocation.
    pub(super) fn get(&self, index: usize) -> Option<&Rc<Invocation>> {
        self.0
            .iter()
            .find(|(known, _)| *known == index)
            .map(|(_, invocation)| invocation)
    }

    /// Remembers an invocation and forgets the oldest if there are too many.
    pub(super) fn insert(&mut self, index: usize, invocation: Invocation) {
        self.0.retain(|(known, _)| *known != index);
        if self.0.len() == CAPACITY {
            self.0.pop_front();
        }
        self.0.push_back((index, Rc::new(invocation)));
    }
}

#[cfg(test)]
mod tests {
    use domain::lambda::Outcome;
    use domain::units::MemorySize;

    use super::*;

    #[test]
    fn forgets_the_oldest() {
        let mut details = Details::default();
        for index in 0..=CAPACITY {
            let invocation = Invocation {
                request_id: index.to_string(),
                event: String::new(),
                outcome: Outcome::Throttled,
                log: Vec::new(),
                response: None,
                max_memory_used: MemorySize::from_megabytes(0),
            };
            details.insert(index, invocation);
        }
        assert!(details.get(0).is_none());
        assert!(details.get(1).is_some());
        assert_eq!(
            details.get(CAPACITY).unwrap().request_id,
            CAPACITY.to_string()
        );
    }
}
