//! How an invocation ended.

use serde::{Deserialize, Serialize};

use super::FunctionError;
use super::platform_lines::timeout_message;
use crate::units::SimDuration;

/// What came out of one invocation, seen from Lambda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Outcome {
    /// The function answered; the text is JSON.
    Success(String),
    /// The function failed.
    Error(FunctionError),
    /// The time was up.
    Timeout(FunctionError),
    /// It never ran: the concurrency limit was reached.
    Throttled,
    /// Somebody killed the environment.
    Killed,
}

impl Outcome {
    /// The outcome of an invocation that was cut off by the function's timeout.
    pub fn timed_out(request_id: &str, timeout: SimDuration) -> Outcome {
        Outcome::Timeout(FunctionError::new(
            "Sandbox.Timedout",
            format!(
                "RequestId: {request_id} Error: {}",
                timeout_message(timeout)
            ),
        ))
    }

    /// The error, if it ended in one.
    pub fn error(&self) -> Option<&FunctionError> {
        match self {
            Outcome::Error(error) | Outcome::Timeout(error) => Some(error),
            Outcome::Success(_) | Outcome::Throttled | Outcome::Killed => None,
        }
    }
}
