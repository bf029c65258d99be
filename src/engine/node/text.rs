//! The natives behind `TextEncoder`, `TextDecoder` and the lenient escapes of `querystring`.

use boa_engine::object::builtins::{JsArray, JsUint8Array};
use boa_engine::{Context, JsNativeError, JsObject, JsResult, JsString, JsValue, js_string};

use super::argument_errors::{coded, invalid_type};
use super::bytes::{Bytes, charge};
use super::encoding::Encoding;
use super::script::{NodeScript, node_script, run};
use crate::globals::define_function;

const SCRIPT: NodeScript = node_script!("node:internal/encoding", "text.js");
const QUERY_STRING: NodeScript = node_script!("node:querystring", "querystring.js");

/// What a pair of a query is charged as besides its letters.
const BYTES_PER_PAIR: usize = 512;

/// Windows-1252 from 0x80 to 0x9f (WHATWG Encoding Standard, "index windows-1252").
const WINDOWS_1252: [u16; 32] = [
    0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8d, 0x017d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
    0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d, 0x017e, 0x0178,
];

/// The module that holds the two globals.
pub(super) fn module(context: &mut Context) -> JsResult<JsValue> {
    let native = JsObject::with_object_proto(context.intrinsics());
    define_function(
        &native,
        "encode",
        1,
        |_, arguments, context| {
            let text = text(arguments, 0);
            charge(text.len(), context)?;
            let bytes = Encoding::Utf8.bytes_of(&text);
            Ok(JsUint8Array::from_iter(bytes, context)?.into())
        },
        context,
    )?;
    define_function(&native, "encodeInto", 2, encode_into, context)?;
    define_function(&native, "decode", 5, decode, context)?;
    Ok(run(SCRIPT, native, context)?.into())
}

/// The module `querystring`.
pub(super) fn query_string(context: &mut Context) -> JsResult<JsValue> {
    let native = JsObject::with_object_proto(context.intrinsics());
    define_function(
        &native,
        "unescapeBytes",
        1,
        |_, arguments, context| {
            let text = text(arguments, 0);
            charge(text.len(), context)?;
            Ok(js_string!(&*String::from_utf8_lossy(&unescaped(&text))).into())
        },
        context,
    )?;
    define_function(&native, "pairsOf", 5, pairs_of, context)?;
    Ok(run(QUERY_STRING, native, context)?.into())
}

/// `pairsOf(text, separator, equals, most, decodes)`: names and values; a `+` is a space.
fn pairs_of(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let [query, separator, equals] = [0, 1, 2].map(|at| text(arguments, at).to_std_string_lossy());
    let most = arguments.get(3).and_then(JsValue::as_number).unwrap_or(0.0);
    let most = if most > 0.0 {
        most as usize
    } else {
        usize::MAX
    };
    let decodes = arguments.get(4).is_some_and(JsValue::to_boolean);
    charge(query.len() * 2, context)?;
    let part = |part: &str| {
        let part = js_string!(part.replace('+', " "));
        match decodes {
            true => js_string!(&*String::from_utf8_lossy(&unescaped(&part))).into(),
            false => part.into(),
        }
    };
    let mut pairs = Vec::new();
    for pair in query.split(separator.as_str()).take(most) {
        if pair.is_empty() {
            continue;
        }
        charge(BYTES_PER_PAIR, context)?;
        let (key, value) = pair.split_once(equals.as_str()).unwrap_or((pair, ""));
        let pair: [JsValue; 2] = [part(key), part(value)];
        pairs.push(JsArray::from_iter(pair, context).into());
    }
    Ok(JsArray::from_iter(pairs, context).into())
}

fn text(arguments: &[JsValue], at: usize) -> JsString {
    arguments
        .get(at)
        .and_then(JsValue::as_string)
        .unwrap_or_default()
}

/// The bytes that escapes stand for; whatever is no escape stays.
fn unescaped(text: &JsString) -> Vec<u8> {
    let bytes = Encoding::Utf8.bytes_of(text);
    let digit = |at: usize| char::from(*bytes.get(at)?).to_digit(16);
    let mut result = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        match (bytes[at], digit(at + 1), digit(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                result.push((high * 16 + low) as u8);
                at += 3;
            }
            (byte, ..) => {
                result.push(byte);
                at += 1;
            }
        }
    }
    result
}

/// `encodeInto(text, array)`: how many units were read and bytes written.
fn encode_into(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let text = text(arguments, 0);
    let target = arguments.get(1).cloned().unwrap_or_default();
    let Some(target) = Bytes::of_uint8_array(&target, context) else {
        let wanted = "\"dest\" argument must be an instance of Uint8Array";
        return Err(invalid_type(wanted, &target, context));
    };
    charge(text.len(), context)?;
    let text = text.to_std_string_lossy();
    let (mut read, mut written) = (0, 0);
    for letter in text.chars() {
        if written + letter.len_utf8() > target.len {
            break;
        }
        read += letter.len_utf16();
        written += letter.len_utf8();
    }
    target.part(0, written).change(|bytes| {
        let len = bytes.len();
        bytes.copy_from_slice(&text.as_bytes()[..len]);
    });
    Ok(JsArray::from_iter([(read as f64).into(), (written as f64).into()], context).into())
}

/// `decode(rest, input, encoding, fatal, stream)`: the text, and the bytes that have to wait for more.
fn decode(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let [rest, input] = [0, 1].map(|at| arguments.get(at).cloned().unwrap_or_default());
    let encoding = text(arguments, 2).to_std_string_lossy();
    let [is_fatal, is_stream] = [3, 4].map(|at| arguments.get(at).is_some_and(JsValue::to_boolean));
    let mut bytes = Bytes::of_any(&rest, context)
        .map(|rest| rest.to_vec())
        .unwrap_or_default();
    let Some(input) = Bytes::of_any(&input, context) else {
        let message = "The \"list\" argument must be an instance of SharedArrayBuffer, ArrayBuffer or ArrayBufferView.";
        let error = JsNativeError::typ().with_message(message);
        return Err(coded(error, "ERR_INVALID_ARG_TYPE", context));
    };
    charge(input.len, context)?;
    input.read(|input| bytes.extend_from_slice(input));
    let open = match encoding.as_str() {
        _ if !is_stream => 0,
        "utf-8" => open_utf8(&bytes),
        "utf-16le" => bytes.len() % 2,
        _ => 0,
    };
    let rest = bytes.split_off(bytes.len() - open);
    let is_whole = match encoding.as_str() {
        "utf-8" => std::str::from_utf8(&bytes).is_ok(),
        "utf-16le" => {
            let units = bytes
                .as_chunks::<2>()
                .0
                .iter()
                .map(|pair| u16::from_le_bytes(*pair));
            bytes.len().is_multiple_of(2) && char::decode_utf16(units).all(|unit| unit.is_ok())
        }
        _ => true,
    };
    if is_fatal && !is_whole {
        let message = format!("The encoded data was not valid for encoding {encoding}");
        let error = JsNativeError::typ().with_message(message);
        return Err(coded(error, "ERR_ENCODING_INVALID_ENCODED_DATA", context));
    }
    let text = match encoding.as_str() {
        "utf-8" => Encoding::Utf8.text_of(&bytes),
        "utf-16le" => {
            let units = bytes
                .as_chunks::<2>()
                .0
                .iter()
                .map(|pair| u16::from_le_bytes(*pair));
            let mut text: String = char::decode_utf16(units)
                .map(|unit| unit.unwrap_or('\u{fffd}'))
                .collect();
            if bytes.len() % 2 == 1 {
                text.push('\u{fffd}');
            }
            js_string!(text)
        }
        _ => {
            let unit = |byte: &u8| match byte {
                0x80..=0x9f => WINDOWS_1252[usize::from(byte - 0x80)],
                byte => u16::from(*byte),
            };
            let units: Vec<u16> = bytes.iter().map(unit).collect();
            js_string!(&*String::from_utf16_lossy(&units))
        }
    };
    let rest = JsUint8Array::from_iter(rest, context)?;
    Ok(JsArray::from_iter([text.into(), rest.into()], context).into())
}

/// Bytes at the end that may become a character with what follows.
fn open_utf8(bytes: &[u8]) -> usize {
    let mut rest = bytes;
    while let Err(error) = std::str::from_utf8(rest) {
        let valid = error.valid_up_to();
        match error.error_len() {
            None => return rest.len() - valid,
            // Whatever is wrong before the end is not open, but the end may be.
            Some(wrong) => rest = &rest[valid + wrong..],
        }
    }
    0
}
