//! How an invocation ended.

use serde::Serialize;

use super::platform_lines::timeout_message;
use super::{FunctionError, REQUEST_LIMIT_BYTES};
use crate::units::SimDuration;

/// The status 413 of Lambda's invoke API.
const TOO_LARGE: &str = "RequestEntityTooLarge";

/// What came out of one invocation, seen from Lambda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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
        )
        .with_hint(
            "The function did not answer in time. An await may wait for something that never comes, a timer or interval \
             may keep it alive after callback was called, or it needs more time or memory.",
        ))
    }

    /// The outcome for an event that is larger than Lambda takes: the function is not called.
    pub fn too_large(bytes: usize) -> Outcome {
        let text = format!(
            "{bytes} byte payload is too large for the RequestResponse invocation type (limit \
             {REQUEST_LIMIT_BYTES} bytes)"
        );
        Outcome::Error(FunctionError::new(TOO_LARGE, text).with_hint(
            "An event may have 6 MB at most. Put larger things into a bucket, and send their address.",
        ))
    }

    /// Whether this is the outcome for an event that is too large.
    pub fn is_too_large(&self) -> bool {
        self.error()
            .is_some_and(|error| error.error_type == TOO_LARGE)
    }

    /// Whether the platform killed it because its memory was full.
    pub fn is_out_of_memory(&self) -> bool {
        self.error().is_some_and(FunctionError::is_out_of_memory)
    }

    /// The error, if it ended in one.
    pub fn error(&self) -> Option<&FunctionError> {
        match self {
            Outcome::Error(error) | Outcome::Timeout(error) => Some(error),
            Outcome::Success(_) | Outcome::Throttled | Outcome::Killed => None,
        }
    }
}
