//! Why there is no site: the content is wrong, or the build is.

use std::fmt;

use crate::Diagnostic;

/// What ended the build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// Mistakes of an author, all of them.
    Content(Vec<Diagnostic>),
    /// The machinery: a file that cannot be read, a program that fails.
    Build(String),
}

impl Failure {
    pub(crate) fn build(message: impl Into<String>) -> Failure {
        Failure::Build(message.into())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Content(diagnostics) => {
                for diagnostic in diagnostics {
                    writeln!(formatter, "{diagnostic}")?;
                }
                match diagnostics.len() {
                    1 => formatter.write_str("One mistake in the content; no site was written."),
                    count => write!(
                        formatter,
                        "{count} mistakes in the content; no site was written."
                    ),
                }
            }
            Failure::Build(message) => write!(formatter, "The site could not be built: {message}"),
        }
    }
}
