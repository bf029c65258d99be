//! Expressions as V8 prints them in its messages.

use boa_engine::ast::Expression;
use boa_engine::ast::expression::access::{PropertyAccess, PropertyAccessField};
use boa_engine::ast::expression::literal::LiteralKind;
use boa_engine::interner::{Interner, Sym};

const SOMETHING: &str = "(intermediate value)";

/// The text for an expression that is called, read or iterated.
pub(super) fn print(expression: &Expression, interner: &Interner) -> String {
    match expression {
        Expression::This(_) => "this".to_owned(),
        Expression::Identifier(name) => text_of(name.sym(), interner),
        Expression::Parenthesized(inside) => print(inside.expression(), interner),
        Expression::Call(call) => format!("{}(...)", print(call.function(), interner)),
        Expression::New(new) => format!("(intermediate value){}", {
            let _ = new;
            ""
        }),
        Expression::PropertyAccess(PropertyAccess::Simple(access)) => {
            let target = print(access.target(), interner);
            match access.field() {
                PropertyAccessField::Const(name) => {
                    format!("{target}.{}", text_of(name.sym(), interner))
                }
                PropertyAccessField::Expr(field) => match &**field {
                    Expression::Literal(literal) => match literal.kind() {
                        LiteralKind::String(name) => {
                            format!("{target}.{}", text_of(*name, interner))
                        }
                        _ => format!("{target}[{}]", print(field, interner)),
                    },
                    field => format!("{target}[{}]", print(field, interner)),
                },
            }
        }
        Expression::PropertyAccess(PropertyAccess::Private(access)) => format!(
            "{}.#{}",
            print(access.target(), interner),
            text_of(access.field().description(), interner)
        ),
        Expression::PropertyAccess(PropertyAccess::Super(access)) => match access.field() {
            PropertyAccessField::Const(name) => {
                format!("{SOMETHING}.{}", text_of(name.sym(), interner))
            }
            PropertyAccessField::Expr(field) => {
                format!("{SOMETHING}[{}]", print(field, interner))
            }
        },
        Expression::Literal(literal) => match literal.kind() {
            LiteralKind::String(text) => format!("\"{}\"", text_of(*text, interner)),
            LiteralKind::Num(number) => number.to_string(),
            LiteralKind::Int(number) => number.to_string(),
            LiteralKind::Bool(flag) => flag.to_string(),
            LiteralKind::Null => "null".to_owned(),
            LiteralKind::Undefined => "undefined".to_owned(),
            LiteralKind::BigInt(number) => number.to_string(),
        },
        _ => SOMETHING.to_owned(),
    }
}

/// A name as it is written.
pub(super) fn text_of(name: Sym, interner: &Interner) -> String {
    let name = interner.resolve_expect(name);
    match name.utf8() {
        Some(text) => text.to_owned(),
        None => String::from_utf16_lossy(name.utf16()),
    }
}
