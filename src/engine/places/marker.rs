//! Marks the reader's text. The tree tells what may fail; the text itself is changed, because boa runs text only.

use std::ops::ControlFlow;

use boa_engine::ast::declaration::{Binding, Variable};
use boa_engine::ast::expression::access::{
    PropertyAccess, PropertyAccessField, SimplePropertyAccess,
};
use boa_engine::ast::expression::literal::ArrayLiteral;
use boa_engine::ast::expression::operator::assign::{AssignOp, AssignTarget};
use boa_engine::ast::expression::operator::binary::{BinaryOp, RelationalOp};
use boa_engine::ast::expression::operator::unary::UnaryOp;
use boa_engine::ast::expression::operator::{Assign, Binary, Unary};
use boa_engine::ast::expression::{Call, New, Optional};
use boa_engine::ast::pattern::{ObjectPattern, ObjectPatternElement};
use boa_engine::ast::property::PropertyName;
use boa_engine::ast::statement::{Catch, ForOfLoop};
use boa_engine::ast::visitor::{VisitWith, Visitor};
use boa_engine::ast::{Expression, Spanned, Statement, StatementListItem};
use boa_engine::interner::Interner;
use domain::lambda::{ModuleFormat, SourcePosition};

use super::extents::{Extents, is_power, place};
use super::function_names::read_names;
use super::insertions::{Insertion, Insertions};
use super::natives::names::{GUARD, ITERABLE, MARK, MEND, POWER, VALUE};
use super::printer::{print, text_of};
use super::source_map::{Guard, GuardKind, Operator, Site, SourceMap};
use super::text_offsets::TextOffsets;

/// A text with its marks.
#[derive(Debug)]
pub(crate) struct Marks {
    /// What runs.
    pub(crate) text: String,
    /// What is known of it.
    pub(crate) map: SourceMap,
}

/// Names that hold something wherever they are not hidden by another of the same name.
const ALWAYS_THERE: &[&str] = &[
    "console",
    "JSON",
    "Math",
    "Object",
    "Array",
    "String",
    "Number",
    "Boolean",
    "Promise",
    "process",
    "Date",
    "Buffer",
    "Symbol",
    "Reflect",
    "Error",
    "exports",
    "module",
    "globalThis",
    "Map",
    "Set",
    "RegExp",
    "BigInt",
    "Uint8Array",
    "crypto",
];

/// Marks a text whose tree is `root`, and which will stand behind `lines_before` other lines. `None` for a text that
/// uses the letter of the marks.
pub(crate) fn mark<T: VisitWith>(
    root: &T,
    text: &str,
    interner: &Interner,
    format: ModuleFormat,
    lines_before: u32,
) -> Option<Marks> {
    if text.contains(MARK) {
        return None;
    }
    let mut marker = Marker {
        extents: Extents {
            text,
            interner,
            offsets: TextOffsets::new(text),
        },
        insertions: Insertions::default(),
        guards: Vec::new(),
        optional_calls: Vec::new(),
        operators: Vec::new(),
        kind: None,
        takes_apart_into_names: true,
        hidden_names: 0,
    };
    // The walk never breaks off.
    let _ = root.visit_with(&mut marker);
    let mut map = SourceMap::new(format, lines_before);
    map.set_guards(marker.guards);
    map.set_optional_calls(marker.optional_calls);
    map.set_operators(marker.operators);
    map.set_names(read_names(root, &marker.extents));
    let offsets = &marker.extents.offsets;
    let text = marker.insertions.weave(offsets, &mut map, lines_before);
    Some(Marks { text, map })
}

pub(super) struct Marker<'a> {
    pub(super) extents: Extents<'a>,
    pub(super) insertions: Insertions,
    pub(super) guards: Vec<Guard>,
    pub(super) optional_calls: Vec<Site>,
    operators: Vec<(Operator, SourcePosition)>,
    /// What the next property access is for, if not for reading, and where Node.js says it is.
    kind: Option<(GuardKind, Option<SourcePosition>)>,
    /// Whether a pattern makes new names, as in a declaration.
    takes_apart_into_names: bool,
    hidden_names: u32,
}

impl Marker<'_> {
    /// Guards a value against null and undefined. `key` is code for the property, where the text does not say it.
    pub(super) fn guard_value(
        &mut self,
        value: &Expression,
        guard: Guard,
        key: Option<String>,
        place: SourcePosition,
    ) {
        match value {
            Expression::Identifier(name) => {
                let name = text_of(name.sym(), self.extents.interner);
                if ALWAYS_THERE.contains(&name.as_str()) {
                    return;
                }
            }
            // Kept in the variable, it would take the variable's name.
            _ if value.is_anonymous_function_definition() => return,
            Expression::PropertyAccess(PropertyAccess::Simple(_))
            | Expression::Call(_)
            | Expression::Parenthesized(_)
            | Expression::Await(_) => {}
            _ => return,
        }
        let (Some(start), Some(end)) = (self.extents.start_of(value), self.extents.end_of(value))
        else {
            return;
        };
        let number = self.guards.len();
        self.guards.push(guard);
        let key = key.map_or_else(String::new, |key| format!(", {key}"));
        let (open, close) = match self.extents.code(value) {
            Some(code) => (
                "(".to_owned(),
                format!(" ?? {GUARD}({number}, {code}{key}))"),
            ),
            None => (
                format!("(({VALUE} = "),
                format!(") ?? {GUARD}({number}, {VALUE}{key}))"),
            ),
        };
        let call = close.find(GUARD).unwrap_or_default() + GUARD.len();
        self.insertions.open(start, open);
        self.insertions.close(end, close, Some((call, place)));
    }

    /// Guards what a member is looked for in.
    fn guard_searched(&mut self, binary: &Binary, place: SourcePosition) {
        let code = self.extents.code(binary.lhs());
        let guard = Guard {
            kind: GuardKind::Search,
            key: None,
            subject: String::new(),
        };
        if code.is_some() {
            self.guard_value(binary.rhs(), guard, code, place);
        }
    }

    /// Guards a value that has to be iterable.
    pub(super) fn guard_iterable(&mut self, value: &Expression, kind: GuardKind) {
        let is_certain = matches!(
            value,
            Expression::Identifier(_)
                | Expression::PropertyAccess(PropertyAccess::Simple(_))
                | Expression::Call(_)
                | Expression::Parenthesized(_)
                | Expression::Await(_)
        );
        let (Some(start), Some(end), true) = (
            self.extents.start_of(value),
            self.extents.end_of(value),
            is_certain,
        ) else {
            return;
        };
        let number = self.guards.len();
        self.guards.push(Guard {
            kind,
            key: None,
            subject: print(value, self.extents.interner),
        });
        let place = match kind {
            GuardKind::TakeElements => None,
            _ => self.extents.place_of_value(value),
        };
        let place = place.unwrap_or_else(|| self.extents.place_of(start));
        self.insertions.add(Insertion {
            offset: start,
            opens: true,
            text: format!("{ITERABLE}({number}, "),
            site: Some((ITERABLE.len(), place)),
        });
        self.insertions.close(end, ")".to_owned(), None);
    }
}

type Go = ControlFlow<()>;

impl<'ast> Visitor<'ast> for Marker<'_> {
    type BreakTy = ();

    fn visit_statement_list_item(&mut self, item: &'ast StatementListItem) -> Go {
        if let StatementListItem::Statement(statement) = item
            && let Statement::Expression(expression) = &**statement
            && let Some(start) = self.extents.start_of(expression)
        {
            self.insertions.add_statement(start);
        }
        item.visit_with(self)
    }

    fn visit_simple_property_access(&mut self, access: &'ast SimplePropertyAccess) -> Go {
        let (kind, operator) = self.kind.take().unwrap_or((GuardKind::Read, None));
        let (key, code) = match access.field() {
            PropertyAccessField::Const(name) => {
                (Some(text_of(name.sym(), self.extents.interner)), None)
            }
            PropertyAccessField::Expr(field) => match (&**field, self.extents.code(field)) {
                (Expression::Literal(_), Some(code)) => {
                    (Some(serde_json::from_str(&code).unwrap_or(code)), None)
                }
                (_, code) => (None, code),
            },
        };
        if let Some(place) = operator.or_else(|| self.extents.place_of_field(access)) {
            let guard = Guard {
                kind,
                key,
                subject: String::new(),
            };
            self.guard_value(access.target(), guard, code, place);
        }
        access.visit_with(self)
    }

    fn visit_call(&mut self, call: &'ast Call) -> Go {
        let place = self.extents.place_of_call(call);
        if let Some(offset) = self.extents.offsets.offset(call.span().start()) {
            let subject = Some(print(call.function(), self.extents.interner));
            self.insertions.add_site(offset, Site { place, subject });
        }
        for argument in call.args() {
            if let Expression::Spread(spread) = argument {
                self.guard_iterable(spread.target(), GuardKind::Spread);
            }
        }
        call.visit_with(self)
    }

    fn visit_optional(&mut self, optional: &'ast Optional) -> Go {
        self.mark_chain(optional);
        optional.visit_with(self)
    }

    fn visit_new(&mut self, new: &'ast New) -> Go {
        let position = new.call().span().start();
        if let Some(offset) = self.extents.offsets.offset(position) {
            let site = Site {
                place: place(position),
                subject: Some(print(new.constructor(), self.extents.interner)),
            };
            self.insertions.add_site(offset, site);
        }
        // Not as a call: the constructor and the arguments are all that is in it.
        self.visit_expression(new.constructor())?;
        for argument in new.arguments() {
            if let Expression::Spread(spread) = argument {
                self.guard_iterable(spread.target(), GuardKind::Spread);
            }
            self.visit_expression(argument)?;
        }
        ControlFlow::Continue(())
    }

    fn visit_array_literal(&mut self, list: &'ast ArrayLiteral) -> Go {
        for element in list.as_ref().iter().flatten() {
            if let Expression::Spread(spread) = element {
                self.guard_iterable(spread.target(), GuardKind::Iterate);
            }
        }
        list.visit_with(self)
    }

    fn visit_assign(&mut self, assign: &'ast Assign) -> Go {
        match assign.lhs() {
            AssignTarget::Access(access @ PropertyAccess::Simple(_))
                if assign.op() == AssignOp::Assign =>
            {
                let whole = Expression::PropertyAccess(access.clone());
                self.kind = Some((GuardKind::Write, self.extents.operator_after(&whole)));
            }
            AssignTarget::Identifier(name) => {
                let whole = Expression::Identifier(*name);
                let start = self.extents.start_of(&whole);
                if let (Some(offset), Some(place)) = (start, self.extents.operator_after(&whole)) {
                    let site = Site {
                        place,
                        subject: None,
                    };
                    self.insertions.add_site(offset, site);
                }
            }
            AssignTarget::Pattern(pattern) => {
                self.take_apart(pattern, assign.rhs());
                let outer = std::mem::replace(&mut self.takes_apart_into_names, false);
                self.visit_assign_target(assign.lhs())?;
                self.takes_apart_into_names = outer;
                return self.visit_expression(assign.rhs());
            }
            _ => {}
        }
        assign.visit_with(self)
    }

    fn visit_binary(&mut self, binary: &'ast Binary) -> Go {
        if let Some(place) = self.extents.operator_after(binary.lhs()) {
            match binary.op() {
                BinaryOp::Relational(RelationalOp::In) => self.guard_searched(binary, place),
                BinaryOp::Relational(RelationalOp::InstanceOf) => {
                    self.operators.push((Operator::InstanceOf, place));
                }
                BinaryOp::Arithmetic(_) | BinaryOp::Bitwise(_) => {
                    self.operators.push((Operator::Arithmetic, place));
                }
                _ => {}
            }
        }
        if is_power(binary) {
            let start = self.extents.start_of(binary.lhs());
            let middle = self.extents.end_of(binary.lhs());
            let exponent = self.extents.start_of(binary.rhs());
            let end = self.extents.end_of(binary.rhs());
            if let (Some(start), Some(middle), Some(exponent), Some(end)) =
                (start, middle, exponent, end)
            {
                // The operator becomes a remark.
                self.insertions.open(start, format!("{POWER}("));
                self.insertions.close(middle, ", /*".to_owned(), None);
                self.insertions.open(exponent, "*/".to_owned());
                self.insertions.close(end, ")".to_owned(), None);
            }
        }
        binary.visit_with(self)
    }

    fn visit_unary(&mut self, unary: &'ast Unary) -> Go {
        let is_access = matches!(
            unary.target(),
            Expression::PropertyAccess(PropertyAccess::Simple(_))
        );
        if unary.op() == UnaryOp::Delete && is_access {
            self.kind = Some((GuardKind::Delete, None));
        }
        unary.visit_with(self)
    }

    fn visit_for_of_loop(&mut self, of: &'ast ForOfLoop) -> Go {
        if !of.r#await() {
            self.guard_iterable(of.iterable(), GuardKind::Iterate);
        }
        of.visit_with(self)
    }

    fn visit_variable(&mut self, variable: &'ast Variable) -> Go {
        if let (Binding::Pattern(pattern), Some(value)) = (variable.binding(), variable.init()) {
            self.take_apart(pattern, value);
        }
        variable.visit_with(self)
    }

    fn visit_object_pattern(&mut self, pattern: &'ast ObjectPattern) -> Go {
        // boa forgets that a property was taken out if a pattern takes it apart further, and leaves it in the rest.
        let has_rest = pattern.bindings().last().is_some_and(|last| {
            matches!(
                last,
                ObjectPatternElement::RestProperty { .. }
                    | ObjectPatternElement::AssignmentRestPropertyAccess { .. }
            )
        });
        if has_rest {
            for element in pattern.bindings() {
                if let ObjectPatternElement::Pattern {
                    name: PropertyName::Literal(name),
                    ..
                } = element
                    && let Some(offset) = self.extents.offsets.offset(name.span().start())
                {
                    let key = text_of(name.sym(), self.extents.interner);
                    let key = serde_json::Value::from(key).to_string();
                    let into = if self.takes_apart_into_names {
                        self.hidden_names += 1;
                        format!("{MARK}r{}", self.hidden_names)
                    } else {
                        VALUE.to_owned()
                    };
                    self.insertions.open(offset, format!("{key}: {into}, "));
                }
            }
        }
        for element in pattern.bindings() {
            if let ObjectPatternElement::Pattern {
                pattern,
                default_init: None,
                ..
            } = element
            {
                self.guard_inner(pattern);
            }
        }
        pattern.visit_with(self)
    }

    fn visit_catch(&mut self, catch: &'ast Catch) -> Go {
        if let Some(Binding::Identifier(name)) = catch.parameter()
            && let Some(end) = self.extents.offsets.offset(name.span().end())
        {
            let rest = &self.extents.text[end..];
            let closing = rest.trim_start().strip_prefix(')');
            let block = closing.and_then(|rest| rest.trim_start().strip_prefix('{'));
            if let Some(block) = block {
                let offset = self.extents.text.len() - block.len();
                let name = text_of(name.sym(), self.extents.interner);
                self.insertions.open(offset, format!(" {MEND}({name});"));
            }
        }
        catch.visit_with(self)
    }
}
