//! The natives behind `URL` and `URLSearchParams`: the WHATWG URL parser of the `url` crate.

use boa_engine::object::builtins::JsArray;
use boa_engine::{Context, JsObject, JsResult, JsValue, js_string};
use url::{Url, form_urlencoded, quirks};

use super::builtin_modules;
use super::bytes::charge;
use super::script::{NodeScript, node_script, run};
use crate::globals::define_function;

const SCRIPT: NodeScript = node_script!("node:internal/url", "url.js");
const LEGACY: NodeScript = node_script!("node:url", "url_legacy.js");

/// What reading a letter of an address is charged as.
const BYTES_PER_LETTER: usize = 8;
/// What a pair of a query is charged as besides its letters.
const BYTES_PER_PAIR: usize = 512;

/// The module that holds the two globals.
pub(super) fn module(context: &mut Context) -> JsResult<JsValue> {
    let native = JsObject::with_object_proto(context.intrinsics());
    define_function(&native, "parse", 2, parse, context)?;
    define_function(&native, "set", 3, set, context)?;
    define_function(
        &native,
        "pairsOf",
        1,
        |_, arguments, context| {
            let query = text(arguments, 0, context)?;
            let mut pairs = Vec::new();
            for (key, value) in form_urlencoded::parse(query.as_bytes()) {
                charge(BYTES_PER_PAIR, context)?;
                let pair = [js_string!(&*key).into(), js_string!(&*value).into()];
                pairs.push(JsArray::from_iter(pair, context).into());
            }
            Ok(JsArray::from_iter(pairs, context).into())
        },
        context,
    )?;
    define_function(
        &native,
        "encode",
        1,
        |_, arguments, context| {
            let part = text(arguments, 0, context)?;
            let encoded: String = form_urlencoded::byte_serialize(part.as_bytes()).collect();
            Ok(js_string!(encoded).into())
        },
        context,
    )?;
    Ok(run(SCRIPT, native, context)?.into())
}

/// The module `url`.
pub(super) fn legacy(context: &mut Context) -> JsResult<JsValue> {
    let native = builtin_modules::load("internal:url", context)?.unwrap_or_default();
    let native = native.as_object().ok_or_else(crate::meter::stop)?;
    Ok(run(LEGACY, native, context)?.into())
}

fn text(arguments: &[JsValue], at: usize, context: &mut Context) -> JsResult<String> {
    let text = arguments
        .get(at)
        .and_then(JsValue::as_string)
        .unwrap_or_default();
    charge(text.len() * BYTES_PER_LETTER, context)?;
    Ok(text.to_std_string_lossy())
}

/// `parse(input, base)`: the parts, or undefined if it is no URL.
fn parse(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let input = text(arguments, 0, context)?;
    let base = match arguments.get(1) {
        Some(base) if base.is_string() => Some(text(arguments, 1, context)?),
        _ => None,
    };
    let base = match base.map(|base| Url::parse(&base)) {
        Some(Ok(base)) => Some(base),
        Some(Err(_)) => return Ok(JsValue::undefined()),
        None => None,
    };
    match Url::options().base_url(base.as_ref()).parse(&input) {
        Ok(url) => Ok(parts(&url, context)),
        Err(_) => Ok(JsValue::undefined()),
    }
}

/// `set(href, part, value)`: the parts after the change; a value that the part cannot take changes nothing.
fn set(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let [href, part, value] = [
        text(arguments, 0, context)?,
        text(arguments, 1, context)?,
        text(arguments, 2, context)?,
    ];
    let Ok(mut url) = Url::parse(&href) else {
        return Ok(JsValue::undefined());
    };
    let result = match part.as_str() {
        "protocol" => quirks::set_protocol(&mut url, &value),
        "username" => quirks::set_username(&mut url, &value),
        "password" => quirks::set_password(&mut url, &value),
        "host" => quirks::set_host(&mut url, &value),
        "hostname" => quirks::set_hostname(&mut url, &value),
        "port" => quirks::set_port(&mut url, &value),
        "pathname" => {
            quirks::set_pathname(&mut url, &value);
            Ok(())
        }
        "search" => {
            quirks::set_search(&mut url, &value);
            Ok(())
        }
        _ => {
            quirks::set_hash(&mut url, &value);
            Ok(())
        }
    };
    // A refused value leaves everything as it was, as the standard says.
    let _ = result;
    Ok(parts(&url, context))
}

/// In the order in which `URL` is printed.
fn parts(url: &Url, context: &mut Context) -> JsValue {
    let origin = quirks::origin(url);
    let parts = [
        quirks::href(url),
        &origin,
        quirks::protocol(url),
        quirks::username(url),
        quirks::password(url),
        quirks::host(url),
        quirks::hostname(url),
        quirks::port(url),
        quirks::pathname(url),
        quirks::search(url),
        quirks::hash(url),
    ];
    let parts = parts.map(|part| js_string!(part).into());
    JsArray::from_iter(parts, context).into()
}
