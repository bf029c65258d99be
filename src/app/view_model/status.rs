//! The one line that says how the pool is.

use domain::cloud::Run;
use domain::units::SimTime;

use super::container_state::{ContainerState, counts_at_rest};
use super::words::{lasting, thousands};
use crate::model::{Machinery, Pending};

/// The status of the pool in words.
pub(crate) fn status(run: Option<&Run>, pending: Option<Pending>, machinery: &Machinery) -> String {
    if pending.is_some_and(|pending| pending.is_slow) {
        let words = if *machinery == Machinery::Starting {
            "waiting for the engine"
        } else {
            "running"
        };
        return words.to_owned();
    }
    match run {
        None => "empty".to_owned(),
        Some(run) => at_rest(run),
    }
}

/// `at rest after 957 ms: 3 warm, idle`. Containers that are gone are not counted: the pool is what is there.
fn at_rest(run: &Run) -> String {
    let warm: Vec<String> = counts_at_rest(&run.trace)
        .into_iter()
        .filter(|known| known.state == ContainerState::Warm)
        .map(|known| format!("{} {}", thousands(known.count), known.state.word()))
        .collect();
    let after = lasting(run.trace.last_answer().since(SimTime::ZERO));
    let pool = if warm.is_empty() {
        "no container".to_owned()
    } else {
        warm.join(" · ")
    };
    format!("at rest after {after}: {pool}")
}
