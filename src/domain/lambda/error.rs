//! The error document: what a failed invocation answers.

use serde::{Deserialize, Serialize};

/// A place in the reader's file, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourcePosition {
    /// The line.
    pub line: u32,
    /// The column, in UTF-16 code units as editors count them.
    pub column: u32,
}

/// What went wrong in the function, as Lambda reports it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

    /// The same error with a hint.
    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<String>) -> FunctionError {
        self.hint = Some(hint.into());
        self
    }
}
