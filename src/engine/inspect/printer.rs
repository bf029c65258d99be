//! One value after the other, objects within objects.

use boa_engine::builtins::typed_array::TypedArray;
use boa_engine::object::builtins::{
    JsArrayBuffer, JsDataView, JsDate, JsMap, JsPromise, JsRegExp, JsSet, JsWeakMap, JsWeakSet,
};
use boa_engine::property::PropertyKey;
use boa_engine::{Context, JsObject, JsResult, JsSymbol, JsValue, js_string};

use super::kinds::{boxed, length};
use super::layout::{Frame, Layout};
use super::names::{constructor_name, descriptor, function_text, prefix, tag_of};
use super::options::Options;
use super::text::{key_text, quote};
use crate::errors::is_error;
use crate::host::Host;

/// Work that each printed value costs.
const UNITS_PER_VALUE: u64 = 10;
/// Letters that are worth a unit of work.
const LETTERS_PER_UNIT: u64 = 8;
/// Strings up to this length are never broken into lines.
const SHORT_STRING: usize = 16;

pub(super) struct Printer {
    pub(super) options: Options,
    pub(super) indentation: usize,
    /// The level of the object that was opened last: tells how many levels lie within the current one.
    deepest: usize,
    /// The objects that are open, outermost first.
    path: Vec<JsObject>,
    /// Objects that were met inside themselves; the position is their number.
    circular: Vec<JsObject>,
    /// The name of the method by which objects print themselves.
    pub(super) custom: JsSymbol,
}

/// What an object prints, before its entries are joined.
struct Shape {
    frame: Frame,
    entries: Vec<String>,
    /// Members that are printed behind the entries.
    keys: Vec<PropertyKey>,
    /// Set for lists: whether all elements are numbers.
    columns: Option<bool>,
}

enum Opened {
    /// There is nothing more to it.
    Text(String),
    Shape(Shape),
}

impl Printer {
    pub(super) fn new(options: &Options, context: &mut Context) -> JsResult<Printer> {
        Ok(Printer {
            options: options.clone(),
            indentation: 0,
            deepest: 0,
            path: Vec::new(),
            circular: Vec::new(),
            custom: crate::node::inspect_symbol(context)?,
        })
    }

    pub(super) fn value(
        &mut self,
        value: &JsValue,
        level: usize,
        context: &mut Context,
    ) -> JsResult<String> {
        Host::of(context).meter.charge(UNITS_PER_VALUE, context)?;
        if let Some(string) = value.as_string() {
            let units = string.to_vec();
            Host::of(context)
                .meter
                .charge(units.len() as u64 / LETTERS_PER_UNIT, context)?;
            return Ok(self.string(&units));
        }
        if let Some(symbol) = value.as_symbol() {
            return Ok(symbol.descriptive_string().to_std_string_lossy());
        }
        let is_negative_zero = value
            .as_number()
            .is_some_and(|number| number == 0.0 && number.is_sign_negative());
        match value.as_object() {
            Some(object) => self.object(&object, level, context),
            None if is_negative_zero => Ok("-0".to_owned()),
            None => Ok(value.display().to_string()),
        }
    }

    /// A string in quotes; a long one with line breaks is broken there.
    fn string(&self, text: &[u16]) -> String {
        let most = self.options.max_string_length;
        let (shown, rest) = text.split_at(text.len().min(most));
        let more = match rest.len() {
            0 => String::new(),
            1 => "... 1 more character".to_owned(),
            count => format!("... {count} more characters"),
        };
        let room = self.options.break_length - self.indentation as f64 - 4.0;
        if self.options.compact > 0 && shown.len() > SHORT_STRING && shown.len() as f64 > room {
            let lines: Vec<String> = shown
                .split_inclusive(|unit| *unit == u16::from(b'\n'))
                .map(quote)
                .collect();
            let between = format!(" +\n{}", " ".repeat(self.indentation + 2));
            return format!("{}{more}", lines.join(&between));
        }
        format!("{}{more}", quote(shown))
    }

    /// A value within the object of this level.
    pub(super) fn nested(
        &mut self,
        value: &JsValue,
        level: usize,
        context: &mut Context,
    ) -> JsResult<String> {
        self.indentation += 2;
        let text = self.value(value, level + 1, context);
        self.indentation -= 2;
        text
    }

    fn object(
        &mut self,
        object: &JsObject,
        level: usize,
        context: &mut Context,
    ) -> JsResult<String> {
        if let Some(text) = self.by_itself(object, level, context)? {
            return Ok(text);
        }
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
        let constructor = constructor_name(object, context)?;
        let tag = tag_of(object, context)?;
        let opened = self.open(object, constructor.as_deref(), &tag, level, context)?;
        let mut shape = match opened {
            Opened::Text(text) => return Ok(text),
            Opened::Shape(shape) => shape,
        };
        if self
            .options
            .depth
            .0
            .is_some_and(|depth| level as i64 > depth)
        {
            let fallback = if object.is_array() { "Array" } else { "Object" };
            let name = prefix(constructor.as_deref(), &tag, fallback, "");
            return Ok(format!("[{}]", name.trim_end()));
        }
        self.path.push(object.clone());
        self.deepest = level;
        let entries = self.entries(object, &mut shape, level, context);
        self.path.pop();
        let entries = entries?;
        let number = self
            .circular
            .iter()
            .position(|other| JsObject::equals(other, object));
        if let Some(number) = number {
            let reference = format!("<ref *{}>", number + 1);
            shape.frame.base = match shape.frame.base.as_str() {
                "" => reference,
                base => format!("{reference} {base}"),
            };
        }
        let layout = Layout {
            indentation: self.indentation,
            break_length: self.options.break_length,
            compact: self.options.compact,
            max_array_length: self.options.max_array_length,
            inner_levels: self.deepest.saturating_sub(level),
        };
        Ok(layout.join(entries, &shape.frame, shape.columns))
    }

    /// The entries of an object: what its kind prints, then its members.
    fn entries(
        &mut self,
        object: &JsObject,
        shape: &mut Shape,
        level: usize,
        context: &mut Context,
    ) -> JsResult<Vec<String>> {
        let mut entries = std::mem::take(&mut shape.entries);
        if let Ok(map) = JsMap::from_object(object.clone()) {
            entries = self.map(&map, level, context)?;
        } else if let Ok(set) = JsSet::from_object(object.clone()) {
            entries = self.set(&set, level, context)?;
        } else if let Ok(promise) = JsPromise::from_object(object.clone()) {
            entries = vec![self.promise(&promise, level, context)?];
        } else if shape.columns.is_some() {
            let count = length(object, context)?;
            entries = self.items(object, count, level, context)?;
        }
        let mut members = Vec::new();
        for key in std::mem::take(&mut shape.keys) {
            members.push(self.member(object, &key, level, context)?);
        }
        if self.options.sorted {
            members.sort_unstable();
        }
        entries.extend(members);
        Ok(entries)
    }

    /// A member with its key.
    fn member(
        &mut self,
        object: &JsObject,
        key: &PropertyKey,
        level: usize,
        context: &mut Context,
    ) -> JsResult<String> {
        let Some(own) = descriptor(object, key, context)? else {
            let value = object.get(key.clone(), context)?;
            return Ok(format!(
                "{}: {}",
                key_text(key),
                self.nested(&value, level, context)?
            ));
        };
        let is_there = |accessor: Option<&JsValue>| accessor.is_some_and(|it| !it.is_undefined());
        let text = match own.value() {
            Some(value) => self.nested(value, level, context)?,
            None => match (is_there(own.get()), is_there(own.set())) {
                (true, true) => "[Getter/Setter]".to_owned(),
                (true, false) => "[Getter]".to_owned(),
                (false, true) => "[Setter]".to_owned(),
                (false, false) => "undefined".to_owned(),
            },
        };
        let name = match (own.enumerable(), key) {
            (Some(false), PropertyKey::String(name)) => format!("[{}]", name.to_std_string_lossy()),
            (Some(false), PropertyKey::Index(index)) => format!("[{}]", index.get()),
            _ => key_text(key),
        };
        Ok(format!("{name}: {text}"))
    }

    /// The members that are printed. `without_elements` leaves out what lists print themselves.
    fn keys(
        &self,
        object: &JsObject,
        without_elements: bool,
        context: &mut Context,
    ) -> JsResult<Vec<PropertyKey>> {
        let mut keys = Vec::new();
        for key in object.own_property_keys(context)? {
            if without_elements && matches!(key, PropertyKey::Index(_)) {
                continue;
            }
            let is_shown = self.options.show_hidden
                || match descriptor(object, &key, context)? {
                    Some(own) => own.enumerable().unwrap_or(false),
                    None => true,
                };
            if is_shown {
                keys.push(key);
            }
        }
        Ok(keys)
    }

    /// What a kind of object prints.
    fn open(
        &mut self,
        object: &JsObject,
        constructor: Option<&str>,
        tag: &str,
        level: usize,
        context: &mut Context,
    ) -> JsResult<Opened> {
        let frame = |base: String, open: String, close| Frame { base, open, close };
        let whole = |frame: Frame, entries: Vec<String>, keys| {
            Ok(Opened::Shape(Shape {
                frame,
                entries,
                keys,
                columns: None,
            }))
        };
        let is_typed = object.is::<TypedArray>();
        if object.is_array() || is_typed {
            let keys = self.keys(object, true, context)?;
            let keys = match self.options.show_hidden {
                true if is_typed => Vec::new(),
                _ => keys,
            };
            let count = length(object, context)?;
            let open = match constructor {
                Some("Array") if tag.is_empty() => "[".to_owned(),
                _ => {
                    let fallback = if is_typed { tag } else { "Array" };
                    let size = format!("({count})");
                    format!("{}[", prefix(constructor, tag, fallback, &size))
                }
            };
            if count == 0 && keys.is_empty() {
                return Ok(Opened::Text(format!("{open}]")));
            }
            let mut are_numbers = true;
            for index in 0..count.min(self.options.max_array_length) {
                let value = object.get(index as u64, context)?;
                if !(value.is_number() || value.is_bigint()) {
                    are_numbers = false;
                    break;
                }
            }
            return Ok(Opened::Shape(Shape {
                frame: frame(String::new(), open, "]"),
                entries: Vec::new(),
                columns: Some(are_numbers && keys.is_empty()),
                keys,
            }));
        }
        let mut keys = self.keys(object, false, context)?;
        let braces = |fallback: &str, size: &str| {
            let open = format!("{}{{", prefix(constructor, tag, fallback, size));
            frame(String::new(), open, "}")
        };
        // A base that stands alone, or before the members in braces.
        let based = |base: String, keys: Vec<PropertyKey>| match keys.is_empty() {
            true => Ok(Opened::Text(base)),
            false => whole(frame(base, "{".to_owned(), "}"), Vec::new(), keys),
        };
        if object.is_callable() {
            let base = function_text(object, constructor, tag, context)?;
            if self.options.show_hidden {
                keys.retain(|key| *key != PropertyKey::from(js_string!("arguments")));
            }
            return based(base, keys);
        }
        if is_error(object, context) {
            let base = self.error(object, constructor, tag, &mut keys, context)?;
            return based(base, keys);
        }
        if let Ok(map) = JsMap::from_object(object.clone()) {
            let size = map.get_size(context)?.display().to_string();
            return match size == "0" && keys.is_empty() {
                true => Ok(Opened::Text(format!("{}}}", braces("Map", "(0)").open))),
                false => whole(braces("Map", &format!("({size})")), Vec::new(), keys),
            };
        }
        if let Ok(set) = JsSet::from_object(object.clone()) {
            let size = set.size();
            return match size == 0 && keys.is_empty() {
                true => Ok(Opened::Text(format!("{}}}", braces("Set", "(0)").open))),
                false => whole(braces("Set", &format!("({size})")), Vec::new(), keys),
            };
        }
        if let Ok(date) = JsDate::from_object(object.clone()) {
            let text = date.to_iso_string(context).ok();
            let text = text.and_then(|text| text.as_string());
            let text = text.map_or_else(
                || "Invalid Date".to_owned(),
                |text| text.to_std_string_lossy(),
            );
            return based(named(constructor, tag, "Date", text), keys);
        }
        if let Ok(expression) = JsRegExp::from_object(object.clone()) {
            let source = crate::metered::source_of(&expression, context)?;
            let flags = expression.flags(context)?;
            let text = format!("/{source}/{flags}");
            return based(named(constructor, tag, "RegExp", text), keys);
        }
        if JsPromise::from_object(object.clone()).is_ok() {
            return whole(braces("Promise", ""), Vec::new(), keys);
        }
        if let Ok(buffer) = JsArrayBuffer::from_object(object.clone()) {
            return whole(braces("ArrayBuffer", ""), Printer::bytes(&buffer), keys);
        }
        if JsDataView::from_object(object.clone()).is_ok() {
            let shown = ["byteLength", "byteOffset", "buffer"].map(|name| js_string!(name).into());
            keys.splice(0..0, shown);
            return whole(braces("DataView", ""), Vec::new(), keys);
        }
        let is_weak_map = JsWeakMap::from_object(object.clone()).is_ok();
        if is_weak_map || JsWeakSet::from_object(object.clone()).is_ok() {
            let fallback = if is_weak_map { "WeakMap" } else { "WeakSet" };
            let unknown = vec!["<items unknown>".to_owned()];
            return whole(braces(fallback, ""), unknown, keys);
        }
        if let Some((kind, value)) = boxed(object) {
            if kind == "String" {
                keys.retain(|key| {
                    !matches!(key, PropertyKey::Index(_))
                        && *key != PropertyKey::from(js_string!("length"))
                });
            }
            let mut base = format!("[{kind}");
            match constructor {
                None => base.push_str(" (null prototype)"),
                Some(name) if name != kind => base.push_str(&format!(" ({name})")),
                Some(_) => {}
            }
            let inside = self.value(&value, level, context)?;
            base.push_str(&format!(": {inside}]"));
            if !tag.is_empty() && constructor != Some(tag) {
                base.push_str(&format!(" [{tag}]"));
            }
            return based(base, keys);
        }
        if is_arguments(object, context)? {
            let open = "[Arguments] {".to_owned();
            return whole(frame(String::new(), open, "}"), Vec::new(), keys);
        }
        let open = match constructor {
            Some("Object") if tag.is_empty() => "{".to_owned(),
            _ if tag == "Module" => format!("{}{{", prefix(constructor, "", "Module", "")),
            _ => braces("Object", "").open,
        };
        match keys.is_empty() {
            true => Ok(Opened::Text(format!("{open}}}"))),
            false => whole(frame(String::new(), open, "}"), Vec::new(), keys),
        }
    }
}

/// A text behind the name of a class that is not the usual one.
fn named(constructor: Option<&str>, tag: &str, usual: &str, text: String) -> String {
    match prefix(constructor, tag, usual, "") {
        name if name.trim_end() == usual => text,
        name => format!("{name}{text}"),
    }
}

/// Whether this is the `arguments` of a function.
fn is_arguments(object: &JsObject, context: &mut Context) -> JsResult<bool> {
    let own = |key: PropertyKey, context: &mut Context| {
        Ok::<bool, boa_engine::JsError>(
            descriptor(object, &key, context)?.is_some_and(|own| own.enumerable() == Some(false)),
        )
    };
    Ok(own(js_string!("callee").into(), context)?
        && own(js_string!("length").into(), context)?
        && own(JsSymbol::iterator().into(), context)?)
}
