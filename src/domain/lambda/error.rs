//! The error document: what a failed invocation answers.

use serde::Serialize;

/// Lambda's word for a process that ended before it answered, and how it says that the kernel did it.
const EXIT_ERROR: &str = "Runtime.ExitError";
const KILLED: &str = "signal: killed";

/// A place in the reader's file, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct SourcePosition {
    /// The line.
    pub line: u32,
    /// The column, in UTF-16 code units as editors count them.
    pub column: u32,
}

/// What went wrong in the function, as Lambda reports it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FunctionError {
    /// `errorType`: the error's `name`, or one of Lambda's own such as `Runtime.HandlerNotFound`.
    pub error_type: String,
    /// `errorMessage`.
    pub error_message: String,
    /// The lines of the stack; Lambda's JSON calls them `trace`.
    pub stack: Vec<String>,
    /// Where in the reader's file it happened, if that is known.
    pub position: Option<SourcePosition>,
    /// What to do about it, in plain words, for the reader of the page.
    pub hint: Option<String>,
}

impl FunctionError {
    /// An error that has no place and no stack.
    pub fn new(error_type: impl Into<String>, error_message: impl Into<String>) -> FunctionError {
        FunctionError {
            error_type: error_type.into(),
            error_message: error_message.into(),
            stack: Vec::new(),
            position: None,
            hint: None,
        }
    }

    /// The platform killed the process because its memory was full. The text is Lambda's own; `request_id` is empty
    /// during init.
    pub fn out_of_memory(request_id: &str) -> FunctionError {
        let message = format!("RequestId: {request_id} Error: Runtime exited with error: {KILLED}");
        FunctionError::new(EXIT_ERROR, message).with_hint(
            "The function needed more memory than it has. Keep less at a time, or give it more memory.",
        )
    }

    /// Whether this is [`FunctionError::out_of_memory`].
    pub fn is_out_of_memory(&self) -> bool {
        self.error_type == EXIT_ERROR && self.error_message.ends_with(KILLED)
    }

    /// Too many calls are open at once.
    pub fn stack_overflow() -> FunctionError {
        FunctionError {
            stack: vec!["RangeError: Maximum call stack size exceeded".to_owned()],
            ..FunctionError::new("RangeError", "Maximum call stack size exceeded")
        }
        .with_hint("Functions or values are nested too deeply. Look for the condition that should stop it.")
    }

    /// The same error with a hint.
    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<String>) -> FunctionError {
        self.hint = Some(hint.into());
        self
    }
}
