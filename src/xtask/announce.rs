//! How a step says that it begins and how long it took, so that a long wait always has a name.

use std::time::{Duration, Instant};

/// A step that has begun; it knows since when.
pub(crate) struct Step {
    began: Instant,
}

impl Step {
    /// Says that a step begins, and starts to count.
    pub(crate) fn begin(before: &str) -> Self {
        println!("{before}");
        Self {
            began: Instant::now(),
        }
    }

    /// Says that the step is over and how long it took, and returns that.
    pub(crate) fn end(self, after: &str) -> Duration {
        let took = self.began.elapsed();
        println!("{after} ({}).", spoken(took));
        took
    }
}

/// A duration as a person says it: `0.8 s`, `47 s`, `2 min 05 s`.
pub(crate) fn spoken(duration: Duration) -> String {
    let seconds = duration.as_secs();
    if seconds >= 60 {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    } else if seconds >= 10 {
        format!("{seconds} s")
    } else {
        format!("{:.1} s", duration.as_secs_f64())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_as_exact_as_they_are_short() {
        assert_eq!(spoken(Duration::from_millis(840)), "0.8 s");
        assert_eq!(spoken(Duration::from_millis(47_300)), "47 s");
        assert_eq!(spoken(Duration::from_secs(125)), "2 min 05 s");
    }
}
