//! `JSON.stringify`, paid for value by value, and of bounded depth: boa's own goes as deep as the machine's stack lasts,
//! which getters, `toJSON`, replacers and proxies can make endless.

use boa_engine::builtins::proxy::Proxy;
use boa_engine::object::FunctionObjectBuilder;
use boa_engine::object::builtins::JsFunction;
use boa_engine::property::{PropertyDescriptor, PropertyKey};
use boa_engine::{
    Context, JsBigInt, JsNativeError, JsObject, JsResult, JsString, JsValue, NativeFunction,
    js_string,
};

use crate::host::Host;
use crate::json_quote::quote;

/// How deeply nested a value may be. Node.js stands some thousands; so deep that a browser's stack lasts.
const MAX_DEPTH: usize = 800;

const UNITS_PER_VALUE: u64 = 2;
const LETTERS_PER_UNIT: u64 = 16;

/// The longest string of V8 on 64 bits.
const MAX_LETTERS: usize = (1 << 29) - 24;

/// What the function asks boa for, taken before the reader's code could change it: `Object.keys`, `Array.isArray` and
/// `JSON.isRawJSON`.
type Helpers = [JsObject; 3];

/// Replaces boa's function in the current realm.
pub(crate) fn install(context: &mut Context) -> JsResult<()> {
    let json = context.intrinsics().objects().json();
    let object = context.intrinsics().constructors().object().constructor();
    let array = context.intrinsics().constructors().array().constructor();
    let mut helper = |holder: &JsObject, name: &str| {
        let function = holder.get(js_string!(name), context)?;
        function.as_object().ok_or_else(crate::meter::stop)
    };
    let helpers: Helpers = [
        helper(&object, "keys")?,
        helper(&array, "isArray")?,
        helper(&json, "isRawJSON")?,
    ];
    let native = NativeFunction::from_copy_closure_with_captures(stringify, helpers);
    let function = FunctionObjectBuilder::new(context.realm(), native)
        .name(js_string!("stringify"))
        .length(3)
        .build();
    let property = PropertyDescriptor::builder()
        .value(function)
        .writable(true)
        .enumerable(false)
        .configurable(true);
    json.define_property_or_throw(js_string!("stringify"), property, context)?;
    Ok(())
}

fn stringify(
    _: &JsValue,
    arguments: &[JsValue],
    helpers: &Helpers,
    context: &mut Context,
) -> JsResult<JsValue> {
    let argument = |index: usize| arguments.get(index).cloned().unwrap_or_default();
    let mut writer = Writer {
        helpers,
        replacer: None,
        only: None,
        gap: String::new(),
        open: Vec::new(),
        text: String::new(),
    };
    if let Some(replacer) = argument(1).as_object() {
        if replacer.is_callable() {
            writer.replacer = JsFunction::from_object(replacer);
        } else if writer.is_array(&replacer, context)? {
            writer.only = Some(property_list(&replacer, context)?);
        }
    }
    writer.gap = gap(argument(2), context)?;
    let holder = JsObject::with_object_proto(context.intrinsics());
    holder.create_data_property_or_throw(js_string!(""), argument(0), context)?;
    let key = PropertyKey::from(js_string!(""));
    Ok(
        match writer.property(&key, &holder, argument(0), context)? {
            true => JsString::from(writer.text.as_str()).into(),
            false => JsValue::undefined(),
        },
    )
}

/// The names that a list as second argument allows.
fn property_list(replacer: &JsObject, context: &mut Context) -> JsResult<Vec<PropertyKey>> {
    let length = replacer.get(js_string!("length"), context)?;
    let length = length.to_length(context)?;
    let mut names: Vec<PropertyKey> = Vec::new();
    let mut known = std::collections::BTreeSet::new();
    for index in 0..length {
        Host::of(context).meter.charge(UNITS_PER_VALUE, context)?;
        let item = replacer.get(index, context)?;
        let boxed = item.as_object();
        let is_text = item.is_string()
            || item.is_number()
            || boxed.is_some_and(|object| object.is::<JsString>() || object.is::<f64>());
        if is_text {
            let name = item.to_string(context)?;
            if known.insert(name.to_vec()) {
                names.push(name.into());
            }
        }
    }
    Ok(names)
}

/// What each level is indented by.
fn gap(space: JsValue, context: &mut Context) -> JsResult<String> {
    let boxed = space.as_object();
    let space = match &boxed {
        Some(object) if object.is::<f64>() => space.to_number(context)?.into(),
        Some(object) if object.is::<JsString>() => space.to_string(context)?.into(),
        _ => space,
    };
    if let Some(number) = space.as_number() {
        return Ok(" ".repeat(number.clamp(0.0, 10.0) as usize));
    }
    Ok(space.as_string().map_or_else(String::new, |text| {
        String::from_utf16_lossy(&text.iter().take(10).collect::<Vec<u16>>())
    }))
}

/// An object or array that is open, and the key under which it stands.
struct Open {
    object: JsObject,
    key: PropertyKey,
}

struct Writer<'a> {
    helpers: &'a Helpers,
    replacer: Option<JsFunction>,
    only: Option<Vec<PropertyKey>>,
    gap: String,
    open: Vec<Open>,
    text: String,
}

impl Writer<'_> {
    /// Writes a value as what it is replaced by; `false` if JSON has nothing for it.
    fn property(
        &mut self,
        key: &PropertyKey,
        holder: &JsObject,
        value: JsValue,
        context: &mut Context,
    ) -> JsResult<bool> {
        let mut value = value;
        if value.is_object() || value.is_bigint() {
            let to_json = match value.as_object() {
                Some(object) => object.get(js_string!("toJSON"), context)?,
                None => {
                    let prototype = context.intrinsics().constructors().bigint().prototype();
                    prototype.get(js_string!("toJSON"), context)?
                }
            };
            if let Some(function) = to_json.as_callable() {
                value = function.call(&value, &[key_text(key)], context)?;
            }
        }
        if let Some(replacer) = self.replacer.clone() {
            value = replacer.call(&holder.clone().into(), &[key_text(key), value], context)?;
        }
        let before = self.text.len();
        let wrote = self.value(key, &value, context)?;
        let letters = (self.text.len() - before) as u64;
        // What is written by members inside was paid for by them; counting it again makes depth cost a little.
        let units = UNITS_PER_VALUE + letters.min(1 << 16) / LETTERS_PER_UNIT;
        Host::of(context).meter.charge(units, context)?;
        if self.text.len() > MAX_LETTERS {
            let error = JsNativeError::range().with_message("Invalid string length");
            return Err(error.into());
        }
        Ok(wrote)
    }

    fn value(
        &mut self,
        key: &PropertyKey,
        value: &JsValue,
        context: &mut Context,
    ) -> JsResult<bool> {
        let boxed = value.as_object();
        let unboxed = match &boxed {
            Some(object) if object.is::<f64>() => Some(JsValue::from(value.to_number(context)?)),
            Some(object) if object.is::<JsString>() => Some(value.to_string(context)?.into()),
            Some(object) if object.is::<bool>() => object
                .downcast_ref::<bool>()
                .map(|boolean| JsValue::from(*boolean)),
            Some(object) if object.is::<JsBigInt>() => return Err(no_bigint()),
            Some(object) if object.is_callable() => return Ok(false),
            Some(object) if object.prototype().is_none() && self.is_raw(value, context)? => {
                let raw = object.get(js_string!("rawJSON"), context)?;
                self.text
                    .push_str(&raw.to_string(context)?.to_std_string_lossy());
                return Ok(true);
            }
            Some(object) => {
                self.container(key, object, context)?;
                return Ok(true);
            }
            None => None,
        };
        let value = unboxed.as_ref().unwrap_or(value);
        if let Some(text) = value.as_string() {
            Host::of(context).meter.claim(text.len() as u64)?;
            quote(&text, &mut self.text);
        } else if let Some(number) = value.as_number() {
            match number.is_finite() {
                true => self
                    .text
                    .push_str(&value.to_string(context)?.to_std_string_lossy()),
                false => self.text.push_str("null"),
            }
        } else if let Some(boolean) = value.as_boolean() {
            self.text.push_str(if boolean { "true" } else { "false" });
        } else if value.is_null() {
            self.text.push_str("null");
        } else if value.is_bigint() {
            return Err(no_bigint());
        } else {
            return Ok(false);
        }
        Ok(true)
    }

    fn container(
        &mut self,
        key: &PropertyKey,
        object: &JsObject,
        context: &mut Context,
    ) -> JsResult<()> {
        let around = self
            .open
            .iter()
            .rposition(|open| JsObject::equals(&open.object, object));
        if let Some(first) = around {
            return Err(self.circle(first, key));
        }
        if self.open.len() == MAX_DEPTH {
            let error = JsNativeError::range().with_message("Maximum call stack size exceeded");
            return Err(error.into());
        }
        self.open.push(Open {
            object: object.clone(),
            key: key.clone(),
        });
        match self.is_array(object, context)? {
            true => self.array(object, context)?,
            false => self.object(object, context)?,
        }
        self.open.pop();
        Ok(())
    }

    fn array(&mut self, array: &JsObject, context: &mut Context) -> JsResult<()> {
        let length = array.get(js_string!("length"), context)?;
        let length = length.to_length(context)?;
        self.text.push('[');
        for index in 0..length {
            if index > 0 {
                self.text.push(',');
            }
            self.break_line(self.open.len());
            let value = array.get(index, context)?;
            if !self.property(&PropertyKey::from(index), array, value, context)? {
                self.text.push_str("null");
            }
        }
        if length > 0 {
            self.break_line(self.open.len() - 1);
        }
        self.text.push(']');
        Ok(())
    }

    fn object(&mut self, object: &JsObject, context: &mut Context) -> JsResult<()> {
        let names = match &self.only {
            Some(names) => names.clone(),
            None => self.names(object, context)?,
        };
        self.text.push('{');
        let mut is_first = true;
        for name in names {
            let value = object.get(name.clone(), context)?;
            let before = self.text.len();
            if !is_first {
                self.text.push(',');
            }
            self.break_line(self.open.len());
            if let Some(text) = key_text(&name).as_string() {
                quote(&text, &mut self.text);
            }
            self.text.push(':');
            if !self.gap.is_empty() {
                self.text.push(' ');
            }
            match self.property(&name, object, value, context)? {
                true => is_first = false,
                false => self.text.truncate(before),
            }
        }
        if !is_first {
            self.break_line(self.open.len() - 1);
        }
        self.text.push('}');
        Ok(())
    }

    /// The names of an object's own enumerable properties.
    fn names(&self, object: &JsObject, context: &mut Context) -> JsResult<Vec<PropertyKey>> {
        if object.is_ordinary() {
            let keys = object.own_property_keys(context)?;
            let object = object.borrow();
            let is_name = |key: &PropertyKey| {
                !matches!(key, PropertyKey::Symbol(_))
                    && (object.properties().get(key))
                        .is_some_and(|property| property.enumerable() == Some(true))
            };
            return Ok(keys.into_iter().filter(is_name).collect());
        }
        let [keys, ..] = self.helpers;
        let names = keys.call(&JsValue::undefined(), &[object.clone().into()], context)?;
        let names = names.as_object().ok_or_else(crate::meter::stop)?;
        let names = names.borrow();
        let names = names.properties().index_property_values();
        Ok(names
            .filter_map(|name| Some(PropertyKey::from(name.value()?.as_string()?)))
            .collect())
    }

    fn is_array(&self, object: &JsObject, context: &mut Context) -> JsResult<bool> {
        if !object.is::<Proxy>() {
            return Ok(object.is_array());
        }
        let [_, is_array, _] = self.helpers;
        let answer = is_array.call(&JsValue::undefined(), &[object.clone().into()], context)?;
        Ok(answer.to_boolean())
    }

    fn is_raw(&self, value: &JsValue, context: &mut Context) -> JsResult<bool> {
        let [.., is_raw] = self.helpers;
        let answer = is_raw.call(&JsValue::undefined(), std::slice::from_ref(value), context)?;
        Ok(answer.to_boolean())
    }

    /// A new line with the indentation of a level, where there is any.
    fn break_line(&mut self, level: usize) {
        if !self.gap.is_empty() {
            self.text.push('\n');
            for _ in 0..level {
                self.text.push_str(&self.gap);
            }
        }
    }

    /// V8's words for a value that holds itself; `first` is where it stands among those that are open.
    fn circle(&self, first: usize, key: &PropertyKey) -> boa_engine::JsError {
        let kind = |object: &JsObject| {
            let name = class_name(object);
            format!("object with constructor '{name}'")
        };
        let step = |key: &PropertyKey| match key {
            PropertyKey::Index(index) => format!("index {}", index.get()),
            key => format!("property '{key}'"),
        };
        let mut message = format!(
            "Converting circular structure to JSON\n    --> starting at {}",
            kind(&self.open[first].object)
        );
        // The first two steps, the last one, and three dots for what lies between.
        let between = &self.open[first + 1..];
        for (index, open) in between.iter().enumerate() {
            if index < 2 || index + 1 == between.len() {
                let line = format!("\n    |     {} -> {}", step(&open.key), kind(&open.object));
                message.push_str(&line);
            } else if index == 2 {
                message.push_str("\n    |     ...");
            }
        }
        message.push_str(&format!("\n    --- {} closes the circle", step(key)));
        JsNativeError::typ().with_message(message).into()
    }
}

fn no_bigint() -> boa_engine::JsError {
    JsNativeError::typ()
        .with_message("Do not know how to serialize a BigInt")
        .into()
}

/// A key as the text that JavaScript sees.
fn key_text(key: &PropertyKey) -> JsValue {
    match key {
        PropertyKey::Index(index) => js_string!(index.get().to_string()).into(),
        PropertyKey::String(text) => text.clone().into(),
        PropertyKey::Symbol(_) => JsValue::undefined(),
    }
}

/// The name of the class that an object is of, found without running code.
fn class_name(object: &JsObject) -> String {
    let own = |object: &JsObject, key: &str| {
        let property = object.borrow().properties().get(&js_string!(key).into())?;
        property.value().cloned()
    };
    let mut next = Some(object.clone());
    while let Some(current) = next {
        let class = own(&current, "constructor").and_then(|class| class.as_object());
        if let Some(name) = class.and_then(|class| own(&class, "name")?.as_string()) {
            return name.to_std_string_lossy();
        }
        next = current.prototype();
    }
    "Object".to_owned()
}
