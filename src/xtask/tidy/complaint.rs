//! What a check has to say: where, and what is asked for.

use std::fmt;

/// One thing that is not as it should be.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Complaint {
    /// A file, or a package where no file is to blame.
    place: String,
    /// The line, counted from one.
    line: Option<usize>,
    message: String,
}

impl Complaint {
    /// A complaint about a whole file or package.
    pub(crate) fn about(place: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            place: place.into(),
            line: None,
            message: message.into(),
        }
    }

    /// A complaint about a line, counted from one.
    pub(crate) fn at(place: impl Into<String>, line: usize, message: impl Into<String>) -> Self {
        Self {
            line: Some(line),
            ..Self::about(place, message)
        }
    }
}

impl fmt::Display for Complaint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(formatter, "{}:{line}: {}", self.place, self.message),
            None => write!(formatter, "{}: {}", self.place, self.message),
        }
    }
}
