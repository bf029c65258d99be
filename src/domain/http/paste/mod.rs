//! Requests as people have them at hand: a curl command, raw HTTP, or a block of an `.http` file.
//!
//! Nothing is guessed silently: what cannot be taken over is an error with its place and a hint, and the text stays
//! the person's own.

mod curl;
mod raw;
mod shell;
mod target;

use std::fmt;

use super::Request;

/// Why a text is no request that can be used here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasteError {
    /// The line, counted from 1.
    pub line: u32,
    /// The column in letters, counted from 1.
    pub column: u32,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub hint: String,
}

impl fmt::Display for PasteError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "line {}, column {}: {}. {}",
            self.line, self.column, self.message, self.hint
        )
    }
}

impl std::error::Error for PasteError {}

/// Reads a pasted request.
pub fn parse_pasted(text: &str) -> Result<Request, PasteError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let begin = text.len() - text.trim_start().len();
    // A command copied from a manual often brings its prompt along.
    let prompt = text[begin..].strip_prefix("$ ").map_or(0, |_| 2);
    let rest = &text[begin + prompt..];
    let is_curl = rest
        .strip_prefix("curl")
        .is_some_and(|after| after.is_empty() || after.starts_with(char::is_whitespace));
    if is_curl {
        curl::parse(text, begin + prompt)
    } else {
        raw::parse(text)
    }
}

/// An error at a byte offset of the text.
fn error_at(
    text: &str,
    offset: usize,
    message: impl Into<String>,
    hint: impl Into<String>,
) -> PasteError {
    let before = &text[..offset.min(text.len())];
    let line = before.matches('\n').count() + 1;
    let column = before
        .rsplit('\n')
        .next()
        .map_or(0, |line| line.chars().count())
        + 1;
    PasteError {
        line: line as u32,
        column: column as u32,
        message: message.into(),
        hint: hint.into(),
    }
}

#[cfg(test)]
mod tests;
