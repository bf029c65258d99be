//! Parameters that are taken apart. boa keeps no place for what fails before a function's first expression, not even the
//! function's own, so the place is found from its name and from who called it.

use boa_engine::ast::Spanned;
use boa_engine::ast::declaration::Binding;
use boa_engine::ast::function::FormalParameter;
use boa_engine::ast::pattern::{ObjectPatternElement, Pattern};
use boa_engine::ast::property::PropertyName;
use domain::lambda::SourcePosition;

use super::extents::{Extents, place};
use super::printer::text_of;

/// A parameter that is a pattern.
#[derive(Clone, Debug)]
pub(crate) struct ParameterPattern {
    /// What boa calls the function in a trace.
    pub(crate) function: String,
    /// Whether it is a method, which V8 names with its object.
    pub(crate) is_method: bool,
    /// Where V8 says that taking it apart failed.
    pub(crate) place: SourcePosition,
    /// The first property that is taken out; `None` for a list.
    key: Option<String>,
    has_default: bool,
}

impl ParameterPattern {
    /// The pattern of a parameter of this function, if it is one that can fail in a known way.
    pub(super) fn of(
        parameter: &FormalParameter,
        function: &str,
        is_method: bool,
        extents: &Extents<'_>,
    ) -> Option<ParameterPattern> {
        let Binding::Pattern(pattern) = parameter.variable().binding() else {
            return None;
        };
        let (key, place) = match pattern {
            Pattern::Array(list) => {
                let start = extents.offsets.offset(list.span().start())?;
                let parenthesis = extents.text[..start].rfind('(')?;
                (None, extents.place_of(parenthesis))
            }
            Pattern::Object(object) => match object.bindings().first()? {
                ObjectPatternElement::SingleName {
                    name: PropertyName::Literal(name),
                    ..
                }
                | ObjectPatternElement::Pattern {
                    name: PropertyName::Literal(name),
                    ..
                } => (
                    Some(text_of(name.sym(), extents.interner)),
                    place(name.span().start()),
                ),
                _ => return None,
            },
        };
        Some(ParameterPattern {
            function: function.to_owned(),
            is_method,
            place,
            key,
            has_default: parameter.init().is_some(),
        })
    }

    /// Node's text where it is undefined or null.
    pub(crate) fn message(&self, value: &str) -> String {
        let Some(key) = &self.key else {
            return match value {
                "null" => {
                    "object null is not iterable (cannot read property Symbol(Symbol.iterator))"
                        .to_owned()
                }
                _ => format!(
                    "{value} is not iterable (cannot read property Symbol(Symbol.iterator))"
                ),
            };
        };
        let subject = match (self.has_default, value) {
            (true, _) => "(intermediate value)(intermediate value)(intermediate value)",
            (false, "null") => "object null",
            (false, _) => value,
        };
        format!("Cannot destructure property '{key}' of '{subject}' as it is {value}.")
    }
}

/// The pattern that failed in a function of this name, called at this place as `called`.
pub(crate) fn that_failed<'a>(
    patterns: &'a [ParameterPattern],
    function: &str,
    caller: Option<SourcePosition>,
    called: Option<&str>,
) -> Option<&'a ParameterPattern> {
    let method = patterns
        .iter()
        .find(|pattern| pattern.is_method && called == Some(&pattern.function));
    if method.is_some() && function.is_empty() {
        return method;
    }
    let mut same = patterns
        .iter()
        .filter(|pattern| pattern.function == function);
    let is_behind = |pattern: &&ParameterPattern| {
        caller.is_some_and(|from| {
            (pattern.place.line, pattern.place.column) > (from.line, from.column)
        })
    };
    if function.is_empty() {
        // It is mostly written where it is handed over.
        return same.find(is_behind);
    }
    same.clone()
        .rfind(|pattern| !is_behind(pattern))
        .or_else(|| same.next())
}
