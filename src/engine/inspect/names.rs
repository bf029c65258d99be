//! What objects and functions are called.

use boa_engine::builtins::proxy::Proxy;
use boa_engine::property::{PropertyDescriptor, PropertyKey};
use boa_engine::{Context, JsObject, JsResult, JsSymbol, JsValue, js_string};

/// The name of the class that an object is of; `None` for one without a prototype.
pub(super) fn constructor_name(
    object: &JsObject,
    context: &mut Context,
) -> JsResult<Option<String>> {
    let mut next = Some(object.clone());
    let has_prototype = prototype_of(object).is_some();
    while let Some(current) = next {
        let own = descriptor(&current, &js_string!("constructor").into(), context)?;
        let function = own.and_then(|own| own.value()?.as_object());
        if let Some(function) = function.filter(JsObject::is_callable)
            && let Some(name) = own_text(&function, "name", context)?
            && !name.is_empty()
            && is_instance(object, &function, context)?
        {
            return Ok(Some(name));
        }
        next = prototype_of(&current);
    }
    Ok(has_prototype.then(|| "Object <Complex prototype>".to_owned()))
}

fn prototype_of(object: &JsObject) -> Option<JsObject> {
    object.prototype()
}

fn is_instance(object: &JsObject, class: &JsObject, context: &mut Context) -> JsResult<bool> {
    let own = descriptor(class, &js_string!("prototype").into(), context)?;
    let Some(prototype) = own.and_then(|own| own.value()?.as_object()) else {
        // Bound functions have none.
        return Ok(false);
    };
    let mut next = object.prototype();
    while let Some(current) = next {
        if JsObject::equals(&current, &prototype) {
            return Ok(true);
        }
        next = current.prototype();
    }
    Ok(false)
}

/// A member that is a text.
pub(super) fn own_text(
    object: &JsObject,
    key: &str,
    context: &mut Context,
) -> JsResult<Option<String>> {
    let own = descriptor(object, &js_string!(key).into(), context)?;
    let value = own.and_then(|own| own.value().cloned());
    Ok(value
        .and_then(|value| value.as_string())
        .map(|text| text.to_std_string_lossy()))
}

/// `Symbol.toStringTag`, unless the members show it already.
pub(super) fn tag_of(object: &JsObject, context: &mut Context) -> JsResult<String> {
    let key = JsSymbol::to_string_tag();
    let own = descriptor(object, &key.clone().into(), context)?;
    if own.is_some_and(|own| own.enumerable().unwrap_or(false)) {
        return Ok(String::new());
    }
    let tag = object.get(key, context)?;
    Ok(tag
        .as_string()
        .map_or_else(String::new, |tag| tag.to_std_string_lossy()))
}

/// The class, the size and the tag before a brace, with a blank at the end.
pub(super) fn prefix(constructor: Option<&str>, tag: &str, fallback: &str, size: &str) -> String {
    match constructor {
        None if !tag.is_empty() && fallback != tag => {
            format!("[{fallback}{size}: null prototype] [{tag}] ")
        }
        None => format!("[{fallback}{size}: null prototype] "),
        Some(name) if !tag.is_empty() && name != tag => format!("{name}{size} [{tag}] "),
        Some(name) => format!("{name}{size} "),
    }
}

/// `[Function: name]`, `[AsyncFunction: name]`, `[class Name extends Base]`.
pub(super) fn function_text(
    object: &JsObject,
    constructor: Option<&str>,
    tag: &str,
    context: &mut Context,
) -> JsResult<String> {
    let name = own_text(object, "name", context)?.filter(|name| !name.is_empty());
    if is_class(object, context)? {
        let mut text = format!("class {}", name.as_deref().unwrap_or("(anonymous)"));
        match constructor {
            None => {}
            Some("Function") => {}
            Some(other) => text.push_str(&format!(" [{other}]")),
        }
        if !tag.is_empty() && constructor != Some(tag) {
            text.push_str(&format!(" [{tag}]"));
        }
        match constructor {
            None => text.push_str(" extends null"),
            Some(_) => {
                let base = match object.prototype() {
                    Some(base) => own_text(&base, "name", context)?,
                    None => None,
                };
                if let Some(base) = base.filter(|base| !base.is_empty()) {
                    text.push_str(&format!(" extends {base}"));
                }
            }
        }
        return Ok(format!("[{text}]"));
    }
    let kind = match tag {
        "AsyncFunction" | "GeneratorFunction" | "AsyncGeneratorFunction" => tag,
        _ => "Function",
    };
    let mut text = format!("[{kind}");
    if constructor.is_none() {
        text.push_str(" (null prototype)");
    }
    match name {
        Some(name) => text.push_str(&format!(": {name}]")),
        None => text.push_str(" (anonymous)]"),
    }
    if let Some(name) = constructor
        && name != kind
        && name != "Function"
    {
        text.push_str(&format!(" {name}"));
    }
    if !tag.is_empty() && constructor != Some(tag) && tag != kind {
        text.push_str(&format!(" [{tag}]"));
    }
    Ok(text)
}

/// Of what is written in JavaScript only a class has a prototype that cannot be replaced.
fn is_class(object: &JsObject, context: &mut Context) -> JsResult<bool> {
    if !object.is::<boa_engine::builtins::function::OrdinaryFunction>() {
        return Ok(false);
    }
    let own = descriptor(object, &js_string!("prototype").into(), context)?;
    Ok(own.is_some_and(|own| own.writable() == Some(false)))
}

/// The text of a value by `String(value)`.
pub(super) fn string_of(value: &JsValue, context: &mut Context) -> JsResult<String> {
    match value.as_symbol() {
        Some(symbol) => Ok(symbol.descriptive_string().to_std_string_lossy()),
        None => Ok(value.to_string(context)?.to_std_string_lossy()),
    }
}

/// An object's own property. Where the object is exotic, the language is asked.
pub(super) fn descriptor(
    object: &JsObject,
    key: &PropertyKey,
    context: &mut Context,
) -> JsResult<Option<PropertyDescriptor>> {
    let plain = object.borrow().properties().get(key);
    if plain.is_some() || !object.is::<Proxy>() {
        return Ok(plain);
    }
    let constructor = context.intrinsics().constructors().object().constructor();
    let get = constructor.get(js_string!("getOwnPropertyDescriptor"), context)?;
    let get = get.as_callable().ok_or_else(crate::meter::stop)?;
    let arguments = [object.clone().into(), JsValue::from(key.clone())];
    let found = get.call(&JsValue::undefined(), &arguments, context)?;
    let Some(found) = found.as_object() else {
        return Ok(None);
    };
    let enumerable = found.get(js_string!("enumerable"), context)?.to_boolean();
    let value = found.get(js_string!("value"), context)?;
    let own = PropertyDescriptor::builder()
        .value(value)
        .enumerable(enumerable);
    Ok(Some(own.build()))
}
