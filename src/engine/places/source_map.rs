//! From places in the text that boa runs to places in the reader's file, and from boa's frames to Node's.

use std::collections::BTreeMap;

use boa_engine::ast::Position;
use boa_engine::{Context, JsObject};
use domain::lambda::{ModuleFormat, SourcePosition};

use super::messages;
use crate::error_stack::header;
use crate::host::Host;

/// What is known of the reader's text while its code runs.
#[derive(Clone, Debug, Default)]
pub(crate) struct SourceMap {
    format: ModuleFormat,
    /// Lines that stand before the reader's first.
    lines_before: u32,
    /// Text that was put into a line: line and column where it stands in the text that runs, and its length.
    insertions: Vec<(u32, u32, u32)>,
    /// Functions, inner ones after those around them.
    functions: Vec<FunctionRegion>,
    /// What is called or made at a place in the text that runs.
    sites: BTreeMap<(u32, u32), Site>,
    /// What the marks guard, by their numbers.
    guards: Vec<Guard>,
    /// Where names stand, in the order of the text.
    names: Vec<NameUse>,
    /// Names that an ES module imports, and from where.
    imports: Vec<(String, String)>,
}

/// Where a function stands in the reader's file, and what Node.js calls it in a trace.
#[derive(Clone, Debug)]
pub(crate) struct FunctionRegion {
    pub(crate) from: SourcePosition,
    pub(crate) to: SourcePosition,
    pub(crate) name: String,
}

/// A place at which a name stands.
#[derive(Clone, Debug)]
pub(crate) struct NameUse {
    pub(crate) name: String,
    pub(crate) place: SourcePosition,
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

    pub(crate) fn set_functions(&mut self, functions: Vec<FunctionRegion>) {
        self.functions = functions;
    }

    pub(crate) fn set_imports(&mut self, imports: Vec<(String, String)>) {
        self.imports = imports;
    }

    /// The module that a name is imported from.
    pub(crate) fn imported_from(&self, name: &str) -> Option<&str> {
        let found = self.imports.iter().find(|(other, _)| other == name);
        found.map(|(_, module)| module.as_str())
    }

    pub(crate) fn set_names(&mut self, names: Vec<NameUse>) {
        self.names = names;
    }

    pub(crate) fn add_site(&mut self, line: u32, column: u32, site: Site) {
        self.sites.insert((line, column), site);
    }

    pub(crate) fn set_guards(&mut self, guards: Vec<Guard>) {
        self.guards = guards;
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
        if let Some((name, called)) = &*Host::of(context).handler_names.borrow()
            && let Some(outermost) = own.last_mut()
        {
            // The runtime client calls the handler as a member of its own.
            let from = format!("    at {name} (");
            let to = match name == called {
                true => format!("    at Runtime.{name} ("),
                false => format!("    at Runtime.{name} [as {called}] ("),
            };
            if !name.is_empty() && outermost.starts_with(&from) {
                *outermost = outermost.replacen(&from, &to, 1);
            }
        }
        if let Some(message) = messages::of(error) {
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
        }
        let mut stack = header(error, context);
        for frame in own {
            stack.push('\n');
            stack.push_str(&frame);
        }
        stack
    }

    /// Node's text for a message of boa's, and the better place where boa's is only near.
    fn text_and_place(
        &self,
        message: &str,
        subject: Option<&str>,
        from: Option<SourcePosition>,
    ) -> (Option<String>, Option<SourcePosition>) {
        if message == "access of uninitialized binding" {
            let used = from.and_then(|from| self.used_too_early(from));
            let text =
                used.map(|used| format!("Cannot access '{}' before initialization", used.name));
            return (text, used.map(|used| used.place));
        }
        let text = messages::text_of_node(message, subject);
        let name = text.as_deref().unwrap_or(message);
        let name = name.strip_suffix(" is not defined");
        let used = from
            .zip(name)
            .and_then(|(from, name)| self.used(from, name));
        let place = used.map(|used| used.place);
        (text, place)
    }

    /// The innermost function around a place.
    fn function_at(&self, place: SourcePosition) -> Option<usize> {
        let at = (place.line, place.column);
        self.functions.iter().rposition(|region| {
            (region.from.line, region.from.column) <= at && at < (region.to.line, region.to.column)
        })
    }

    /// The first use of a name behind a place and in the same function: boa keeps a place before it.
    fn used(&self, from: SourcePosition, name: &str) -> Option<&NameUse> {
        let function = self.function_at(from);
        self.names.iter().find(|used| {
            used.name == name
                && (used.place.line, used.place.column) >= (from.line, from.column)
                && self.function_at(used.place) == function
        })
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

    /// The frames of a stack as boa prints it, in Node's form and with the reader's places.
    pub(crate) fn frames(&self, stack: &str) -> Vec<String> {
        let frames = stack.lines().filter_map(|line| self.frame(line));
        frames.take(10).collect()
    }

    fn frame(&self, line: &str) -> Option<String> {
        let called = line.trim_start().strip_prefix("at ")?;
        let Some((path, line, column)) = place_of(line) else {
            let (function, _) = called.rsplit_once(" (native")?;
            return native_frame(function);
        };
        if path != self.format.path() {
            return None;
        }
        let place = self.place(line, column)?;
        let (function, _) = called.rsplit_once(" (")?;
        let place_text = format!("{}:{}:{}", self.name(), place.line, place.column);
        Some(match self.function_name(function, place) {
            Some(name) => format!("    at {name} ({place_text})"),
            None => format!("    at {place_text}"),
        })
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

/// Path, line and column of a frame of boa's.
fn place_of(frame: &str) -> Option<(&str, u32, u32)> {
    let (_, place) = frame.rsplit_once(" (")?;
    let (path_and_line, column) = place.strip_suffix(')')?.rsplit_once(':')?;
    let (path, line) = path_and_line.rsplit_once(':')?;
    Some((path, line.parse().ok()?, column.parse().ok()?))
}

/// A built-in function that called the reader's, as Node.js shows it.
fn native_frame(function: &str) -> Option<String> {
    let owner = match function {
        "map" | "forEach" | "filter" | "reduce" | "reduceRight" | "some" | "every" | "find"
        | "findIndex" | "flatMap" | "sort" => "Array.",
        "parse" | "stringify" => "JSON.",
        _ => return None,
    };
    Some(format!("    at {owner}{function} (<anonymous>)"))
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
