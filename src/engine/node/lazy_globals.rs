//! Global names that are made when they are first read.
//!
//! The prototype of the global object is a proxy that knows the names. A name that nobody has read is found there,
//! made, and becomes an ordinary property of the global object, so only the first reading comes this way. An
//! environment whose code reads none of them pays for one proxy.

use boa_engine::object::builtins::JsProxyBuilder;
use boa_engine::property::{PropertyDescriptor, PropertyKey};
use boa_engine::{Context, JsObject, JsResult, JsValue, js_string};

use super::{builtin_modules, process};
use crate::timers;

/// How a global is made.
#[derive(Clone, Copy)]
enum Source {
    Made(fn(&mut Context) -> JsResult<JsValue>),
    /// A member of a module of Node's, which may be one that cannot be required.
    Member(&'static str, &'static str),
}

/// In alphabetical order.
const GLOBALS: [(&str, Source); 31] = [
    (
        "AbortController",
        Source::Member("internal:web_events", "AbortController"),
    ),
    (
        "AbortSignal",
        Source::Member("internal:web_events", "AbortSignal"),
    ),
    ("Blob", Source::Member("internal:refusals", "Blob")),
    ("Buffer", Source::Member("buffer", "Buffer")),
    (
        "CustomEvent",
        Source::Member("internal:web_events", "CustomEvent"),
    ),
    (
        "DOMException",
        Source::Member("internal:web_events", "DOMException"),
    ),
    ("Event", Source::Member("internal:web_events", "Event")),
    (
        "EventTarget",
        Source::Member("internal:web_events", "EventTarget"),
    ),
    ("FormData", Source::Member("internal:refusals", "FormData")),
    ("Headers", Source::Member("internal:refusals", "Headers")),
    ("Request", Source::Member("internal:refusals", "Request")),
    ("Response", Source::Member("internal:refusals", "Response")),
    (
        "TextDecoder",
        Source::Member("internal:text", "TextDecoder"),
    ),
    (
        "TextEncoder",
        Source::Member("internal:text", "TextEncoder"),
    ),
    ("URL", Source::Member("internal:url", "URL")),
    (
        "URLSearchParams",
        Source::Member("internal:url", "URLSearchParams"),
    ),
    (
        "WebSocket",
        Source::Member("internal:refusals", "WebSocket"),
    ),
    ("atob", Source::Member("buffer", "atob")),
    ("btoa", Source::Member("buffer", "btoa")),
    ("clearImmediate", Source::Member("timers", "clearImmediate")),
    ("clearInterval", Source::Member("timers", "clearInterval")),
    ("clearTimeout", Source::Member("timers", "clearTimeout")),
    ("crypto", Source::Member("crypto", "webcrypto")),
    ("fetch", Source::Member("internal:refusals", "fetch")),
    ("performance", Source::Member("perf_hooks", "performance")),
    ("process", Source::Made(process::make)),
    (
        "queueMicrotask",
        Source::Made(timers::queue_microtask_function),
    ),
    ("setImmediate", Source::Member("timers", "setImmediate")),
    ("setInterval", Source::Member("timers", "setInterval")),
    ("setTimeout", Source::Member("timers", "setTimeout")),
    (
        "structuredClone",
        Source::Member("internal:clone", "structuredClone"),
    ),
];

/// Makes the names known to the current realm.
pub(crate) fn install(context: &mut Context) -> JsResult<()> {
    let names = JsProxyBuilder::new(JsObject::with_object_proto(context.intrinsics()))
        .has(|_, arguments, context| {
            let (target, key) = target_and_key(arguments, context)?;
            Ok((find(&key).is_some() || target.has_property(key, context)?).into())
        })
        .get(|_, arguments, context| {
            let (target, key) = target_and_key(arguments, context)?;
            let Some(source) = find(&key) else {
                return target.get(key, context);
            };
            let value = make(source, context)?;
            let property = PropertyDescriptor::builder()
                .value(value.clone())
                .writable(true)
                .enumerable(false)
                .configurable(true);
            context
                .global_object()
                .define_property_or_throw(key, property, context)?;
            Ok(value)
        })
        .build(context)?;
    context.global_object().set_prototype(Some(names.into()));
    Ok(())
}

/// The first two arguments of every trap, which the engine itself passes.
fn target_and_key(
    arguments: &[JsValue],
    context: &mut Context,
) -> JsResult<(JsObject, PropertyKey)> {
    let target = arguments.first().and_then(JsValue::as_object);
    let target = target.ok_or_else(crate::meter::stop)?;
    let key = arguments.get(1).cloned().unwrap_or_default();
    Ok((target, key.to_property_key(context)?))
}

fn find(key: &PropertyKey) -> Option<Source> {
    let PropertyKey::String(name) = key else {
        return None;
    };
    let name = name.to_std_string_lossy();
    let found = GLOBALS.binary_search_by_key(&name.as_str(), |(known, _)| known);
    found.ok().map(|index| GLOBALS[index].1)
}

fn make(source: Source, context: &mut Context) -> JsResult<JsValue> {
    match source {
        Source::Made(make) => make(context),
        Source::Member(module, member) => {
            let module = builtin_modules::load(module, context)?.unwrap_or_default();
            let module = module.as_object().ok_or_else(crate::meter::stop)?;
            module.get(js_string!(member), context)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_can_be_searched() {
        assert!(GLOBALS.is_sorted_by_key(|(name, _)| *name));
    }
}
