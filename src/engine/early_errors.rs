//! Names that are declared twice in a function: boa finds them in blocks only.

use std::ops::ControlFlow;

use boa_engine::ast::declaration::{Binding, LexicalDeclaration};
use boa_engine::ast::function::FunctionBody;
use boa_engine::ast::operations::{bound_names, var_declared_names};
use boa_engine::ast::visitor::{VisitWith, Visitor};
use boa_engine::ast::{Declaration, Position, Spanned, StatementListItem};
use boa_engine::interner::{Interner, Sym};

/// The first name that is declared a second time, and where.
pub(crate) fn declared_twice(
    body: &FunctionBody,
    interner: &Interner,
) -> Option<(String, Position)> {
    let mut check = Check {
        found: in_body(body),
    };
    if check.found.is_none() {
        // The walk breaks off where something is found.
        let _ = body.visit_with(&mut check);
    }
    let (name, position) = check.found?;
    Some((interner.resolve_expect(name).to_string(), position))
}

struct Check {
    found: Option<(Sym, Position)>,
}

impl<'ast> Visitor<'ast> for Check {
    type BreakTy = ();

    fn visit_function_body(&mut self, body: &'ast FunctionBody) -> ControlFlow<()> {
        self.found = in_body(body);
        match self.found {
            Some(_) => ControlFlow::Break(()),
            None => body.visit_with(self),
        }
    }
}

/// The same of one function, without those within it.
fn in_body(body: &FunctionBody) -> Option<(Sym, Position)> {
    let list = body.statement_list();
    let declarations = list.statements().iter().filter_map(|item| match item {
        StatementListItem::Declaration(declaration) => Some(&**declaration),
        StatementListItem::Statement(_) => None,
    });
    // Functions may be declared again, as variables may.
    let (lexical, functions): (Vec<_>, Vec<_>) = declarations.partition(|declaration| {
        matches!(
            declaration,
            Declaration::Lexical(_) | Declaration::ClassDeclaration(_)
        )
    });
    let lexical: Vec<Sym> = lexical.into_iter().flat_map(bound_names).collect();
    let functions: Vec<Sym> = functions.into_iter().flat_map(bound_names).collect();
    let variables = var_declared_names(list);
    let is_twice = |name: &Sym| {
        lexical.iter().filter(|other| *other == name).count() > 1
            || variables.contains(name)
            || functions.contains(name)
    };
    let name = *lexical.iter().find(|name| is_twice(name))?;
    let mut places = list
        .statements()
        .iter()
        .filter_map(|item| place_in(item, name));
    let first = places.next();
    Some((name, places.next().or(first)?))
}

/// Where a statement declares a name.
fn place_in(item: &StatementListItem, name: Sym) -> Option<Position> {
    match item {
        StatementListItem::Declaration(declaration) => match &**declaration {
            Declaration::Lexical(declaration) => place_in_declaration(declaration, name),
            Declaration::ClassDeclaration(class) => {
                (class.name().sym() == name).then(|| class.name().span().start())
            }
            Declaration::FunctionDeclaration(function) => {
                (function.name().sym() == name).then(|| function.name().span().start())
            }
            other => bound_names(other)
                .contains(&name)
                .then(|| Position::new(1, 1)),
        },
        StatementListItem::Statement(statement) => match &**statement {
            boa_engine::ast::Statement::Var(declaration) => {
                let variables = declaration.0.as_ref().iter();
                let mut places = variables.filter_map(|variable| match variable.binding() {
                    Binding::Identifier(id) if id.sym() == name => Some(id.span().start()),
                    _ => None,
                });
                places.next()
            }
            _ => None,
        },
    }
}

fn place_in_declaration(declaration: &LexicalDeclaration, name: Sym) -> Option<Position> {
    let mut variables = declaration.variable_list().as_ref().iter();
    variables.find_map(|variable| match variable.binding() {
        Binding::Identifier(id) => (id.sym() == name).then(|| id.span().start()),
        Binding::Pattern(pattern) => bound_names(pattern)
            .contains(&name)
            .then(|| pattern.span().start()),
    })
}
