//! Guards in optional chains: `a?.b.c` is an error where `a.b` is nothing, and undefined where `a` is.
//!
//! What is guarded becomes a value of its own, and what follows is read with `?.`, so that the rest of the chain is
//! still left out where `a` is nothing.

use boa_engine::ast::Spanned;
use boa_engine::ast::expression::access::PropertyAccessField;
use boa_engine::ast::expression::{Optional, OptionalOperationKind};
use domain::lambda::SourcePosition;

use super::extents::{Extents, place};
use super::marker::Marker;
use super::natives::names::{GUARD, VALUE};
use super::printer::{print, text_of};
use super::source_map::{Guard, GuardKind, Site};

impl Marker<'_> {
    /// Marks an optional chain: what it reads with a plain dot, and what it calls.
    pub(super) fn mark_chain(&mut self, optional: &Optional) {
        self.guard_chain(optional);
        self.name_calls(optional);
    }

    /// Notes what the chain calls, because boa keeps no place of it.
    fn name_calls(&mut self, optional: &Optional) {
        let interner = self.extents.interner;
        let mut subject = print(optional.target(), interner);
        let mut field_place = None;
        for operation in optional.chain() {
            let dot = if operation.shorted() { "?." } else { "" };
            match operation.kind() {
                OptionalOperationKind::SimplePropertyAccess {
                    field: PropertyAccessField::Const(name),
                } => {
                    let dot = if operation.shorted() { "?." } else { "." };
                    subject = format!("{subject}{dot}{}", text_of(name.sym(), interner));
                    field_place = Some(place(name.span().start()));
                }
                OptionalOperationKind::SimplePropertyAccess {
                    field: PropertyAccessField::Expr(field),
                } => {
                    subject = format!("{subject}{dot}[{}]", print(field, interner));
                    field_place = None;
                }
                OptionalOperationKind::PrivatePropertyAccess { .. } => return,
                OptionalOperationKind::Call { .. } => {
                    let place = field_place
                        .take()
                        .unwrap_or(place(operation.span().start()));
                    let next = format!("{subject}{dot}(...)");
                    self.optional_calls.push(Site {
                        place,
                        subject: Some(std::mem::replace(&mut subject, next)),
                    });
                }
            }
        }
    }

    /// Guards what an optional chain reads with a plain dot.
    fn guard_chain(&mut self, optional: &Optional) {
        let Some((reads, kept)) = reads(optional, &self.extents) else {
            return;
        };
        // From the last, which is the outermost.
        for read in reads.iter().rev() {
            let number = self.guards.len();
            self.guards.push(Guard {
                kind: GuardKind::Read,
                key: read.key.clone(),
                subject: String::new(),
            });
            let key = read.key_code.as_ref();
            let key = key.map_or_else(String::new, |key| format!(", {key}"));
            let before = format!(" ?? ({} == null ? void 0 : {GUARD}", read.base);
            let call = before.len();
            let text = format!("{before}({number}, {}{key})))", read.code);
            self.insertions.open(read.value.0, "(".to_owned());
            self.insertions
                .close(read.value.1, text, Some((call, read.place)));
            self.insertions.open(read.dot.0, read.dot.1.to_owned());
        }
        if let (Some((start, end)), false) = (kept, reads.is_empty()) {
            self.insertions.open(start, format!("({VALUE} = "));
            self.insertions.close(end, ")".to_owned(), None);
        }
    }
}

/// Where a piece of the text begins and ends.
type Stretch = (usize, usize);

/// A property that is read with a plain dot or bracket behind a `?.`.
struct ReadInChain {
    /// Where the chain begins, and where the value of which is read ends.
    value: Stretch,
    /// Where the dot or the bracket is, and what makes a `?.` of it.
    dot: (usize, &'static str),
    /// The value as code, and what has to be something for it to be an error.
    code: String,
    base: String,
    /// The property, if the text says it, or code for it.
    key: Option<String>,
    key_code: Option<String>,
    place: SourcePosition,
}

/// The reads of a chain that can be guarded: those before the first call. And where the chain's target begins and ends if
/// it has to be kept in the variable.
fn reads(
    optional: &Optional,
    extents: &Extents<'_>,
) -> Option<(Vec<ReadInChain>, Option<Stretch>)> {
    let target = optional.target();
    let (start, mut end) = (extents.start_of(target)?, extents.end_of(target)?);
    let (mut code, kept) = match extents.code(target) {
        Some(code) => (code, None),
        None => (VALUE.to_owned(), Some((start, end))),
    };
    let mut base = String::new();
    let mut reads = Vec::new();
    for operation in optional.chain() {
        let OptionalOperationKind::SimplePropertyAccess { field } = operation.kind() else {
            break;
        };
        let dot = extents.next_letter(end)?;
        let is_bracket = matches!(field, PropertyAccessField::Expr(_));
        let key_code = match field {
            PropertyAccessField::Const(_) => None,
            PropertyAccessField::Expr(field) => Some(extents.code(field)?),
        };
        let key = match field {
            PropertyAccessField::Const(name) => Some(text_of(name.sym(), extents.interner)),
            PropertyAccessField::Expr(_) => None,
        };
        let added = match (&key, &key_code) {
            (Some(key), _) => key.clone(),
            (None, Some(code)) => format!("[{code}]"),
            (None, None) => return None,
        };
        if operation.shorted() {
            base.clone_from(&code);
            code = format!("{code}?.{added}");
        } else {
            if !extents.text[dot..].starts_with(['.', '[']) {
                break;
            }
            reads.push(ReadInChain {
                value: (start, end),
                dot: (dot, if is_bracket { "?." } else { "?" }),
                code: code.clone(),
                base: base.clone(),
                key,
                key_code,
                place: extents.place_of(dot),
            });
            code = if is_bracket {
                format!("{code}{added}")
            } else {
                format!("{code}.{added}")
            };
        }
        end = extents.end_of_field(field)?;
    }
    Some((reads, kept))
}
