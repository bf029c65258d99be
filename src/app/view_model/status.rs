//! The one line that says how the pool is.

use domain::cloud::{Plan, Run};
use domain::http::reason_phrase;
use domain::units::SimTime;

use super::container_state::{ContainerState, counts_at_rest};
use super::words::lasting;
use crate::model::{Machinery, Pending};

/// The status of the pool in words.
pub(crate) fn status(
    plan: &Plan,
    at_rest: Option<String>,
    pending: Option<Pending>,
    machinery: &Machinery,
) -> String {
    if let Some(pending) = pending.filter(|pending| pending.is_slow) {
        return match (machinery, pending.progress) {
            (Machinery::Starting, _) => "waiting for the engine".to_owned(),
            (_, Some((done, total))) => format!("running: {done} of {total} done"),
            (_, None) => "running".to_owned(),
        };
    }
    match at_rest {
        None if plan.now > SimTime::ZERO => {
            format!("empty after {}", lasting(plan.now.since(SimTime::ZERO)))
        }
        None => "empty".to_owned(),
        Some(at_rest) => at_rest,
    }
}

/// `at rest after 957 ms: 3 warm, idle`. Containers that are gone are not counted: the pool is what is there.
pub(crate) fn at_rest(plan: &Plan, run: &Run) -> String {
    let rest = plan.seen_at(run.trace.last_answer());
    let after = lasting(rest.since(SimTime::ZERO));
    let counts = counts_at_rest(&run.trace, rest);
    let warm = counts
        .iter()
        .find(|known| known.state == ContainerState::Warm);
    let pool = warm.map_or_else(|| "no container".to_owned(), |known| known.words());
    format!("at rest after {after}: {pool}")
}

/// What the visitor got who was answered last: `Request 3: 200 OK`. For whoever hears the line and does not see the
/// answer beside it; `None` before the first answer, and where no request caused the invocation.
pub(crate) fn last_answer(run: &Run) -> Option<String> {
    let index = run.trace.last_to_answer()?;
    let status = run.http_status[index]?;
    let words = format!("Request {}: {status} {}", index + 1, reason_phrase(status));
    Some(words.trim_end().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{Deed, run_of};

    #[test]
    fn says_how_the_pool_is() {
        let (plan, three) = run_of(&[(0, Deed::Answers(112)); 3]);
        let (_, lost) = run_of(&[(0, Deed::Hangs)]);
        let mut later = plan.clone();
        later.wait(
            three.trace.last_answer(),
            domain::units::SimDuration::from_secs(900),
        );
        assert_eq!(
            status(
                &later,
                Some(at_rest(&later, &three)),
                None,
                &Machinery::Ready
            ),
            "at rest after 15 min: no container"
        );
        let at_once = Some(Pending::sample(false, None));
        let slow = Some(Pending::sample(true, None));
        let told = Some(Pending::sample(true, Some((12, 20))));
        let (starting, ready) = (Machinery::Starting, Machinery::Ready);
        for (run, pending, machinery, expected) in [
            (None, None, &ready, "empty"),
            (
                Some(&three),
                None,
                &ready,
                "at rest after 252 ms: 3 warm, idle",
            ),
            (
                Some(&lost),
                None,
                &ready,
                "at rest after 3.14 s: no container",
            ),
            (None, at_once, &starting, "empty"),
            (None, slow, &starting, "waiting for the engine"),
            (Some(&three), slow, &ready, "running"),
            (Some(&three), told, &ready, "running: 12 of 20 done"),
        ] {
            assert_eq!(
                status(
                    &plan,
                    run.map(|run| at_rest(&plan, run)),
                    pending,
                    machinery
                ),
                expected
            );
        }
    }

    #[test]
    fn says_what_the_last_visitor_got() {
        let (_, two) = run_of(&[(0, Deed::Answers(112)), (5, Deed::Answers(30))]);
        assert_eq!(last_answer(&two), Some("Request 1: 200 OK".to_owned()));
        let (_, none) = run_of(&[]);
        assert_eq!(last_answer(&none), None);
    }
}
