//! Where expressions begin and end in the text, and which can be written twice.

use boa_engine::ast::expression::Call;
use boa_engine::ast::expression::access::{
    PropertyAccess, PropertyAccessField, SimplePropertyAccess,
};
use boa_engine::ast::expression::literal::LiteralKind;
use boa_engine::ast::expression::operator::Binary;
use boa_engine::ast::expression::operator::assign::AssignTarget;
use boa_engine::ast::expression::operator::binary::{ArithmeticOp, BinaryOp};
use boa_engine::ast::{Expression, Position, Spanned};
use boa_engine::interner::Interner;
use domain::lambda::SourcePosition;

use super::printer::text_of;
use super::text_offsets::TextOffsets;

/// A text and the names in its tree.
pub(super) struct Extents<'a> {
    pub(super) text: &'a str,
    pub(super) interner: &'a Interner,
    pub(super) offsets: TextOffsets<'a>,
}

/// A position of the parser's as a place in the reader's file.
pub(super) fn place(position: Position) -> SourcePosition {
    SourcePosition {
        line: position.line_number(),
        column: position.column_number(),
    }
}

impl Extents<'_> {
    /// The place of an offset.
    pub(super) fn place_of(&self, offset: usize) -> SourcePosition {
        let (line, column) = self.offsets.position(offset);
        SourcePosition { line, column }
    }

    /// The offset of the next letter after an offset that is no blank.
    pub(super) fn next_letter(&self, offset: usize) -> Option<usize> {
        let rest = self.text.get(offset..)?;
        Some(offset + rest.len() - rest.trim_start().len())
    }

    /// Where Node.js says that a property is: at its name, or at its bracket.
    pub(super) fn place_of_field(&self, access: &SimplePropertyAccess) -> Option<SourcePosition> {
        match access.field() {
            PropertyAccessField::Const(name) => {
                let dot = match is_behind_call(access.target()) {
                    true => self.end_of(access.target()),
                    false => None,
                };
                let dot = dot.and_then(|end| self.next_letter(end));
                Some(dot.map_or(place(name.span().start()), |dot| self.place_of(dot)))
            }
            PropertyAccessField::Expr(field) => {
                let end = self.end_of(access.target());
                let bracket = end.and_then(|end| self.next_letter(end));
                let place = bracket.or_else(|| self.start_of(field));
                place.map(|offset| self.place_of(offset))
            }
        }
    }

    /// Where the operator behind an expression is.
    pub(super) fn operator_after(&self, expression: &Expression) -> Option<SourcePosition> {
        let end = self.end_of(expression)?;
        let operator = self.next_letter(end)?;
        Some(self.place_of(operator))
    }

    /// Where Node.js says that a call is: at the name that is called, or else at the parenthesis.
    pub(super) fn place_of_call(&self, call: &Call) -> SourcePosition {
        match call.function() {
            Expression::Identifier(name) => place(name.span().start()),
            Expression::PropertyAccess(PropertyAccess::Simple(access)) => match access.field() {
                PropertyAccessField::Const(name) => place(name.span().start()),
                PropertyAccessField::Expr(_) => place(call.span().start()),
            },
            _ => place(call.span().start()),
        }
    }

    /// Where Node.js says that a value is which is iterated.
    pub(super) fn place_of_value(&self, value: &Expression) -> Option<SourcePosition> {
        match value {
            Expression::PropertyAccess(PropertyAccess::Simple(access)) => {
                self.place_of_field(access)
            }
            Expression::PropertyAccess(PropertyAccess::Private(access)) => {
                Some(place(access.field().span().start()))
            }
            other => {
                let start = self.start_of(other)?;
                Some(self.place_of(start))
            }
        }
    }

    /// Where an expression begins: its span may begin later, as a call's does at its arguments.
    pub(super) fn start_of(&self, expression: &Expression) -> Option<usize> {
        match expression {
            Expression::Call(call) => self.start_of(call.function()),
            Expression::PropertyAccess(PropertyAccess::Simple(access)) => {
                self.start_of(access.target())
            }
            Expression::PropertyAccess(PropertyAccess::Private(access)) => {
                self.start_of(access.target())
            }
            Expression::Optional(optional) => self.start_of(optional.target()),
            Expression::TaggedTemplate(template) => self.start_of(template.tag()),
            Expression::Assign(assign) => match assign.lhs() {
                AssignTarget::Access(PropertyAccess::Simple(access)) => {
                    self.start_of(access.target())
                }
                _ => self.offsets.offset(assign.span().start()),
            },
            Expression::Binary(binary) => self.start_of(binary.lhs()),
            Expression::Conditional(conditional) => self.start_of(conditional.condition()),
            other => self.offsets.offset(other.span().start()),
        }
    }

    /// Where an expression ends, for those whose end is certain.
    pub(super) fn end_of(&self, expression: &Expression) -> Option<usize> {
        match expression {
            Expression::Identifier(_)
            | Expression::This(_)
            | Expression::Literal(_)
            | Expression::Parenthesized(_)
            | Expression::Call(_) => self.offsets.offset(expression.span().end()),
            Expression::PropertyAccess(PropertyAccess::Simple(access)) => {
                self.end_of_field(access.field())
            }
            Expression::Await(waiting) => self.end_of(waiting.target()),
            Expression::Unary(unary) => self.end_of(unary.target()),
            Expression::Binary(binary) if is_power(binary) => self.end_of(binary.rhs()),
            _ => None,
        }
    }

    /// Where a property that is read ends, with its bracket.
    pub(super) fn end_of_field(&self, field: &PropertyAccessField) -> Option<usize> {
        match field {
            PropertyAccessField::Const(name) => self.offsets.offset(name.span().end()),
            PropertyAccessField::Expr(field) => {
                let end = self.next_letter(self.end_of(field)?)?;
                self.text[end..].starts_with(']').then_some(end + 1)
            }
        }
    }

    /// The same expression as code on one line, if evaluating it twice does no harm.
    pub(super) fn code(&self, expression: &Expression) -> Option<String> {
        match expression {
            Expression::Identifier(name) => Some(text_of(name.sym(), self.interner)),
            Expression::This(_) => Some("this".to_owned()),
            Expression::Literal(literal) => match literal.kind() {
                LiteralKind::String(text) => {
                    let text = self.interner.resolve_expect(*text).utf8()?;
                    serde_json::to_string(text).ok()
                }
                LiteralKind::Int(number) => Some(number.to_string()),
                _ => None,
            },
            Expression::PropertyAccess(PropertyAccess::Simple(access)) => {
                let target = self.code(access.target())?;
                Some(match access.field() {
                    PropertyAccessField::Const(name) => {
                        format!("{target}.{}", text_of(name.sym(), self.interner))
                    }
                    PropertyAccessField::Expr(field) => format!("{target}[{}]", self.code(field)?),
                })
            }
            _ => None,
        }
    }
}

/// Whether a call stands somewhere in a chain of members: V8 takes the dots for the places of what comes behind it.
fn is_behind_call(target: &Expression) -> bool {
    match target {
        Expression::Call(_) => true,
        Expression::PropertyAccess(PropertyAccess::Simple(access)) => {
            is_behind_call(access.target())
        }
        _ => false,
    }
}

/// Whether this is `base ** exponent`.
pub(super) fn is_power(binary: &Binary) -> bool {
    binary.op() == BinaryOp::Arithmetic(ArithmeticOp::Exp)
}
