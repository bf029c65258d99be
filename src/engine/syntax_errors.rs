//! Syntax errors: Lambda's report, with V8's text where it is known and the place in the reader's file.

use boa_engine::ast::Position;
use boa_engine::parser::{Error, lexer};
use domain::lambda::{FunctionError, ModuleFormat, SourcePosition};

use crate::hints;

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
        report.hint = hints::for_error(&report.error_type, text);
        report.stack = vec![
            format!("Runtime.UserCodeSyntaxError: SyntaxError: {text}"),
            format!("    at {}:{line}:{column}", format.path()),
        ];
    }
    report
}

/// V8's words for some of boa's, by their beginning.
const WORDS_OF_V8: &[(&str, &str)] = &[
    ("Invalid super usage", "'super' keyword unexpected here"),
    (
        "With statement not allowed",
        "Strict mode code may not include a with statement",
    ),
    (
        "'let' is disallowed",
        "let is disallowed as a lexically bound name",
    ),
    (
        "Abrupt end on regular expression",
        "Invalid regular expression: missing /",
    ),
    (
        "New lines are not allowed in regular expressions",
        "Invalid regular expression: missing /",
    ),
    ("A numeric literal must not be followed", INVALID_TOKEN),
    ("'n' suffix not allowed", INVALID_TOKEN),
    ("Unexpected '", INVALID_TOKEN),
    ("Unterminated string", INVALID_TOKEN),
];
const INVALID_TOKEN: &str = "Invalid or unexpected token";

fn describe(source: &str, error: &Error) -> (String, Option<(u32, u32)>) {
    let place = |position: Position| Some((position.line_number(), position.column_number()));
    match error {
        Error::Expected {
            expected,
            found,
            span,
            ..
        } => {
            let wants = |token: &str| expected.iter().any(|other| &**other == token);
            let text = match () {
                () if wants(")") && wants(",") => "missing ) after argument list".to_owned(),
                () => unexpected(source, found, span.start()),
            };
            (text, place(span.start()))
        }
        Error::Unexpected { found, span, .. } => {
            let text = unexpected(source, found, span.start());
            (text, place(span.start()))
        }
        Error::General { message, position } => (in_words_of_v8(message), place(*position)),
        Error::Lex { err } => match err {
            lexer::Error::Syntax(message, position) => (in_words_of_v8(message), place(*position)),
            lexer::Error::IO(_) => match unclosed_text(source) {
                Some(('`', _)) => ("Unexpected end of input".to_owned(), Some(end_of(source))),
                Some((_, place)) => (INVALID_TOKEN.to_owned(), Some(place)),
                None => (INVALID_TOKEN.to_owned(), None),
            },
        },
        Error::ScopeAnalysis { err } => (in_words_of_v8(err), None),
        Error::AbruptEnd => ("Unexpected end of input".to_owned(), Some(end_of(source))),
    }
}

/// V8's words for a token that cannot stand where it stands.
fn unexpected(source: &str, found: &str, at: Position) -> String {
    let line = source.lines().nth(at.line_number() as usize - 1);
    let line = line.unwrap_or_default();
    let column = at.column_number() as usize - 1;
    let before: String = line.chars().take(column).collect();
    let first = line.chars().nth(column);
    let last_word = before
        .trim_end()
        .rsplit(|letter: char| !letter.is_alphanumeric());
    let last_word = last_word.into_iter().next().unwrap_or_default();
    let begins_a_value =
        first.is_some_and(|letter| letter.is_alphanumeric() || "'\"`([_$".contains(letter));
    if last_word == "await" && begins_a_value {
        return "await is only valid in async functions and the top level bodies of modules"
            .to_owned();
    }
    let is_import = line.trim_start().starts_with("import") && !line.contains("import(");
    if is_import && before.trim() != "" {
        return "Cannot use import statement outside a module".to_owned();
    }
    match first {
        Some('"' | '\'') => "Unexpected string".to_owned(),
        Some('`') => "Unexpected template string".to_owned(),
        Some(digit) if digit.is_ascii_digit() => "Unexpected number".to_owned(),
        Some(letter) if letter.is_alphabetic() || letter == '_' || letter == '$' => match found {
            "enum" => "Unexpected reserved word".to_owned(),
            word if KEYWORDS.contains(&word) => format!("Unexpected token '{word}'"),
            word => format!("Unexpected identifier '{word}'"),
        },
        _ => format!("Unexpected token '{found}'"),
    }
}

const KEYWORDS: &[&str] = &[
    "break",
    "case",
    "catch",
    "class",
    "const",
    "continue",
    "debugger",
    "default",
    "delete",
    "do",
    "else",
    "export",
    "extends",
    "false",
    "finally",
    "for",
    "function",
    "if",
    "import",
    "in",
    "instanceof",
    "new",
    "null",
    "return",
    "super",
    "switch",
    "this",
    "throw",
    "true",
    "try",
    "typeof",
    "var",
    "void",
    "while",
    "with",
];

fn in_words_of_v8(message: &str) -> String {
    let message = capitalised(message);
    let known = WORDS_OF_V8
        .iter()
        .find(|(begin, _)| message.starts_with(begin));
    known.map_or_else(
        || message.trim_end_matches('.').to_owned(),
        |(_, words)| (*words).to_owned(),
    )
}

/// The first text that is not closed: its quotation mark and where it begins.
fn unclosed_text(source: &str) -> Option<(char, (u32, u32))> {
    let mut open: Option<(char, (u32, u32))> = None;
    let (mut line, mut column) = (1, 0);
    let mut letters = source.chars().peekable();
    let mut remark = None;
    while let Some(letter) = letters.next() {
        column += 1;
        let next = letters.peek().copied();
        match (open, remark, letter) {
            (Some((mark @ ('"' | '\''), place)), _, '\n') => return Some((mark, place)),
            (Some(_), _, '\\') => {
                letters.next();
                column += 1;
            }
            (Some((mark, _)), _, letter) if letter == mark => open = None,
            (None, Some('/'), '\n') => remark = None,
            (None, Some('*'), '*') if next == Some('/') => remark = None,
            (None, None, '/') if matches!(next, Some('/' | '*')) => remark = next,
            (None, None, '"' | '\'' | '`') => open = Some((letter, (line, column))),
            _ => {}
        }
        if letter == '\n' {
            (line, column) = (line + 1, 0);
        }
    }
    open
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
