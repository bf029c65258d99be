//! `coldstart run`: a plan in, the run out, in the very messages that the page's worker sends. The same plan gives
//! the same bytes here and in every browser.

use std::io::Write;
use std::process::ExitCode;

use domain::cloud::message::FromWorker;
use domain::cloud::{Plan, Simulation};

use crate::guard;
use crate::invoke::standard_input;

/// Runs the plan on standard input and prints one message a line: what came out, then each invocation.
pub(crate) fn plan() -> Result<ExitCode, String> {
    let plan: Plan =
        serde_json::from_str(&standard_input()?).map_err(|error| format!("the plan: {error}"))?;
    let mut simulation =
        Simulation::new(guard::runtime(), plan).map_err(|error| format!("the plan: {error}"))?;
    simulation.finish();
    let run = simulation.run();
    let count = run.trace.len();
    let mut messages = vec![FromWorker::Ran {
        id: 0,
        run,
        last: None,
    }];
    messages.extend((0..count).map(|index| FromWorker::Described {
        id: 0,
        index: index as u32,
        invocation: simulation.invocation(index).cloned(),
    }));
    let mut output = std::io::stdout().lock();
    for message in &messages {
        let line = serde_json::to_string(message).map_err(|error| error.to_string())?;
        // Whoever reads may have seen enough.
        if writeln!(output, "{line}").is_err() {
            break;
        }
    }
    Ok(ExitCode::SUCCESS)
}
