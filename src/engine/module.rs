//! The reader's module: checked before it runs, and wrapped as CommonJS.
//!
//! The wrapper stands on a line of its own before the reader's first line, so lines are off by exactly one and
//! columns are not off at all. After the reader's last line it returns an accessor over the module's top-level names,
//! which is how one looks into an environment; it is always there, so that looking never changes a count.

use boa_engine::ast::operations::{lexically_declared_names, var_declared_names};
use boa_engine::ast::{Position, Spanned, Statement, StatementListItem};
use boa_engine::interner::Interner;
use boa_engine::parser::{Error, Parser, Source, lexer};
use domain::lambda::{FunctionError, SourcePosition};

/// Where the reader's file lies, as stack traces name it.
pub(crate) const PATH: &str = "/var/task/index.js";

/// Lines that the wrapper puts before the reader's first.
pub(crate) const LINES_BEFORE: u32 = 1;

const HEAD: &str = "(function (exports, require, module, __filename, __dirname) {\n";

/// Checks the text as the body of a module function and wraps it.
pub(crate) fn wrap(source: &str) -> Result<String, FunctionError> {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    let mut interner = Interner::default();
    let body = Parser::new(Source::from_bytes(source))
        .parse_function_body(&mut interner, false, false)
        .map_err(|error| syntax_error(source, &error))?;
    if !is_whole(source) {
        let end = body.span().end();
        return Err(stray_brace(end));
    }
    let mut names = lexically_declared_names(&body);
    names.extend(var_declared_names(&body));
    let mut names: Vec<String> = names
        .into_iter()
        .filter_map(|name| interner.resolve_expect(name).utf8().map(str::to_owned))
        .collect();
    names.sort_unstable();
    names.dedup();
    let getters: String = names
        .iter()
        .map(|name| format!("get {name}() {{ return {name}; }}, "))
        .collect();
    Ok(format!("{HEAD}{source}\nreturn {{ {getters}}};\n}})"))
}

/// Whether the module is all of the text. boa ends a function body at a brace that nothing opened, and would leave
/// the rest to stand outside of the wrapper: a statement put behind the text tells whether the end was reached.
fn is_whole(source: &str) -> bool {
    let marked = format!("{source}\n;debugger;");
    let mut interner = Interner::default();
    let body =
        Parser::new(Source::from_bytes(&marked)).parse_function_body(&mut interner, false, false);
    let last = body.as_ref().ok().and_then(|body| body.statements().last());
    matches!(last, Some(StatementListItem::Statement(statement)) if matches!(**statement, Statement::Debugger))
}

fn stray_brace(end: Position) -> FunctionError {
    let (line, column) = (end.line_number(), end.column_number());
    at_place("Unexpected token '}'", Some((line, column)))
}

/// What Lambda reports for a file that cannot be parsed.
fn syntax_error(source: &str, error: &Error) -> FunctionError {
    let (text, place) = describe(source, error);
    let mut report = at_place(&text, place);
    let looks_like_module = source.lines().any(|line| {
        let line = line.trim_start();
        line.starts_with("import ") || line.starts_with("import{") || line.starts_with("export ")
    });
    if looks_like_module {
        report = report.with_hint(
            "This file is a CommonJS module: export with exports.myHandler = … and load with require(…). import and \
             export belong to ES modules.",
        );
    }
    report
}

fn at_place(text: &str, place: Option<(u32, u32)>) -> FunctionError {
    let mut report = FunctionError::new(
        "Runtime.UserCodeSyntaxError",
        format!("SyntaxError: {text}"),
    );
    if let Some((line, column)) = place {
        report.position = Some(SourcePosition { line, column });
        report.stack = vec![
            format!("Runtime.UserCodeSyntaxError: SyntaxError: {text}"),
            format!("    at {PATH}:{line}:{column}"),
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
