//! The one line that says how the pool is.

use domain::cloud::{Plan, Run, Step};
use domain::http::reason_phrase;
use domain::pool::{OutcomeCode, StartKind};
use domain::units::SimTime;

use super::container_state::{ContainerState, counts_at_rest};
use super::words::{lasting, thousands};
use crate::model::{Machinery, Pending};

/// How far a run is, in numbers that change too fast to be heard; said after the status.
pub(crate) fn progress(pending: Option<Pending>, machinery: &Machinery) -> Option<String> {
    let pending = pending.filter(|pending| pending.is_slow && *machinery != Machinery::Starting)?;
    let (done, total) = pending.progress?;
    Some(format!(": {done} of {total} done"))
}

/// The status of the pool in words.
pub(crate) fn status(
    plan: &Plan,
    at_rest: Option<String>,
    pending: Option<Pending>,
    machinery: &Machinery,
) -> String {
    if pending.is_some_and(|pending| pending.is_slow) {
        return match machinery {
            Machinery::Starting => "waiting for the engine".to_owned(),
            _ => "running".to_owned(),
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

/// What became of the requests that were sent last, failures first: `20 requests: 15 throttled, 5 answered`. For whoever hears
/// the line and does not see the picture beside it; `None` before the first, and once time has been let pass behind them.
pub(crate) fn last_sent(plan: &Plan, run: &Run) -> Option<String> {
    let trace = &run.trace;
    if plan.now > trace.last_answer() {
        return None;
    }
    let count = plan
        .steps
        .iter()
        .map(Step::arrivals)
        .rfind(|&count| count > 0)?;
    let sent = trace.len().checked_sub(count)?..trace.len();
    if count == 1 {
        let index = sent.start;
        let error = match trace.outcome[index] {
            OutcomeCode::Ok | OutcomeCode::Throttled => "",
            _ => "error, ",
        };
        let words =
            run.http_status[index].map(|status| format!("{status} {}", reason_phrase(status)));
        let words = format!(
            "Request {}: {error}{}",
            index + 1,
            words.unwrap_or_default()
        );
        return Some(words.trim_end_matches([' ', ',', ':']).to_owned());
    }
    let of_kind = |is_kind: fn(OutcomeCode) -> bool| {
        sent.clone()
            .filter(|&index| is_kind(trace.outcome[index]))
            .count()
    };
    let throttled = of_kind(|outcome| outcome == OutcomeCode::Throttled);
    let answered = of_kind(|outcome| outcome == OutcomeCode::Ok);
    let cold = sent
        .clone()
        .filter(|&index| trace.start_kind[index] == StartKind::Cold)
        .count();
    let kinds = [
        (count - throttled - answered, "failed"),
        (throttled, "throttled"),
        (answered, "answered"),
        (cold, "cold starts"),
    ];
    let told = kinds.into_iter().filter(|&(count, _)| count > 0);
    let told: Vec<String> = told
        .map(|(count, what)| format!("{} {what}", thousands(count as u64)))
        .collect();
    Some(format!(
        "{} requests: {}",
        thousands(count as u64),
        told.join(", ")
    ))
}

#[cfg(test)]
mod tests {
    use domain::cloud::Act;
    use domain::units::SimDuration;

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
            (Some(&three), told, &ready, "running"),
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
    fn says_how_far_a_slow_run_is() {
        let told = |is_slow| {
            progress(
                Some(Pending::sample(is_slow, Some((12, 20)))),
                &Machinery::Ready,
            )
        };
        assert_eq!(told(true).as_deref(), Some(": 12 of 20 done"));
        assert_eq!(told(false), None);
    }

    #[test]
    fn says_what_became_of_the_requests_that_were_sent_last() {
        let (answers, throws) = (Deed::Answers(112), Deed::Throws(6));
        for (requests, expected) in [
            (vec![], None),
            (vec![(0, answers), (5, answers)], Some("Request 2: 200 OK")),
            (vec![(0, throws)], Some("Request 1: error, 502 Bad Gateway")),
        ] {
            let (plan, run) = run_of(&requests);
            assert_eq!(last_sent(&plan, &run).as_deref(), expected);
        }
        let (mut plan, run) = run_of(&[(0, answers), (0, throws), (0, throws)]);
        let Act::Arrive { trigger, .. } = plan.steps[plan.steps.len() - 1].act.clone() else {
            panic!("the sample sends requests one by one");
        };
        plan.steps.retain(|step| step.arrivals() == 0);
        plan.arrive(SimTime::ZERO, trigger, 3);
        assert_eq!(
            last_sent(&plan, &run).as_deref(),
            Some("3 requests: 2 failed, 1 answered, 3 cold starts")
        );
        plan.wait(run.trace.last_answer(), SimDuration::from_secs(1));
        assert_eq!(last_sent(&plan, &run), None);
    }
}
