//! `util.format`: what `console.log` makes of its arguments.

use boa_engine::property::PropertyKey;
use boa_engine::{Context, JsObject, JsResult, JsValue, js_string};

use crate::inspect::{Depth, Options, inspect, inspect_with};

/// One line of text (it may hold line breaks) from the arguments of a console call. Placeholders of a first string
/// take the following arguments; the rest is appended with spaces.
pub(crate) fn format(arguments: &[JsValue], context: &mut Context) -> JsResult<String> {
    let Some((first, mut rest)) = arguments.split_first() else {
        return Ok(String::new());
    };
    let mut text = match first.as_string() {
        None => inspect(first, Depth::DEFAULT, context)?,
        Some(template) if rest.is_empty() => template.to_std_string_lossy(),
        Some(template) => {
            let template = template.to_std_string_lossy();
            let mut text = String::with_capacity(template.len());
            let mut letters = template.chars();
            while let Some(letter) = letters.next() {
                let mut ahead = letters.clone();
                match (letter, ahead.next()) {
                    ('%', Some('%')) => text.push('%'),
                    ('%', Some(kind @ ('s' | 'd' | 'i' | 'f' | 'j' | 'o' | 'O' | 'c')))
                        if !rest.is_empty() =>
                    {
                        text.push_str(&placeholder(kind, &rest[0], context)?);
                        rest = &rest[1..];
                    }
                    _ => {
                        text.push(letter);
                        continue;
                    }
                }
                letters = ahead;
            }
            text
        }
    };
    for value in rest {
        text.push(' ');
        match value.as_string() {
            Some(string) => text.push_str(&string.to_std_string_lossy()),
            None => text.push_str(&inspect(value, Depth::DEFAULT, context)?),
        }
    }
    Ok(text)
}

fn placeholder(kind: char, value: &JsValue, context: &mut Context) -> JsResult<String> {
    let plain = |value: JsValue, context: &mut Context| inspect(&value, Depth::DEFAULT, context);
    Ok(match kind {
        's' => match value.as_object() {
            None if value.is_number() || value.is_bigint() => plain(value.clone(), context)?,
            Some(object) if !object.is_callable() && has_built_in_text(&object, context)? => {
                inspect(value, Depth::SHALLOW, context)?
            }
            _ => match value.as_symbol() {
                Some(symbol) => symbol.descriptive_string().to_std_string_lossy(),
                None => value.to_string(context)?.to_std_string_lossy(),
            },
        },
        'd' | 'i' | 'f' if value.is_symbol() => "NaN".to_owned(),
        'd' | 'i' if value.is_bigint() => plain(value.clone(), context)?,
        'd' => {
            let number = value.to_number(context)?;
            plain(number.into(), context)?
        }
        'i' | 'f' => {
            let objects = context.intrinsics().objects();
            let parse = match kind {
                'i' => objects.parse_int(),
                _ => objects.parse_float(),
            };
            let arguments = std::slice::from_ref(value);
            let number = parse.call(&JsValue::undefined(), arguments, context)?;
            plain(number, context)?
        }
        'j' => json(value, context)?,
        'c' => String::new(),
        'o' => inspect_with(value, &Options::of_letter_o(), context)?,
        _ => inspect(value, Depth::DEFAULT, context)?,
    })
}

/// `%j`; a circle is named instead of thrown.
fn json(value: &JsValue, context: &mut Context) -> JsResult<String> {
    let json = context.intrinsics().objects().json();
    let stringify = json.get(js_string!("stringify"), context)?;
    let stringify = stringify.as_callable().ok_or_else(crate::meter::stop)?;
    let arguments = std::slice::from_ref(value);
    match stringify.call(&JsValue::undefined(), arguments, context) {
        Ok(text) => Ok(text
            .as_string()
            .map_or_else(|| "undefined".to_owned(), |text| text.to_std_string_lossy())),
        Err(error)
            if error
                .to_string()
                .contains("Converting circular structure to JSON") =>
        {
            Ok("[Circular]".to_owned())
        }
        Err(error) => Err(error),
    }
}

/// Classes of the language, whose texts say less than `inspect`.
const BUILT_IN: &[&str] = &[
    "Object",
    "Array",
    "Error",
    "TypeError",
    "RangeError",
    "SyntaxError",
    "ReferenceError",
    "EvalError",
    "URIError",
    "AggregateError",
    "Date",
    "RegExp",
    "Map",
    "Set",
    "WeakMap",
    "WeakSet",
    "Promise",
    "Number",
    "String",
    "Boolean",
    "Symbol",
    "BigInt",
    "ArrayBuffer",
    "DataView",
    "Uint8Array",
    "Int8Array",
    "Uint16Array",
    "Int16Array",
    "Uint32Array",
    "Int32Array",
    "Float32Array",
    "Float64Array",
    "BigInt64Array",
    "BigUint64Array",
    "Function",
    "URL",
    "URLSearchParams",
];

/// Whether an object's `toString` is one of the language's own.
fn has_built_in_text(object: &JsObject, context: &mut Context) -> JsResult<bool> {
    let key = PropertyKey::from(js_string!("toString"));
    let mut holder = Some(object.clone());
    while let Some(current) = holder {
        if current.has_own_property(key.clone(), context)? {
            if JsObject::equals(&current, object) {
                return Ok(false);
            }
            let constructor = current.get(js_string!("constructor"), context)?;
            let name = match constructor.as_object() {
                Some(constructor) => constructor.get(js_string!("name"), context)?,
                None => return Ok(false),
            };
            let name = name.as_string().map(|name| name.to_std_string_lossy());
            return Ok(name.is_some_and(|name| BUILT_IN.contains(&name.as_str())));
        }
        holder = current.prototype();
    }
    Ok(true)
}
