//! Guards for patterns: what is taken apart may be null or undefined, or no list.

use boa_engine::ast::pattern::{ObjectPatternElement, Pattern};
use boa_engine::ast::property::PropertyName;
use boa_engine::ast::{Expression, Spanned};
use domain::lambda::SourcePosition;

use super::extents::place;
use super::marker::Marker;
use super::natives::names::GUARD;
use super::printer::{print, text_of};
use super::source_map::{Guard, GuardKind};

impl Marker<'_> {
    /// A pattern takes properties or elements out of a value.
    pub(super) fn take_apart(&mut self, pattern: &Pattern, value: &Expression) {
        match pattern {
            Pattern::Array(_) => self.guard_iterable(value, GuardKind::TakeElements),
            Pattern::Object(pattern) => {
                let first = pattern.bindings().first();
                let key = first.and_then(|element| self.first_key(element));
                let place = key
                    .as_ref()
                    .map_or(place(pattern.span().start()), |(_, place)| *place);
                let guard = Guard {
                    kind: GuardKind::Destructure,
                    key: key.map(|(key, _)| key),
                    subject: print(value, self.extents.interner),
                };
                self.guard_value(value, guard, None, place);
            }
        }
    }

    /// A pattern within a pattern: what it takes apart may be undefined, which a default sees.
    pub(super) fn guard_inner(&mut self, pattern: &Pattern) {
        let Some(end) = self.extents.offsets.offset(pattern.span().end()) else {
            return;
        };
        let is_whole = self.extents.text[..end].ends_with(['}', ']']);
        let (kind, key, place) = match pattern {
            Pattern::Array(inner) => (GuardKind::TakeElements, None, place(inner.span().start())),
            Pattern::Object(inner) => {
                let first = inner.bindings().first();
                match first.and_then(|first| self.first_key(first)) {
                    Some((key, place)) => (GuardKind::Read, Some(key), place),
                    None => return,
                }
            }
        };
        if !is_whole {
            return;
        }
        let number = self.guards.len();
        let subject = "undefined".to_owned();
        self.guards.push(Guard { kind, key, subject });
        let text = format!(" = {GUARD}({number}, void 0)");
        let call = " = ".len() + GUARD.len();
        self.insertions.close(end, text, Some((call, place)));
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
                text_of(name.sym(), self.extents.interner),
                place(name.span().start()),
            )),
            PropertyName::Computed(_) => None,
        }
    }
}
