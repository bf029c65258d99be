//! Node's text encodings: how bytes become strings and strings bytes.

use base64::Engine as _;
use base64::alphabet::STANDARD as ALPHABET;
use base64::engine::DecodePaddingMode;
use base64::engine::general_purpose::{
    GeneralPurpose, GeneralPurposeConfig, STANDARD, URL_SAFE_NO_PAD,
};
use boa_engine::{Context, JsError, JsNativeError, JsResult, JsStr, JsString, JsValue, js_string};

use super::argument_errors::coded;

/// An encoding of `Buffer`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    Utf8,
    Utf16Le,
    Latin1,
    Ascii,
    Base64,
    Base64Url,
    Hex,
}

/// Reads base64 whose end may be cut, as Node.js does.
const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &ALPHABET,
    GeneralPurposeConfig::new()
        .with_decode_allow_trailing_bits(true)
        .with_decode_padding_mode(DecodePaddingMode::RequireNone),
);

impl Encoding {
    /// The encoding of a name, in any case.
    pub(crate) fn of_name(name: &str) -> Option<Encoding> {
        Some(match name.to_ascii_lowercase().as_str() {
            "utf8" | "utf-8" => Encoding::Utf8,
            "ucs2" | "ucs-2" | "utf16le" | "utf-16le" => Encoding::Utf16Le,
            "latin1" | "binary" => Encoding::Latin1,
            "ascii" => Encoding::Ascii,
            "base64" => Encoding::Base64,
            "base64url" => Encoding::Base64Url,
            "hex" => Encoding::Hex,
            _ => return None,
        })
    }

    /// The encoding that an argument names; UTF-8 if it is not given.
    pub(crate) fn of_value(value: &JsValue, context: &mut Context) -> JsResult<Encoding> {
        if value.is_undefined() || value.is_null() {
            return Ok(Encoding::Utf8);
        }
        let name = value.to_string(context)?.to_std_string_lossy();
        if name.is_empty() {
            return Ok(Encoding::Utf8);
        }
        Encoding::of_name(&name).ok_or_else(|| unknown_encoding(&name, context))
    }

    /// The bytes of a string.
    pub(crate) fn bytes_of(self, text: &JsString) -> Vec<u8> {
        match self {
            Encoding::Utf8 => text.to_std_string_lossy().into_bytes(),
            Encoding::Utf16Le => text.iter().flat_map(u16::to_le_bytes).collect(),
            Encoding::Latin1 | Encoding::Ascii => text.iter().map(|unit| unit as u8).collect(),
            Encoding::Base64 | Encoding::Base64Url => base64_bytes(text),
            Encoding::Hex => hex_bytes(text),
        }
    }

    /// The string of bytes.
    pub(crate) fn text_of(self, bytes: &[u8]) -> JsString {
        match self {
            Encoding::Utf8 => js_string!(&*String::from_utf8_lossy(bytes)),
            Encoding::Utf16Le => {
                let units: Vec<u16> = bytes
                    .as_chunks()
                    .0
                    .iter()
                    .map(|pair| u16::from_le_bytes(*pair))
                    .collect();
                JsString::from(JsStr::utf16(&units))
            }
            Encoding::Latin1 => JsString::from(JsStr::latin1(bytes)),
            Encoding::Ascii => {
                let letters: Vec<u8> = bytes.iter().map(|byte| byte & 0x7f).collect();
                JsString::from(JsStr::latin1(&letters))
            }
            Encoding::Base64 => js_string!(STANDARD.encode(bytes)),
            Encoding::Base64Url => js_string!(URL_SAFE_NO_PAD.encode(bytes)),
            Encoding::Hex => js_string!(hex(bytes)),
        }
    }

    /// How many bytes a string has.
    pub(crate) fn byte_length(self, text: &JsString) -> usize {
        let units = text.len();
        match self {
            Encoding::Utf8 => text.to_std_string_lossy().len(),
            Encoding::Utf16Le => units * 2,
            Encoding::Latin1 | Encoding::Ascii => units,
            Encoding::Hex => units / 2,
            Encoding::Base64 | Encoding::Base64Url => {
                let padding = (1..=2.min(units))
                    .take_while(|back| text.code_unit_at(units - back) == Some(u16::from(b'=')))
                    .count();
                (units - padding) * 3 / 4
            }
        }
    }
}

/// The error for a name that no encoding has.
pub(crate) fn unknown_encoding(name: &str, context: &mut Context) -> JsError {
    let error = JsNativeError::typ().with_message(format!("Unknown encoding: {name}"));
    coded(error, "ERR_UNKNOWN_ENCODING", context)
}

/// Lower-case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |nibble: u8| char::from(DIGITS[usize::from(nibble)]);
    bytes
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
        .collect()
}

/// Pairs of digits, up to the first that is none.
fn hex_bytes(text: &JsString) -> Vec<u8> {
    let digit = |unit: u16| char::from_u32(u32::from(unit))?.to_digit(16);
    let units = text.to_vec();
    let pairs = units.as_chunks::<2>().0.iter();
    pairs
        .map_while(|[high, low]| Some((digit(*high)? * 16 + digit(*low)?) as u8))
        .collect()
}

/// Both alphabets, and whatever belongs to neither is skipped; the first `=` ends it.
fn base64_bytes(text: &JsString) -> Vec<u8> {
    let mut letters: Vec<u8> = text
        .iter()
        .take_while(|unit| *unit != u16::from(b'='))
        .filter_map(|unit| match u8::try_from(unit).ok()? {
            b'-' => Some(b'+'),
            b'_' => Some(b'/'),
            letter if letter.is_ascii_alphanumeric() || letter == b'+' || letter == b'/' => {
                Some(letter)
            }
            _ => None,
        })
        .collect();
    // A single letter at the end is less than a byte.
    if letters.len() % 4 == 1 {
        letters.pop();
    }
    LENIENT.decode(letters).unwrap_or_default()
}
