//! The reader's module: checked before it runs, and wrapped as CommonJS.
//!
//! The wrapper stands on a line of its own before the reader's first line. After the reader's last line it returns an
//! accessor over the module's top-level names, which is how one looks into an environment; it is always there, so that
//! looking never changes a count. An ES module has a line of imports before it instead. What `places` marks in the
//! text are the functions and the variable that both bring along.

use std::rc::Rc;

use boa_engine::ast::declaration::ImportKind;
use boa_engine::ast::operations::{lexically_declared_names, var_declared_names};
use boa_engine::ast::scope::Scope;
use boa_engine::ast::{ModuleItem, Position, Spanned, Statement, StatementListItem};
use boa_engine::interner::{Interner, Sym};
use boa_engine::parser::{Error, Parser, Source};
use domain::lambda::{FunctionError, ModuleFormat};

use crate::early_errors::declared_twice;
use crate::nesting;
use crate::places::{self, SourceMap, mark};
use crate::syntax_errors::{at_place, syntax_error};

/// Lines that the wrapper puts before the reader's first.
const LINES_BEFORE: u32 = 1;

/// The outer function takes what the marks call.
fn head() -> String {
    format!(
        "(function ({}, {}) {{ return function (exports, require, module, __filename, __dirname) {{\n",
        places::names::FUNCTIONS.join(", "),
        places::names::VALUE
    )
}

const TAIL: &str = "}})";

/// The line before an ES module.
fn imports() -> String {
    format!(
        "import {{ {} }} from '{}'; let {};\n",
        places::names::FUNCTIONS.join(", "),
        places::names::MODULE,
        places::names::VALUE
    )
}

/// A module that can be parsed, ready to run.
#[derive(Clone, Debug)]
pub(crate) struct ReaderModule {
    /// What boa runs.
    pub(crate) text: String,
    /// What is known of the reader's text in it.
    pub(crate) source: Rc<SourceMap>,
}

/// Checks the text and makes it ready.
pub(crate) fn prepare(source: &str, format: ModuleFormat) -> Result<ReaderModule, FunctionError> {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    if let Some(place) = nesting::too_deep(source) {
        return Err(at_place(nesting::MESSAGE, Some(place), format));
    }
    let in_place = |error: Error| syntax_error(source, &error, format);
    match format {
        ModuleFormat::CommonJs => wrap(source),
        ModuleFormat::EsModule => {
            let mut interner = Interner::default();
            let module = Parser::new(Source::from_bytes(source))
                .parse_module(&Scope::new_global(), &mut interner)
                .map_err(in_place)?;
            let marked = mark(module.items(), source, &interner, format, LINES_BEFORE);
            let parses = |text: &str| {
                let mut parser = Parser::new(Source::from_bytes(text));
                parser
                    .parse_module(&Scope::new_global(), &mut Interner::default())
                    .is_ok()
            };
            let (text, mut map) = match marked.filter(|marks| parses(&marks.text)) {
                Some(marks) => (marks.text, marks.map),
                None => (source.to_owned(), SourceMap::new(format, LINES_BEFORE)),
            };
            map.set_imports(imported_names(module.items().items(), &interner));
            Ok(ReaderModule {
                text: format!("{}{text}", imports()),
                source: Rc::new(map),
            })
        }
    }
}

/// The names that a module imports, and from where.
fn imported_names(items: &[ModuleItem], interner: &Interner) -> Vec<(String, String)> {
    let text = |name: Sym| interner.resolve_expect(name).to_string();
    let mut names = Vec::new();
    for item in items {
        let ModuleItem::ImportDeclaration(declaration) = item else {
            continue;
        };
        let module = text(declaration.specifier().sym());
        if declaration.default().is_some() {
            names.push(("default".to_owned(), module.clone()));
        }
        if let ImportKind::Named { names: imported } = declaration.kind() {
            let imported = imported.iter().map(|name| text(name.export_name()));
            names.extend(imported.map(|name| (name, module.clone())));
        }
    }
    names
}

/// Checks the text as the body of a module function and wraps it.
fn wrap(source: &str) -> Result<ReaderModule, FunctionError> {
    let format = ModuleFormat::CommonJs;
    // A first line of this kind is for a shell.
    let hidden = match source.starts_with("#!") {
        true => format!("//{}", &source[2..]),
        false => source.to_owned(),
    };
    let source = hidden.as_str();
    let mut interner = Interner::default();
    let body = Parser::new(Source::from_bytes(source))
        .parse_function_body(&mut interner, false, false)
        .map_err(|error| syntax_error(source, &error, format))?;
    if !is_whole(source) {
        let end = body.span().end();
        return Err(stray_brace(end));
    }
    if let Some((name, position)) = declared_twice(&body, &interner) {
        let text = format!("Identifier '{name}' has already been declared");
        let place = (position.line_number(), position.column_number());
        return Err(at_place(&text, Some(place), format));
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
    let marked = mark(&body, source, &interner, format, LINES_BEFORE);
    let parses = |text: &str| {
        let mut parser = Parser::new(Source::from_bytes(text));
        parser
            .parse_function_body(&mut Interner::default(), false, false)
            .is_ok()
    };
    let (text, map) = match marked.filter(|marks| parses(&marks.text)) {
        Some(marks) => (marks.text, marks.map),
        None => (source.to_owned(), SourceMap::new(format, LINES_BEFORE)),
    };
    Ok(ReaderModule {
        text: format!("{}{text}\nreturn {{ {getters}}};\n{TAIL}", head()),
        source: Rc::new(map),
    })
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
    at_place(
        "Unexpected token '}'",
        Some((line, column)),
        ModuleFormat::CommonJs,
    )
}
