//! `coldstart simulate`: a policy and arrivals go in as a document, and come out as a document, as CSV, or as a
//! picture and a table for people.

mod csv;
mod text;
mod timeline;

use std::io::Write;
use std::process::ExitCode;

use domain::cloud::simulate_document::{self, Detail};

use crate::invoke::standard_input;

/// How the answer is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Format {
    /// As the answer document.
    #[default]
    Json,
    /// A line for each invocation, or one for the totals.
    Csv,
    /// For people.
    Text,
}

/// `simulate`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Simulate {
    /// How the answer is written.
    pub(crate) format: Format,
    /// How much is answered; `None` leaves it to the document.
    pub(crate) detail: Option<Detail>,
}

/// Answers the document on standard input.
pub(crate) fn document(options: &Simulate) -> Result<ExitCode, String> {
    let mut question =
        simulate_document::read(&standard_input()?).map_err(|refusal| refusal.to_string())?;
    question.detail = options.detail.unwrap_or(question.detail);
    let carried = simulate_document::carry_out(&question);
    let answer = match options.format {
        Format::Json => simulate_document::answer(&question, &carried),
        Format::Csv => csv::write(&question, &carried),
        Format::Text => text::write(&question, &carried),
    };
    // Whoever reads may have seen enough.
    let _ = std::io::stdout().lock().write_all(answer.as_bytes());
    Ok(ExitCode::SUCCESS)
}
