//! Where V8 says that a name is which nothing has: a statement that begins by reading it has no better place than its own
//! beginning.

use boa_engine::ast::expression::Identifier;
use boa_engine::ast::expression::access::PropertyAccess;
use boa_engine::ast::expression::literal::PropertyDefinition;
use boa_engine::ast::expression::operator::assign::{AssignOp, AssignTarget};
use boa_engine::ast::{Expression, Spanned, Statement};
use domain::lambda::SourcePosition;

use super::extents::{Extents, place};

/// The name that a statement reads first, and where V8 says it is.
pub(super) fn of_statement(
    statement: &Statement,
    extents: &Extents<'_>,
) -> Option<(SourcePosition, SourcePosition)> {
    let (expression, keyword) = match statement {
        Statement::Expression(expression) => (expression, ""),
        Statement::Return(statement) => (statement.target()?, "return"),
        Statement::Throw(statement) => (statement.target(), "throw"),
        Statement::If(statement) => (statement.cond(), "if"),
        Statement::Switch(statement) => (statement.val(), "switch"),
        _ => return None,
    };
    let name = first_name(expression)?;
    let start = extents.start_of(expression)?;
    let before = extents.text[..start]
        .trim_end_matches(|letter: char| letter.is_whitespace() || letter == '(');
    let start = match before.strip_suffix(keyword) {
        Some(before) if !keyword.is_empty() => before.len(),
        _ => start,
    };
    Some((place(name.span().start()), extents.place_of(start)))
}

/// The same of a value that a variable begins with.
pub(super) fn of_value(
    value: &Expression,
    extents: &Extents<'_>,
) -> Option<(SourcePosition, SourcePosition)> {
    let name = first_name(value)?;
    let start = extents.start_of(value)?;
    Some((place(name.span().start()), extents.place_of(start)))
}

/// The name that is read before anything else is done.
fn first_name(expression: &Expression) -> Option<&Identifier> {
    let inner = match expression {
        Expression::Identifier(name) => return Some(name),
        Expression::Parenthesized(inside) => inside.expression(),
        Expression::PropertyAccess(PropertyAccess::Simple(access)) => access.target(),
        Expression::PropertyAccess(PropertyAccess::Private(access)) => access.target(),
        Expression::Optional(optional) => optional.target(),
        Expression::Call(call) => call.function(),
        Expression::New(new) => new.constructor(),
        Expression::Binary(binary) => binary.lhs(),
        Expression::Conditional(conditional) => conditional.condition(),
        Expression::Unary(unary) => unary.target(),
        Expression::Await(waiting) => waiting.target(),
        Expression::Assign(assign) => match assign.lhs() {
            AssignTarget::Identifier(name) if assign.op() != AssignOp::Assign => return Some(name),
            AssignTarget::Access(_) => return None,
            _ => assign.rhs(),
        },
        Expression::ArrayLiteral(list) => match list.as_ref() {
            [Some(Expression::Spread(spread)), ..] => spread.target(),
            _ => return None,
        },
        Expression::ObjectLiteral(object) => match object.properties() {
            [PropertyDefinition::SpreadObject(spread), ..] => spread,
            _ => return None,
        },
        _ => return None,
    };
    first_name(inner)
}
