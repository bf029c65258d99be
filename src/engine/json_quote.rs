//! Strings as JSON writes them.

use boa_engine::JsString;

/// Writes a string in double quotes. Halves of surrogate pairs are written as escapes, so that what comes out is text.
pub(crate) fn quote(string: &JsString, text: &mut String) {
    text.push('"');
    for letter in char::decode_utf16(string.iter()) {
        match letter {
            Ok('"') => text.push_str("\\\""),
            Ok('\\') => text.push_str("\\\\"),
            Ok('\u{8}') => text.push_str("\\b"),
            Ok('\u{c}') => text.push_str("\\f"),
            Ok('\n') => text.push_str("\\n"),
            Ok('\r') => text.push_str("\\r"),
            Ok('\t') => text.push_str("\\t"),
            Ok(letter) if letter < ' ' => {
                text.push_str(&format!("\\u{:04x}", letter as u32));
            }
            Ok(letter) => text.push(letter),
            Err(half) => text.push_str(&format!("\\u{:04x}", half.unpaired_surrogate())),
        }
    }
    text.push('"');
}
