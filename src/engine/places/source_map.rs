//! From places in the text that boa runs to places in the reader's file, and from boa's frames to Node's.

use std::collections::BTreeMap;

use boa_engine::ast::Position;
use boa_engine::{Context, JsObject};
use domain::lambda::{ModuleFormat, SourcePosition};

use super::built_in_frames;
use super::function_names::Names;
use super::messages;
use super::parameter_patterns::ParameterPattern;
use crate::class_name::class_name;
use crate::error_stack::header;
use crate::host::Host;

/// What is known of the reader's text while its code runs.
#[derive(Clone, Debug, Default)]
pub(crate) struct SourceMap {
    pub(super) format: ModuleFormat,
    /// Lines that stand before the reader's first.
    lines_before: u32,
    /// Text that was put into a line: line and column where it stands in the text that runs, and its length.
    insertions: Vec<(u32, u32, u32)>,
    /// Functions, inner ones after those around them.
    pub(super) functions: Vec<FunctionRegion>,
    /// What is called or made at a place in the text that runs.
    pub(super) sites: BTreeMap<(u32, u32), Site>,
    /// What the marks guard, by their numbers.
    guards: Vec<Guard>,
    /// What optional chains call.
    pub(super) optional_calls: Vec<Site>,
    /// Where operators stand that boa keeps no place of.
    pub(super) operators: Vec<(Operator, SourcePosition)>,
    /// Where names stand, in the order of the text.
    pub(super) names: Vec<NameUse>,
    /// Parameters that are taken apart.
    pub(super) parameters: Vec<ParameterPattern>,
    /// Names that an ES module imports, and from where.
    imports: Vec<(String, String)>,
}

/// Where a function stands in the reader's file, and what Node.js calls it in a trace.
#[derive(Clone, Debug)]
pub(crate) struct FunctionRegion {
    pub(crate) from: SourcePosition,
    pub(crate) to: SourcePosition,
    pub(crate) name: String,
    /// The name that the language gives it.
    pub(crate) own_name: String,
}

/// A place at which a name stands.
#[derive(Clone, Debug)]
pub(crate) struct NameUse {
    pub(crate) name: String,
    pub(crate) place: SourcePosition,
    /// Where V8 says it is.
    pub(crate) told: SourcePosition,
    /// Whether it is the declaration of a `let` or `const`.
    pub(crate) declares: bool,
}

/// A call or the like, whose failure names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Site {
    /// Where Node.js says it is.
    pub(crate) place: SourcePosition,
    /// What is called or made, as V8 prints it; `None` for a guard, which words its error itself.
    pub(crate) subject: Option<String>,
}

/// A kind of operator whose operands may be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Operator {
    /// It calculates.
    Arithmetic,
    /// `instanceof`
    InstanceOf,
}

/// A value that may be null or undefined where a property is read of it, or cannot be iterated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Guard {
    pub(crate) kind: GuardKind,
    /// The property, if the text says it.
    pub(crate) key: Option<String>,
    /// The value, as V8 prints it.
    pub(crate) subject: String,
}

/// What is done with a guarded value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum GuardKind {
    /// A property is read.
    Read,
    /// A property is set.
    Write,
    /// A property is deleted.
    Delete,
    /// Properties are taken out of it.
    Destructure,
    /// Elements are taken out of it.
    TakeElements,
    /// It is iterated.
    Iterate,
    /// Its elements become arguments.
    Spread,
    /// A member is looked for in it.
    Search,
}

impl SourceMap {
    /// A text that runs as it is, behind so many lines.
    pub(crate) fn new(format: ModuleFormat, lines_before: u32) -> SourceMap {
        SourceMap {
            format,
            lines_before,
            ..SourceMap::default()
        }
    }

    pub(crate) fn insert(&mut self, line: u32, column: u32, length: u32) {
        self.insertions.push((line, column, length));
    }

    pub(crate) fn set_imports(&mut self, imports: Vec<(String, String)>) {
        self.imports = imports;
    }

    /// The module that a name is imported from.
    pub(crate) fn imported_from(&self, name: &str) -> Option<&str> {
        let found = self.imports.iter().find(|(other, _)| other == name);
        found.map(|(_, module)| module.as_str())
    }

    pub(super) fn set_names(&mut self, names: Names) {
        self.functions = names.functions;
        self.names = names.uses;
        self.parameters = names.patterns;
    }

    pub(crate) fn add_site(&mut self, line: u32, column: u32, site: Site) {
        self.sites.insert((line, column), site);
    }

    pub(crate) fn set_guards(&mut self, guards: Vec<Guard>) {
        self.guards = guards;
    }

    pub(crate) fn set_optional_calls(&mut self, calls: Vec<Site>) {
        self.optional_calls = calls;
    }

    pub(super) fn set_operators(&mut self, operators: Vec<(Operator, SourcePosition)>) {
        self.operators = operators;
    }

    /// What the mark of this number guards.
    pub(crate) fn guard(&self, number: usize) -> Option<&Guard> {
        self.guards.get(number)
    }

    /// How the reader's text is read.
    pub(crate) fn format(&self) -> ModuleFormat {
        self.format
    }

    /// How the file is named in stack traces.
    pub(crate) fn name(&self) -> &'static str {
        match self.format {
            ModuleFormat::CommonJs => "/var/task/index.js",
            ModuleFormat::EsModule => "file:///var/task/index.mjs",
        }
    }

    /// The reader's line and column; `None` for what we put before the first line.
    pub(crate) fn place(&self, line: u32, column: u32) -> Option<SourcePosition> {
        if let Some(site) = self.sites.get(&(line, column)) {
            return Some(site.place);
        }
        let own_line = line
            .checked_sub(self.lines_before)
            .filter(|&line| line > 0)?;
        let inserted: u32 = self
            .insertions
            .iter()
            .filter(|(of, ..)| *of == line)
            .map(|&(_, at, length)| column.saturating_sub(at).min(length))
            .sum();
        Some(SourcePosition {
            line: own_line,
            column: column - inserted,
        })
    }

    /// Gives an error that boa made the text that Node.js has for it, and writes its stack.
    pub(crate) fn mend(&self, error: &JsObject, frames: &str, context: &mut Context) -> String {
        let first = frames.lines().find(|frame| !frame.ends_with("(native)"));
        let at = first
            .and_then(place_of)
            .filter(|(path, ..)| *path == self.format.path())
            .map(|(_, line, column)| (line, column));
        let mut own = self.frames(frames);
        leave_out_constructors(&mut own, error);
        if let Some((name, called)) = &*Host::of(context).handler_names.borrow()
            && let Some(outermost) = own.last_mut()
        {
            // The runtime client calls the handler as a member of its own.
            let mut from = format!("    at {name} (");
            if outermost.starts_with(&format!("    at Object.{name} (")) {
                from = format!("    at Object.{name} (");
            }
            let to = match name == called {
                true => format!("    at Runtime.{name} ("),
                false => format!("    at Runtime.{name} [as {called}] ("),
            };
            if !name.is_empty() && outermost.starts_with(&from) {
                *outermost = outermost.replacen(&from, &to, 1);
            }
        }
        let parameter = first.and_then(|first| self.failed_parameter(first, error, &own));
        if let Some((text, frame)) = parameter {
            messages::set(error, &text, context);
            own.insert(0, frame);
        } else if let Some(message) = messages::of(error) {
            let from = at.and_then(|(line, column)| self.place(line, column));
            let site = at.and_then(|at| self.sites.get(&at));
            let subject = site.and_then(|site| site.subject.as_deref());
            let (text, place) = self.text_and_place(&message, subject, from);
            if let Some(text) = text {
                messages::set(error, &text, context);
            }
            if let (Some(place), Some(from), Some(frame)) = (place, from, own.first_mut()) {
                let end = |place: SourcePosition| format!(":{}:{}", place.line, place.column);
                *frame = frame.replace(&end(from), &end(place));
            }
            let message = messages::of(error).unwrap_or(message);
            if let Some(frame) =
                subject.and_then(|called| built_in_frames::thrower(called, &message))
            {
                own.insert(0, frame);
            }
        }
        let mut stack = header(error, context);
        for frame in own {
            stack.push('\n');
            stack.push_str(&frame);
        }
        stack
    }

    /// The frame of a function at a place of the reader's, in Node's form.
    pub(crate) fn frame_at(&self, function: &str, place: SourcePosition) -> String {
        let place = format!("{}:{}:{}", self.name(), place.line, place.column);
        match function {
            "" => format!("    at {place}"),
            name => format!("    at {name} ({place})"),
        }
    }

    /// The innermost function around a place.
    pub(super) fn function_at(&self, place: SourcePosition) -> Option<usize> {
        let at = (place.line, place.column);
        self.functions.iter().rposition(|region| {
            (region.from.line, region.from.column) <= at && at < (region.to.line, region.to.column)
        })
    }

    /// The frames of a stack as boa prints it, in Node's form and with the reader's places.
    pub(crate) fn frames(&self, stack: &str) -> Vec<String> {
        let mut frames: Vec<String> = stack.lines().filter_map(|line| self.frame(line)).collect();
        // A built-in that pays first calls boa's own, which has the same name.
        frames.dedup_by(|one, other| one == other && built_in_frames::is_one(one));
        frames.truncate(10);
        frames
    }

    fn frame(&self, line: &str) -> Option<String> {
        let called = line.trim_start().strip_prefix("at ")?;
        let Some((path, line, column)) = place_of(line) else {
            let (function, _) = called.rsplit_once(" (native")?;
            return built_in_frames::caller(function);
        };
        if path != self.format.path() {
            return None;
        }
        let place = self.place(line, column)?;
        let (function, _) = called.rsplit_once(" (")?;
        let name = self.function_name(function, place).unwrap_or_default();
        Some(self.frame_at(&name, place))
    }

    /// What Node.js calls the function that a frame is in; `None` for one without a name.
    fn function_name(&self, function: &str, place: SourcePosition) -> Option<String> {
        let region = self.function_at(place).map(|index| &self.functions[index]);
        match (region, function) {
            (Some(region), _) if !region.name.is_empty() => Some(region.name.clone()),
            (Some(_), "" | "<main>" | "<anonymous>") => None,
            (None, "" | "<main>" | "<anonymous>") if self.format == ModuleFormat::CommonJs => {
                Some("Object.<anonymous>".to_owned())
            }
            (None, "" | "<main>" | "<anonymous>") => None,
            (_, name) => Some(name.to_owned()),
        }
    }

    /// The reader's place of a position of boa's, if that is in the reader's file.
    pub(crate) fn place_of(&self, path: &str, position: Position) -> Option<SourcePosition> {
        if path != self.format.path() {
            return None;
        }
        self.place(position.line_number(), position.column_number())
    }

    /// The place in the reader's file that a frame in Node's form names.
    pub(crate) fn place_in(frame: &str) -> Option<SourcePosition> {
        let files = [ModuleFormat::CommonJs, ModuleFormat::EsModule];
        let mut paths = files.map(ModuleFormat::path).into_iter();
        let path = paths.find(|path| frame.contains(&format!("{path}:")))?;
        let place = &frame[frame.find(path)? + path.len() + 1..];
        let (line, column) = place.trim_end_matches(')').split_once(':')?;
        Some(SourcePosition {
            line: line.parse().ok()?,
            column: column.parse().ok()?,
        })
    }
}

/// Takes out the constructors of an error's own classes, which V8 does not show.
fn leave_out_constructors(frames: &mut Vec<String>, error: &JsObject) {
    let mut next = error.prototype();
    let mut shown = 0;
    while let Some(class) = next.filter(|_| shown < frames.len()) {
        let name = class_name(&class).unwrap_or_default();
        let is_own = |frame: &str| {
            ["", "new "]
                .iter()
                .any(|new| frame.starts_with(&format!("    at {new}{name} (")))
        };
        shown += frames[shown..]
            .iter()
            .take_while(|frame| !name.is_empty() && is_own(frame))
            .count();
        next = class.prototype();
    }
    frames.drain(..shown);
}

/// Path, line and column of a frame of boa's.
fn place_of(frame: &str) -> Option<(&str, u32, u32)> {
    let (_, place) = frame.rsplit_once(" (")?;
    let (path_and_line, column) = place.strip_suffix(')')?.rsplit_once(':')?;
    let (path, line) = path_and_line.rsplit_once(':')?;
    Some((path, line.parse().ok()?, column.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_speak_of_the_readers_lines() {
        let map = SourceMap::new(ModuleFormat::CommonJs, 1);
        let stack = "TypeError: x (native at boa.rs:1:2)\n    at inner (/var/task/index.js:6:12)\n    at sort (native)\n    \
                     at <main> (/var/task/index.js:3:7)\n    at <main> (/var/task/index.js:1:1)";
        assert_eq!(
            map.frames(stack),
            [
                "    at inner (/var/task/index.js:5:12)",
                "    at Array.sort (<anonymous>)",
                "    at Object.<anonymous> (/var/task/index.js:2:7)"
            ]
        );
        let place = SourcePosition {
            line: 5,
            column: 12,
        };
        assert_eq!(SourceMap::place_in(&map.frames(stack)[0]), Some(place));
    }

    #[test]
    fn what_was_put_into_a_line_is_not_counted() {
        let mut map = SourceMap::new(ModuleFormat::CommonJs, 1);
        map.insert(2, 5, 10);
        for (column, expected) in [(4, 4), (5, 5), (15, 5), (16, 6)] {
            let place = map.place(2, column).map(|place| place.column);
            assert_eq!(place, Some(expected));
        }
    }
}
