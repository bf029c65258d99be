//! `util.inspect`: a value as Node.js prints it. Getters are named, never called.

use boa_engine::builtins::promise::PromiseState;
use boa_engine::object::builtins::{JsDate, JsMap, JsPromise, JsRegExp, JsSet};
use boa_engine::property::PropertyKey;
use boa_engine::{Context, JsObject, JsResult, JsValue, js_string};

use crate::errors;
use crate::host::Host;

/// How many levels of objects are opened.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Depth(usize);

impl Depth {
    /// `console.log(value)`
    pub(crate) const DEFAULT: Depth = Depth(2);
    /// `%s`
    pub(crate) const SHALLOW: Depth = Depth(0);
    /// `%o`
    pub(crate) const DEEP: Depth = Depth(4);
    /// A cell of `console.table`.
    pub(crate) const CELL: Depth = Depth(0);

    /// The member `depth` of options.
    pub(crate) fn of_option(options: &JsObject, context: &mut Context) -> JsResult<Depth> {
        let depth = options.get(js_string!("depth"), context)?;
        Ok(match depth.as_number() {
            Some(depth) if depth.is_finite() => Depth(depth.max(0.0) as usize),
            None if depth.is_undefined() => Depth::DEFAULT,
            _ => Depth(usize::MAX),
        })
    }
}

/// Lines are broken beyond this length, and objects are put on one line only when they hold few levels.
const BREAK_LENGTH: usize = 80;
const LEVELS_ON_ONE_LINE: usize = 3;
const MAX_ITEMS: usize = 100;
/// Work that each printed value costs.
const UNITS_PER_VALUE: u64 = 10;

/// The text of a value.
pub(crate) fn inspect(value: &JsValue, depth: Depth, context: &mut Context) -> JsResult<String> {
    let mut printer = Printer {
        depth: depth.0,
        indentation: 0,
        deepest: 0,
        path: Vec::new(),
        circular: Vec::new(),
    };
    printer.value(value, 0, context)
}

struct Printer {
    depth: usize,
    indentation: usize,
    /// The level of the object that was opened last: tells how many levels lie within the current one.
    deepest: usize,
    /// The objects that are open, outermost first.
    path: Vec<JsObject>,
    /// Objects that were met inside themselves; the position is their number.
    circular: Vec<JsObject>,
}

impl Printer {
    fn value(&mut self, value: &JsValue, level: usize, context: &mut Context) -> JsResult<String> {
        Host::of(context).meter.charge(UNITS_PER_VALUE, context)?;
        if let Some(string) = value.as_string() {
            return Ok(quote(&string.to_std_string_lossy()));
        }
        if let Some(number) = value.as_number()
            && number == 0.0
            && number.is_sign_negative()
        {
            return Ok("-0".to_owned());
        }
        match value.as_object() {
            Some(object) => self.object(&object, level, context),
            None => Ok(value.display().to_string()),
        }
    }

    fn object(
        &mut self,
        object: &JsObject,
        level: usize,
        context: &mut Context,
    ) -> JsResult<String> {
        if self.path.iter().any(|open| JsObject::equals(open, object)) {
            let known = self
                .circular
                .iter()
                .position(|other| JsObject::equals(other, object));
            let number = known.unwrap_or_else(|| {
                self.circular.push(object.clone());
                self.circular.len() - 1
            });
            return Ok(format!("[Circular *{}]", number + 1));
        }
        let name = class_name(object);
        if level > self.depth && !object.is_callable() {
            return Ok(match name {
                _ if object.is_array() => "[Array]".to_owned(),
                Some(name) => format!("[{name}]"),
                None => "[Object: null prototype]".to_owned(),
            });
        }
        self.path.push(object.clone());
        self.deepest = level;
        let shape = self.open(object, name.as_deref(), level, context);
        self.path.pop();
        let Shape {
            base,
            braces,
            mut entries,
        } = shape?;
        self.properties(object, level, &mut entries, context)?;
        let text = self.join(&base, braces, &entries, level);
        Ok(
            match self
                .circular
                .iter()
                .position(|other| JsObject::equals(other, object))
            {
                Some(number) => format!("<ref *{}> {text}", number + 1),
                None => text,
            },
        )
    }

    /// What a kind of object prints besides its properties.
    fn open(
        &mut self,
        object: &JsObject,
        name: Option<&str>,
        level: usize,
        context: &mut Context,
    ) -> JsResult<Shape> {
        if object.is_array() {
            let prefix = match name {
                Some("Array") => String::new(),
                other => format!(
                    "{}({}) ",
                    other.unwrap_or("[Array: null prototype]"),
                    length(object, context)?
                ),
            };
            return Ok(Shape::list(prefix, self.items(object, level, context)?));
        }
        if object.is_callable() {
            return Ok(Shape::only(function(object, name)));
        }
        if object.is::<boa_engine::builtins::error::Error>() {
            let report = errors::describe_value(&object.clone().into(), context);
            return Ok(Shape::only(report.stack.join("\n")));
        }
        if let Ok(date) = JsDate::from_object(object.clone()) {
            let text = date
                .to_iso_string(context)
                .ok()
                .and_then(|text| text.as_string());
            return Ok(Shape::only(text.map_or_else(
                || "Invalid Date".to_owned(),
                |t| t.to_std_string_lossy(),
            )));
        }
        if let Ok(expression) = JsRegExp::from_object(object.clone()) {
            let (source, flags) = (expression.source(context)?, expression.flags(context)?);
            return Ok(Shape::only(format!("/{source}/{flags}")));
        }
        if let Ok(promise) = JsPromise::from_object(object.clone()) {
            let inside = match promise.state() {
                PromiseState::Pending => "<pending>".to_owned(),
                PromiseState::Fulfilled(value) => self.nested(&value, level, context)?,
                PromiseState::Rejected(reason) => {
                    format!("<rejected> {}", self.nested(&reason, level, context)?)
                }
            };
            return Ok(Shape::braces("Promise ".to_owned(), vec![inside]));
        }
        if let Ok(map) = JsMap::from_object(object.clone()) {
            let mut pairs = Vec::new();
            map.for_each_native(|key, value| {
                pairs.push((key, value));
                Ok(())
            })?;
            let mut entries = Vec::new();
            for (key, value) in &pairs {
                let key = self.nested(key, level, context)?;
                entries.push(format!("{key} => {}", self.nested(value, level, context)?));
            }
            return Ok(Shape::braces(
                format!("{}({}) ", name.unwrap_or("Map"), pairs.len()),
                entries,
            ));
        }
        if let Ok(set) = JsSet::from_object(object.clone()) {
            let mut values = Vec::new();
            set.for_each_native(|value| {
                values.push(value);
                Ok(())
            })?;
            let entries = values
                .iter()
                .map(|value| self.nested(value, level, context))
                .collect::<JsResult<Vec<_>>>()?;
            return Ok(Shape::braces(
                format!("{}({}) ", name.unwrap_or("Set"), values.len()),
                entries,
            ));
        }
        if object.is::<boa_engine::builtins::typed_array::TypedArray>() {
            let prefix = format!(
                "{}({}) ",
                name.unwrap_or("TypedArray"),
                length(object, context)?
            );
            return Ok(Shape::list(prefix, self.items(object, level, context)?));
        }
        let prefix = match name {
            Some("Object") => String::new(),
            Some(name) => format!("{name} "),
            None => "[Object: null prototype] ".to_owned(),
        };
        Ok(Shape::braces(prefix, Vec::new()))
    }

    fn nested(&mut self, value: &JsValue, level: usize, context: &mut Context) -> JsResult<String> {
        self.indentation += 2;
        let text = self.value(value, level + 1, context);
        self.indentation -= 2;
        text
    }

    /// The elements of an array, holes counted, at most a hundred.
    fn items(
        &mut self,
        object: &JsObject,
        level: usize,
        context: &mut Context,
    ) -> JsResult<Vec<String>> {
        let length = length(object, context)?;
        let is_list = object.is_array();
        let mut items = Vec::new();
        let (mut index, mut holes) = (0, 0);
        let flush = |items: &mut Vec<String>, holes: &mut usize| {
            if *holes > 0 {
                items.push(format!(
                    "<{holes} empty item{}>",
                    if *holes == 1 { "" } else { "s" }
                ));
                *holes = 0;
            }
        };
        while index < length && items.len() < MAX_ITEMS {
            if is_list && !object.has_own_property(index as u64, context)? {
                Host::of(context).meter.charge(1, context)?;
                holes += 1;
            } else {
                flush(&mut items, &mut holes);
                let value = object.get(index as u64, context)?;
                items.push(self.nested(&value, level, context)?);
            }
            index += 1;
        }
        flush(&mut items, &mut holes);
        if index < length {
            let more = length - index;
            items.push(format!(
                "... {more} more item{}",
                if more == 1 { "" } else { "s" }
            ));
        }
        Ok(items)
    }

    /// Own enumerable properties, without the elements of lists.
    fn properties(
        &mut self,
        object: &JsObject,
        level: usize,
        entries: &mut Vec<String>,
        context: &mut Context,
    ) -> JsResult<()> {
        let is_list =
            object.is_array() || object.is::<boa_engine::builtins::typed_array::TypedArray>();
        self.path.push(object.clone());
        for key in object.own_property_keys(context)? {
            if is_list && matches!(key, PropertyKey::Index(_)) {
                continue;
            }
            let Some(property) = object.borrow().properties().get(&key) else {
                continue;
            };
            if !property.enumerable().unwrap_or(false) {
                continue;
            }
            let text = match (property.value(), property.get(), property.set()) {
                (Some(value), ..) => self.nested(value, level, context)?,
                (None, Some(get), Some(set)) if !get.is_undefined() && !set.is_undefined() => {
                    "[Getter/Setter]".to_owned()
                }
                (None, Some(get), _) if !get.is_undefined() => "[Getter]".to_owned(),
                _ => "[Setter]".to_owned(),
            };
            entries.push(format!("{}: {text}", key_text(&key)));
        }
        self.path.pop();
        Ok(())
    }

    /// Everything on one line if it is short and not too deep, one entry a line otherwise.
    fn join(
        &self,
        base: &str,
        braces: Option<(&str, &str)>,
        entries: &[String],
        level: usize,
    ) -> String {
        let Some((open, close)) = braces.or(if entries.is_empty() {
            None
        } else {
            Some(("{", "}"))
        }) else {
            return base.to_owned();
        };
        // A prefix ends in its own space; a text such as a function's needs one.
        let base = if base.is_empty() || base.ends_with(' ') {
            base.to_owned()
        } else {
            format!("{base} ")
        };
        if entries.is_empty() {
            return format!("{base}{open}{close}");
        }
        if self.deepest - level.min(self.deepest) < LEVELS_ON_ONE_LINE {
            let letters: usize = entries.iter().map(|entry| entry.chars().count()).sum();
            let around = entries.len() * 2 + self.indentation + open.len() + base.len() + 10;
            if letters + around <= BREAK_LENGTH && !entries.iter().any(|entry| entry.contains('\n'))
            {
                return format!("{base}{open} {} {close}", entries.join(", "));
            }
        }
        let indentation = format!("\n{}", " ".repeat(self.indentation));
        format!(
            "{base}{open}{indentation}  {}{indentation}{close}",
            entries.join(&format!(",{indentation}  "))
        )
    }
}

struct Shape {
    base: String,
    braces: Option<(&'static str, &'static str)>,
    entries: Vec<String>,
}

impl Shape {
    fn only(base: String) -> Shape {
        Shape {
            base,
            braces: None,
            entries: Vec::new(),
        }
    }

    fn list(base: String, entries: Vec<String>) -> Shape {
        Shape {
            base,
            braces: Some(("[", "]")),
            entries,
        }
    }

    fn braces(base: String, entries: Vec<String>) -> Shape {
        Shape {
            base,
            braces: Some(("{", "}")),
            entries,
        }
    }
}

/// The name of the class that an object is of; `None` for one without a prototype.
fn class_name(object: &JsObject) -> Option<String> {
    let mut next = Some(object.clone());
    while let Some(current) = next {
        let constructor = current
            .borrow()
            .properties()
            .get(&js_string!("constructor").into());
        let function =
            constructor.and_then(|property| property.value().and_then(JsValue::as_object));
        if let Some(name) = function.and_then(|function| own_text(&function, "name"))
            && !name.is_empty()
        {
            return Some(name);
        }
        next = current.prototype();
    }
    None
}

fn own_text(object: &JsObject, key: &str) -> Option<String> {
    let property = object.borrow().properties().get(&js_string!(key).into())?;
    Some(property.value()?.as_string()?.to_std_string_lossy())
}

/// `[Function: name]`, or `[class Name extends Base]` for what was written as a class.
fn function(object: &JsObject, kind: Option<&str>) -> String {
    let name = own_text(object, "name").filter(|name| !name.is_empty());
    // Of what is written in JavaScript only a class has a prototype that cannot be replaced.
    let prototype = object
        .borrow()
        .properties()
        .get(&js_string!("prototype").into());
    let is_written = object.is::<boa_engine::builtins::function::OrdinaryFunction>();
    if is_written && prototype.is_some_and(|prototype| prototype.writable() == Some(false)) {
        let base = object.prototype().and_then(|base| own_text(&base, "name"));
        let extends = base
            .filter(|base| !base.is_empty())
            .map_or_else(String::new, |base| format!(" extends {base}"));
        return format!(
            "[class {}{extends}]",
            name.as_deref().unwrap_or("(anonymous)")
        );
    }
    let kind = kind
        .filter(|kind| kind.ends_with("Function"))
        .unwrap_or("Function");
    match name {
        Some(name) => format!("[{kind}: {name}]"),
        None => format!("[{kind} (anonymous)]"),
    }
}

fn length(object: &JsObject, context: &mut Context) -> JsResult<usize> {
    Ok(object
        .get(js_string!("length"), context)?
        .to_length(context)? as usize)
}

fn key_text(key: &PropertyKey) -> String {
    match key {
        PropertyKey::Symbol(symbol) => {
            format!("[{}]", symbol.descriptive_string().to_std_string_lossy())
        }
        PropertyKey::Index(index) => format!("'{}'", index.get()),
        PropertyKey::String(name) => {
            let name = name.to_std_string_lossy();
            let is_name = name
                .chars()
                .next()
                .is_some_and(|first| first.is_ascii_alphabetic() || first == '_')
                && name
                    .chars()
                    .all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
            if is_name { name } else { quote(&name) }
        }
    }
}

/// A string in single quotes, or in others where that saves escapes.
fn quote(text: &str) -> String {
    let mark = match text {
        _ if !text.contains('\'') => '\'',
        _ if !text.contains('"') => '"',
        _ if !text.contains('`') && !text.contains("${") => '`',
        _ => '\'',
    };
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push(mark);
    for letter in text.chars() {
        match letter {
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            '\r' => quoted.push_str("\\r"),
            '\u{8}' => quoted.push_str("\\b"),
            '\u{c}' => quoted.push_str("\\f"),
            '\u{b}' => quoted.push_str("\\v"),
            '\\' => quoted.push_str("\\\\"),
            letter if letter == mark => {
                quoted.push('\\');
                quoted.push(letter);
            }
            letter if (letter as u32) < 32 || letter == '\u{7f}' => {
                quoted.push_str(&format!("\\x{:02X}", letter as u32));
            }
            letter => quoted.push(letter),
        }
    }
    quoted.push(mark);
    quoted
}
