//! Syntax errors: Lambda's report, with V8's text where it is known and the place in the reader's file.

use boa_engine::ast::Position;
use boa_engine::parser::{Error, lexer};
use domain::lambda::{FunctionError, ModuleFormat, SourcePosition};

/// What Lambda reports for a file that cannot be parsed.
pub(crate) fn syntax_error(source: &str, error: &Error, format: ModuleFormat) -> FunctionError {
    let (text, place) = describe(source, error);
    let mut report = at_place(&text, place, format);
    let looks_like_module = source.lines().any(|line| {
        let line = line.trim_start();
        line.starts_with("import ") || line.starts_with("import{") || line.starts_with("export ")
    });
    if looks_like_module && format == ModuleFormat::CommonJs {
        report = report.with_hint(
            "This file is a CommonJS module: export with exports.myHandler = … and load with require(…). import and \
             export belong to ES modules.",
        );
    }
    report
}

/// The report of a syntax error at a line and column.
pub(crate) fn at_place(
    text: &str,
    place: Option<(u32, u32)>,
    format: ModuleFormat,
) -> FunctionError {
    let mut report = FunctionError::new(
        "Runtime.UserCodeSyntaxError",
        format!("SyntaxError: {text}"),
    );
    if let Some((line, column)) = place {
        report.position = Some(SourcePosition { line, column });
        report.stack = vec![
            format!("Runtime.UserCodeSyntaxError: SyntaxError: {text}"),
            format!("    at {}:{line}:{column}", format.path()),
        ];
    }
    report
}

fn describe(source: &str, error: &Error) -> (String, Option<(u32, u32)>) {
    let place = |position: Position| Some((position.line_number(), position.column_number()));
    match error {
        Error::Expected {
            expected,
            found,
            span,
            ..
        } => {
            let wanted = expected
                .iter()
                .map(|token| format!("'{token}'"))
                .collect::<Vec<_>>()
                .join(" or ");
            (
                format!("Unexpected token '{found}', expected {wanted}"),
                place(span.start()),
            )
        }
        Error::Unexpected { found, span, .. } => {
            (format!("Unexpected token '{found}'"), place(span.start()))
        }
        Error::General { message, position } => (capitalised(message), place(*position)),
        Error::Lex { err } => match err {
            lexer::Error::Syntax(message, position) => (capitalised(message), place(*position)),
            lexer::Error::IO(_) => ("Invalid or unexpected token".to_owned(), None),
        },
        Error::ScopeAnalysis { err } => (capitalised(err), None),
        Error::AbruptEnd => ("Unexpected end of input".to_owned(), Some(end_of(source))),
    }
}

fn capitalised(message: &str) -> String {
    let mut letters = message.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

/// The end of the last line that has any text.
fn end_of(source: &str) -> (u32, u32) {
    let text = source.trim_end();
    let line = text.split('\n').count();
    let column = text
        .rsplit('\n')
        .next()
        .map_or(0, |line| line.encode_utf16().count())
        + 1;
    (line as u32, column as u32)
}
