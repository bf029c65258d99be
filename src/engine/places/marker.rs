//! Marks the reader's text. The tree tells what may fail; the text itself is changed, because boa runs text only.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use boa_engine::ast::declaration::{Binding, Variable};
use boa_engine::ast::expression::access::{
    PropertyAccess, PropertyAccessField, SimplePropertyAccess,
};
use boa_engine::ast::expression::literal::{ArrayLiteral, LiteralKind, ObjectMethodDefinition};
use boa_engine::ast::expression::operator::assign::AssignTarget;
use boa_engine::ast::expression::operator::unary::UnaryOp;
use boa_engine::ast::expression::operator::{Assign, Unary};
use boa_engine::ast::expression::{Call, New};
use boa_engine::ast::function::{
    ArrowFunction, AsyncArrowFunction, AsyncFunctionDeclaration, AsyncFunctionExpression,
    AsyncGeneratorExpression, ClassDeclaration, ClassElement, ClassElementName, ClassExpression,
    FunctionDeclaration, FunctionExpression, GeneratorExpression,
};
use boa_engine::ast::pattern::{ObjectPattern, ObjectPatternElement, Pattern};
use boa_engine::ast::property::PropertyName;
use boa_engine::ast::statement::{Catch, ForOfLoop};
use boa_engine::ast::visitor::{VisitWith, Visitor};
use boa_engine::ast::{Expression, Position, Span, Spanned, Statement, StatementListItem};
use boa_engine::interner::Interner;
use domain::lambda::{ModuleFormat, SourcePosition};

use super::natives::names::{GUARD, ITERABLE, MARK, MEND, VALUE};
use super::printer::{print, text_of};
use super::source_map::{FunctionRegion, Guard, GuardKind, Site, SourceMap};
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
        text,
        interner,
        offsets: TextOffsets::new(text),
        insertions: Vec::new(),
        statement_starts: BTreeSet::new(),
        sites: Vec::new(),
        guards: Vec::new(),
        functions: Vec::new(),
        kind: None,
        takes_apart_into_names: true,
        hidden_names: 0,
    };
    let _ = root.visit_with(&mut marker);
    Some(marker.finish(SourceMap::new(format, lines_before), lines_before))
}

#[derive(Debug)]
struct Insertion {
    offset: usize,
    /// What opens stands behind what closes at the same offset.
    opens: bool,
    text: String,
    /// Where in `text` a call begins that a guard fails in, and where Node.js says that is.
    site: Option<(usize, SourcePosition)>,
}

struct Marker<'a> {
    text: &'a str,
    interner: &'a Interner,
    offsets: TextOffsets<'a>,
    insertions: Vec<Insertion>,
    /// Where expression statements begin: a parenthesis there would call what stands before.
    statement_starts: BTreeSet<usize>,
    sites: Vec<(usize, Site)>,
    guards: Vec<Guard>,
    functions: Vec<FunctionRegion>,
    /// What the next property access is for, if not for reading.
    kind: Option<GuardKind>,
    /// Whether a pattern makes new names, as in a declaration.
    takes_apart_into_names: bool,
    hidden_names: u32,
}

impl Marker<'_> {
    fn place(position: Position) -> SourcePosition {
        SourcePosition {
            line: position.line_number(),
            column: position.column_number(),
        }
    }

    fn place_of(&self, offset: usize) -> SourcePosition {
        let (line, column) = self.offsets.position(offset);
        SourcePosition { line, column }
    }

    /// Where an expression begins: its span may begin later, as a call's does at its arguments.
    fn start_of(&self, expression: &Expression) -> Option<usize> {
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
    fn end_of(&self, expression: &Expression) -> Option<usize> {
        match expression {
            Expression::Identifier(_)
            | Expression::This(_)
            | Expression::Literal(_)
            | Expression::Parenthesized(_)
            | Expression::Call(_) => self.offsets.offset(expression.span().end()),
            Expression::PropertyAccess(PropertyAccess::Simple(access)) => match access.field() {
                PropertyAccessField::Const(name) => self.offsets.offset(name.span().end()),
                PropertyAccessField::Expr(field) => {
                    let end = self.end_of(field)?;
                    let rest = self.text.get(end..)?;
                    let blanks = rest.len() - rest.trim_start().len();
                    rest[blanks..].starts_with(']').then_some(end + blanks + 1)
                }
            },
            Expression::Await(waiting) => self.end_of(waiting.target()),
            _ => None,
        }
    }

    /// The same expression as code on one line, if evaluating it twice does no harm.
    fn code(&self, expression: &Expression) -> Option<String> {
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

    /// Guards a value against null and undefined. `key` is code for the property, where the text does not say it.
    fn guard_value(
        &mut self,
        value: &Expression,
        guard: Guard,
        key: Option<String>,
        place: SourcePosition,
    ) {
        match value {
            Expression::Identifier(name) => {
                let name = text_of(name.sym(), self.interner);
                if ALWAYS_THERE.contains(&name.as_str()) {
                    return;
                }
            }
            Expression::PropertyAccess(PropertyAccess::Simple(_))
            | Expression::Call(_)
            | Expression::Parenthesized(_)
            | Expression::Await(_) => {}
            _ => return,
        }
        let (Some(start), Some(end)) = (self.start_of(value), self.end_of(value)) else {
            return;
        };
        let number = self.guards.len();
        self.guards.push(guard);
        let key = key.map_or_else(String::new, |key| format!(", {key}"));
        let (open, close) = match self.code(value) {
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
        self.open(start, open);
        self.close(end, close, Some((call, place)));
    }

    /// Guards a value that has to be iterable.
    fn guard_iterable(
        &mut self,
        value: &Expression,
        kind: GuardKind,
        place: Option<SourcePosition>,
    ) {
        let is_certain = matches!(
            value,
            Expression::Identifier(_)
                | Expression::PropertyAccess(PropertyAccess::Simple(_))
                | Expression::Call(_)
                | Expression::Parenthesized(_)
                | Expression::Await(_)
        );
        let (Some(start), Some(end), true) = (self.start_of(value), self.end_of(value), is_certain)
        else {
            return;
        };
        let number = self.guards.len();
        self.guards.push(Guard {
            kind,
            key: None,
            subject: print(value, self.interner),
        });
        let place = place.unwrap_or_else(|| self.place_of(start));
        self.insertions.push(Insertion {
            offset: start,
            opens: true,
            text: format!("{ITERABLE}({number}, "),
            site: Some((ITERABLE.len(), place)),
        });
        self.close(end, ")".to_owned(), None);
    }

    fn open(&mut self, offset: usize, text: String) {
        self.insertions.push(Insertion {
            offset,
            opens: true,
            text,
            site: None,
        });
    }

    fn close(&mut self, offset: usize, text: String, site: Option<(usize, SourcePosition)>) {
        self.insertions.push(Insertion {
            offset,
            opens: false,
            text,
            site,
        });
    }

    fn add_region(&mut self, span: Span, name: String) {
        self.functions.push(FunctionRegion {
            from: Self::place(span.start()),
            to: Self::place(span.end()),
            name,
        });
    }

    /// The name of a function that is assigned, as V8 infers it.
    fn name_assigned(&mut self, target: &AssignTarget, value: &Expression) {
        let AssignTarget::Access(PropertyAccess::Simple(access)) = target else {
            return;
        };
        let is_anonymous = value.is_anonymous_function_definition();
        if let (true, PropertyAccessField::Const(_)) = (is_anonymous, access.field()) {
            let whole = Expression::PropertyAccess(PropertyAccess::Simple(access.clone()));
            let name = print(&whole, self.interner);
            self.add_region(value.flatten().span(), name);
        }
    }

    /// A pattern takes properties or elements out of a value.
    fn take_apart(&mut self, pattern: &Pattern, value: &Expression) {
        match pattern {
            Pattern::Array(_) => self.guard_iterable(value, GuardKind::Iterate, None),
            Pattern::Object(pattern) => {
                let first = pattern.bindings().first();
                let key = first.and_then(|element| self.first_key(element));
                let place = key
                    .as_ref()
                    .map_or(Self::place(pattern.span().start()), |(_, place)| *place);
                let guard = Guard {
                    kind: GuardKind::Destructure,
                    key: key.map(|(key, _)| key),
                    subject: print(value, self.interner),
                };
                self.guard_value(value, guard, None, place);
            }
        }
    }

    fn first_key(&self, element: &ObjectPatternElement) -> Option<(String, SourcePosition)> {
        let (ObjectPatternElement::SingleName { name, .. }
        | ObjectPatternElement::AssignmentPropertyAccess { name, .. }
        | ObjectPatternElement::Pattern { name, .. }) = element
        else {
            return None;
        };
        match name {
            PropertyName::Literal(name) => Some((
                text_of(name.sym(), self.interner),
                Self::place(name.span().start()),
            )),
            PropertyName::Computed(_) => None,
        }
    }

    fn name_methods(
        &mut self,
        name: &str,
        constructor: Option<&FunctionExpression>,
        elements: &[ClassElement],
    ) {
        if let Some(constructor) = constructor {
            self.add_region(constructor.body().span(), format!("new {name}"));
        }
        for element in elements {
            if let ClassElement::MethodDefinition(method) = element {
                let method_name = match method.name() {
                    ClassElementName::PropertyName(PropertyName::Literal(name)) => {
                        text_of(name.sym(), self.interner)
                    }
                    ClassElementName::PrivateName(name) => {
                        format!("#{}", text_of(name.description(), self.interner))
                    }
                    ClassElementName::PropertyName(PropertyName::Computed(_)) => continue,
                };
                self.add_region(method.body().span(), format!("{name}.{method_name}"));
            }
        }
    }

    /// Puts the insertions into the text.
    fn finish(mut self, mut map: SourceMap, lines_before: u32) -> Marks {
        let mut order: Vec<usize> = (0..self.insertions.len()).collect();
        // What closes at an offset was opened in the reverse order.
        order.sort_by_key(|&index| {
            let insertion = &self.insertions[index];
            let among = if insertion.opens {
                index as i64
            } else {
                -(index as i64)
            };
            (insertion.offset, insertion.opens, among)
        });
        let mut text = String::with_capacity(self.text.len() * 2);
        let mut done = 0;
        // Code points put into the line so far, for each line that has any, with where each stands.
        let mut inserted: Vec<(usize, u32)> = Vec::new();
        let in_line_of = |inserted: &[(usize, u32)], offsets: &TextOffsets<'_>, offset: usize| {
            let line = offsets.position(offset).0;
            let before = inserted
                .iter()
                .rev()
                .take_while(|(at, _)| offsets.position(*at).0 == line);
            before
                .filter(|(at, _)| *at <= offset)
                .map(|(_, length)| length)
                .sum::<u32>()
        };
        let mut opened_at = None;
        for index in order {
            let insertion = &self.insertions[index];
            let offset = insertion.offset;
            text.push_str(&self.text[done..offset]);
            done = offset;
            let mut piece = insertion.text.clone();
            let mut shift = 0;
            if insertion.opens
                && opened_at != Some(offset)
                && self.statement_starts.contains(&offset)
            {
                piece.insert(0, ';');
                shift = 1;
            }
            if insertion.opens {
                opened_at = Some(offset);
            }
            let (line, own_column) = self.offsets.position(offset);
            let column = own_column + in_line_of(&inserted, &self.offsets, offset);
            let length = piece.chars().count() as u32;
            map.insert(line + lines_before, column, length);
            if let Some((at, place)) = &insertion.site {
                let at = insertion.text[..*at].chars().count() as u32 + shift;
                let site = Site {
                    place: *place,
                    subject: None,
                };
                map.add_site(line + lines_before, column + at, site);
            }
            inserted.push((offset, length));
            text.push_str(&piece);
        }
        text.push_str(&self.text[done..]);
        inserted.sort_unstable_by_key(|(at, _)| *at);
        for (offset, site) in std::mem::take(&mut self.sites) {
            let (line, column) = self.offsets.position(offset);
            let upto = inserted.partition_point(|(at, _)| *at <= offset);
            let moved = in_line_of(&inserted[..upto], &self.offsets, offset);
            map.add_site(line + lines_before, column + moved, site);
        }
        map.set_guards(self.guards);
        for region in self.functions {
            map.add_function(region);
        }
        Marks { text, map }
    }
}

type Go = ControlFlow<()>;

impl<'ast> Visitor<'ast> for Marker<'_> {
    type BreakTy = ();

    fn visit_statement_list_item(&mut self, item: &'ast StatementListItem) -> Go {
        if let StatementListItem::Statement(statement) = item
            && let Statement::Expression(expression) = &**statement
            && let Some(start) = self.start_of(expression)
        {
            self.statement_starts.insert(start);
        }
        item.visit_with(self)
    }

    fn visit_simple_property_access(&mut self, access: &'ast SimplePropertyAccess) -> Go {
        let kind = self.kind.take().unwrap_or(GuardKind::Read);
        let (key, code, place) = match access.field() {
            PropertyAccessField::Const(name) => (
                Some(text_of(name.sym(), self.interner)),
                None,
                Some(Self::place(name.span().start())),
            ),
            PropertyAccessField::Expr(field) => {
                let place = self.start_of(field).map(|start| self.place_of(start));
                let code = self.code(field);
                match &**field {
                    Expression::Literal(_) => (
                        code.map(|code| serde_json::from_str(&code).unwrap_or(code)),
                        None,
                        place,
                    ),
                    _ => (None, code, place),
                }
            }
        };
        if let Some(place) = place {
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
        let place = match call.function() {
            Expression::PropertyAccess(PropertyAccess::Simple(access)) => match access.field() {
                PropertyAccessField::Const(name) => Some(Self::place(name.span().start())),
                PropertyAccessField::Expr(field) => {
                    self.start_of(field).map(|start| self.place_of(start))
                }
            },
            Expression::PropertyAccess(PropertyAccess::Private(access)) => {
                Some(Self::place(access.field().span().start()))
            }
            other => self.start_of(other).map(|start| self.place_of(start)),
        };
        if let (Some(place), Some(offset)) = (place, self.offsets.offset(call.span().start())) {
            let subject = Some(print(call.function(), self.interner));
            self.sites.push((offset, Site { place, subject }));
        }
        for argument in call.args() {
            if let Expression::Spread(spread) = argument {
                self.guard_iterable(spread.target(), GuardKind::Spread, None);
            }
        }
        call.visit_with(self)
    }

    fn visit_new(&mut self, new: &'ast New) -> Go {
        let position = new.call().span().start();
        if let Some(offset) = self.offsets.offset(position) {
            let site = Site {
                place: Self::place(position),
                subject: Some(print(new.constructor(), self.interner)),
            };
            self.sites.push((offset, site));
        }
        // Not as a call: the constructor and the arguments are all that is in it.
        self.visit_expression(new.constructor())?;
        for argument in new.arguments() {
            if let Expression::Spread(spread) = argument {
                self.guard_iterable(spread.target(), GuardKind::Spread, None);
            }
            self.visit_expression(argument)?;
        }
        ControlFlow::Continue(())
    }

    fn visit_array_literal(&mut self, list: &'ast ArrayLiteral) -> Go {
        for element in list.as_ref().iter().flatten() {
            if let Expression::Spread(spread) = element {
                self.guard_iterable(spread.target(), GuardKind::Iterate, None);
            }
        }
        list.visit_with(self)
    }

    fn visit_assign(&mut self, assign: &'ast Assign) -> Go {
        self.name_assigned(assign.lhs(), assign.rhs());
        match assign.lhs() {
            AssignTarget::Access(PropertyAccess::Simple(_))
                if assign.op()
                    == boa_engine::ast::expression::operator::assign::AssignOp::Assign =>
            {
                self.kind = Some(GuardKind::Write);
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

    fn visit_unary(&mut self, unary: &'ast Unary) -> Go {
        let is_access = matches!(
            unary.target(),
            Expression::PropertyAccess(PropertyAccess::Simple(_))
        );
        if unary.op() == UnaryOp::Delete && is_access {
            self.kind = Some(GuardKind::Delete);
        }
        unary.visit_with(self)
    }

    fn visit_for_of_loop(&mut self, of: &'ast ForOfLoop) -> Go {
        if !of.r#await() {
            self.guard_iterable(of.iterable(), GuardKind::Iterate, None);
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
                    && let Some(offset) = self.offsets.offset(name.span().start())
                {
                    let key = text_of(name.sym(), self.interner);
                    let key = serde_json::Value::from(key).to_string();
                    let into = if self.takes_apart_into_names {
                        self.hidden_names += 1;
                        format!("{MARK}r{}", self.hidden_names)
                    } else {
                        VALUE.to_owned()
                    };
                    self.open(offset, format!("{key}: {into}, "));
                }
            }
        }
        pattern.visit_with(self)
    }

    fn visit_catch(&mut self, catch: &'ast Catch) -> Go {
        if let Some(Binding::Identifier(name)) = catch.parameter()
            && let Some(end) = self.offsets.offset(name.span().end())
        {
            let rest = &self.text[end..];
            let closing = rest.trim_start().strip_prefix(')');
            let block = closing.and_then(|rest| rest.trim_start().strip_prefix('{'));
            if let Some(block) = block {
                let offset = self.text.len() - block.len();
                let name = text_of(name.sym(), self.interner);
                self.open(offset, format!(" {MEND}({name});"));
            }
        }
        catch.visit_with(self)
    }

    fn visit_class_declaration(&mut self, class: &'ast ClassDeclaration) -> Go {
        let name = text_of(class.name().sym(), self.interner);
        self.name_methods(&name, class.constructor(), class.elements());
        class.visit_with(self)
    }

    fn visit_class_expression(&mut self, class: &'ast ClassExpression) -> Go {
        let name = class
            .name()
            .map_or_else(String::new, |name| text_of(name.sym(), self.interner));
        self.name_methods(&name, class.constructor(), class.elements());
        class.visit_with(self)
    }

    fn visit_object_method_definition(&mut self, method: &'ast ObjectMethodDefinition) -> Go {
        if let PropertyName::Literal(name) = method.name() {
            let name = format!("Object.{}", text_of(name.sym(), self.interner));
            self.add_region(method.body().span(), name);
        }
        method.visit_with(self)
    }

    fn visit_function_expression(&mut self, function: &'ast FunctionExpression) -> Go {
        self.add_inner(function.span());
        function.visit_with(self)
    }

    fn visit_function_declaration(&mut self, function: &'ast FunctionDeclaration) -> Go {
        self.add_inner(function.body().span());
        function.visit_with(self)
    }

    fn visit_async_function_declaration(&mut self, function: &'ast AsyncFunctionDeclaration) -> Go {
        self.add_inner(function.body().span());
        function.visit_with(self)
    }

    fn visit_async_function_expression(&mut self, function: &'ast AsyncFunctionExpression) -> Go {
        self.add_inner(function.span());
        function.visit_with(self)
    }

    fn visit_generator_expression(&mut self, function: &'ast GeneratorExpression) -> Go {
        self.add_inner(function.span());
        function.visit_with(self)
    }

    fn visit_async_generator_expression(&mut self, function: &'ast AsyncGeneratorExpression) -> Go {
        self.add_inner(function.span());
        function.visit_with(self)
    }

    fn visit_arrow_function(&mut self, function: &'ast ArrowFunction) -> Go {
        self.add_inner(function.span());
        function.visit_with(self)
    }

    fn visit_async_arrow_function(&mut self, function: &'ast AsyncArrowFunction) -> Go {
        self.add_inner(function.span());
        function.visit_with(self)
    }
}

impl Marker<'_> {
    /// A function that has its own name or none, unless an assignment named it already.
    fn add_inner(&mut self, span: Span) {
        let from = Self::place(span.start());
        let is_named = self
            .functions
            .iter()
            .rev()
            .any(|region| region.from == from);
        if !is_named {
            self.add_region(span, String::new());
        }
    }
}
