//! What the author of a lesson did wrong, said so that it can be put right: where, what, and what to do about it.

use std::fmt;

/// One mistake in the content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The file, as a path from the root of the repository.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong.
    pub message: String,
    /// What would be right.
    pub hint: String,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Diagnostic {
            file,
            line,
            message,
            hint,
        } = self;
        write!(formatter, "{file}:{line}: {message}\n    {hint}")
    }
}

/// A text with the name of its file, so that whoever finds a mistake can say where it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Source<'a> {
    /// The path from the root of the repository.
    pub(crate) file: &'a str,
    /// The text, or the part of it that is read here.
    pub(crate) text: &'a str,
    /// The number of the part's first line in the file.
    pub(crate) first_line: usize,
}

impl<'a> Source<'a> {
    /// A whole file.
    pub(crate) fn new(file: &'a str, text: &'a str) -> Source<'a> {
        Source {
            file,
            text,
            first_line: 1,
        }
    }

    /// The line of the byte at `offset`.
    pub(crate) fn line_at(&self, offset: usize) -> usize {
        self.first_line + self.text[..offset].matches('\n').count()
    }

    /// A mistake at the byte `offset`.
    pub(crate) fn mistake_at(
        &self,
        offset: usize,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> Diagnostic {
        self.mistake_in_line(self.line_at(offset), message, hint)
    }

    /// A mistake in a line of the file.
    pub(crate) fn mistake_in_line(
        &self,
        line: usize,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic {
            file: self.file.to_owned(),
            line,
            message: message.into(),
            hint: hint.into(),
        }
    }
}
