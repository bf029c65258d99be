//! What an error of boa's is about: boa says where something was that came before it, and the tree tells what comes next.

use boa_engine::JsObject;
use domain::lambda::SourcePosition;

use super::messages::{self, NO_FUNCTION};
use super::parameter_patterns;
use super::source_map::{FunctionRegion, NameUse, Operator, Site, SourceMap};

impl SourceMap {
    /// Node's text and frame where a parameter could not be taken apart: boa's first frame has no place then.
    pub(super) fn failed_parameter(
        &self,
        first: &str,
        error: &JsObject,
        own: &[String],
    ) -> Option<(String, String)> {
        let path = self.format.path();
        let called = first.trim_start().strip_prefix("at ")?;
        let function = called.strip_suffix(&format!(" ({path}:?:?)"))?;
        let message = messages::of(error)?;
        let value = message.strip_prefix("Cannot destructure '")?;
        let value = value.strip_suffix("' value")?;
        let function = match function {
            "<main>" | "<anonymous>" => "",
            name => name,
        };
        let caller = own.iter().find_map(|frame| SourceMap::place_in(frame));
        let site = self
            .sites
            .values()
            .find(|site| Some(site.place) == caller && site.subject.is_some());
        let subject = site.and_then(|site| site.subject.as_deref());
        let called = subject.and_then(|subject| subject.rsplit('.').next());
        let pattern = parameter_patterns::that_failed(&self.parameters, function, caller, called)?;
        let place = pattern.place;
        let body = self
            .functions
            .iter()
            .filter(|region| (region.from.line, region.from.column) > (place.line, place.column));
        let body = body.min_by_key(|region| (region.from.line, region.from.column));
        let name = match body {
            Some(body) if pattern.is_method => body.name.as_str(),
            _ => function,
        };
        Some((pattern.message(value), self.frame_at(name, place)))
    }

    /// Node's text for a message of boa's, and the better place where boa's is only near.
    pub(super) fn text_and_place(
        &self,
        message: &str,
        subject: Option<&str>,
        from: Option<SourcePosition>,
    ) -> (Option<String>, Option<SourcePosition>) {
        if message == "access of uninitialized binding" {
            let used = from.and_then(|from| self.used_too_early(from));
            let text =
                used.map(|used| format!("Cannot access '{}' before initialization", used.name));
            return (text, used.map(|used| used.told));
        }
        if message == NO_FUNCTION
            && subject.is_none()
            && let Some(call) = from.and_then(|from| self.only_optional_call(from))
        {
            let text = messages::text_of_node(message, call.subject.as_deref());
            return (text, Some(call.place));
        }
        let text = messages::text_of_node(message, subject);
        let operator = text.as_deref().and_then(messages::operator_of);
        if let (Some(operator), Some(from)) = (operator, from) {
            return (text, self.operator_behind(from, operator));
        }
        let name = text.as_deref().unwrap_or(message);
        let name = name.strip_suffix(" is not defined");
        let used = from
            .zip(name)
            .and_then(|(from, name)| self.used(from, name));
        let place = used.map(|used| used.told);
        (text, place)
    }

    /// The first use of a name behind a place and in the same function: boa keeps a place before it.
    fn used(&self, from: SourcePosition, name: &str) -> Option<&NameUse> {
        let function = self.function_at(from);
        let length = name.chars().count() as u32;
        self.names.iter().find(|used| {
            let end = used.place.column + length;
            // A member of what has that name is just behind it.
            let is_before = used.place.line == from.line && (end..=end + 1).contains(&from.column);
            used.name == name
                && (is_before || (used.place.line, used.place.column) >= (from.line, from.column))
                && self.function_at(used.place) == function
        })
    }

    /// Where a function calls itself, and its name; the first place if there are several.
    pub(crate) fn self_call(&self) -> Option<(&str, SourcePosition)> {
        self.sites.values().find_map(|site| {
            let called = site.subject.as_deref()?.rsplit('.').next()?;
            let at = (site.place.line, site.place.column);
            let is_around = |region: &&FunctionRegion| {
                (region.from.line, region.from.column) <= at
                    && at < (region.to.line, region.to.column)
                    && (region.own_name == called || region.name.rsplit('.').next() == Some(called))
            };
            let around = self.functions.iter().find(is_around)?;
            let name = match around.name.as_str() {
                "" => &around.own_name,
                name => name,
            };
            Some((name, site.place))
        })
    }

    /// What an optional chain calls behind a place and in the same function, if that is certain: boa keeps no place of
    /// such a call.
    fn only_optional_call(&self, from: SourcePosition) -> Option<&Site> {
        let function = self.function_at(from);
        let mut calls = self.optional_calls.iter().filter(|call| {
            (call.place.line, call.place.column) >= (from.line, from.column)
                && self.function_at(call.place) == function
        });
        let only = calls.next()?;
        calls.next().is_none().then_some(only)
    }

    /// The first operator of a kind behind a place and in the same function.
    fn operator_behind(&self, from: SourcePosition, kind: Operator) -> Option<SourcePosition> {
        let function = self.function_at(from);
        let behind = self.operators.iter().filter(|(of, place)| {
            *of == kind
                && (place.line, place.column) >= (from.line, from.column)
                && self.function_at(*place) == function
        });
        let places = behind.map(|(_, place)| *place);
        places.min_by_key(|place| (place.line, place.column))
    }

    /// The first name behind a place that is declared further below.
    fn used_too_early(&self, from: SourcePosition) -> Option<&NameUse> {
        let function = self.function_at(from);
        let behind = |used: &&NameUse| {
            (used.place.line, used.place.column) >= (from.line, from.column)
                && self.function_at(used.place) == function
        };
        self.names.iter().filter(behind).find(|used| {
            let mut declarations = self.names.iter().filter(|other| other.declares);
            declarations.any(|other| {
                other.name == used.name
                    && (other.place.line, other.place.column) > (used.place.line, used.place.column)
            })
        })
    }
}
