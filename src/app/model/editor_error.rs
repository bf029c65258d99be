//! A function error as it is marked in the code.

use domain::lambda::FunctionError;
use serde::Serialize;

/// A mark in the editor; its members are what the editor's door takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct EditorError {
    /// The line, counted from 1.
    pub(crate) line: u32,
    /// The column, counted from 1.
    pub(crate) column: u32,
    /// What stands under the line: what happened, and on lines of its own what to do about it.
    pub(crate) message: String,
}

impl EditorError {
    /// The mark for this error; `None` if nobody knows where it happened.
    pub(super) fn of(error: &FunctionError) -> Option<EditorError> {
        let position = error.position?;
        let mut message = format!("{}: {}", error.error_type, plain_message(error));
        if let Some(hint) = &error.hint {
            message.push('\n');
            message.push_str(&hint.replace('`', ""));
        }
        Some(EditorError {
            line: position.line,
            column: position.column,
            message,
        })
    }
}

/// The error's message without the request id that the platform puts before its own (`RequestId: … Error: …`).
pub(crate) fn plain_message(error: &FunctionError) -> &str {
    let message = error.error_message.as_str();
    match message
        .strip_prefix("RequestId: ")
        .and_then(|rest| rest.split_once(" Error: "))
    {
        Some((_, message)) => message,
        None => message,
    }
}

#[cfg(test)]
mod tests {
    use domain::lambda::{Outcome, SourcePosition};
    use domain::units::SimDuration;

    use super::*;

    #[test]
    fn says_what_happened_and_what_to_do() {
        let mut error = FunctionError::new("TypeError", "x is null").with_hint("Send `?x=1`.");
        assert_eq!(EditorError::of(&error), None);
        error.position = Some(SourcePosition { line: 5, column: 2 });
        let mark = EditorError::of(&error).unwrap();
        assert_eq!((mark.line, mark.column), (5, 2));
        assert_eq!(mark.message, "TypeError: x is null\nSend ?x=1.");
    }

    #[test]
    fn leaves_the_request_id_out() {
        let outcome = Outcome::timed_out("b1-2", SimDuration::from_secs(3));
        let error = outcome.error().unwrap();
        assert_eq!(plain_message(error), "Task timed out after 3.00 seconds");
    }
}
