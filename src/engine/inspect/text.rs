//! Strings and keys, quoted where they have to be.

use boa_engine::property::PropertyKey;

/// A string in single quotes, or in others where that saves escapes.
pub(super) fn quote(text: &[u16]) -> String {
    let has = |letter: char| text.contains(&(letter as u16));
    let mark = match () {
        () if !has('\'') => '\'',
        () if !has('"') => '"',
        () if !has('`') && !String::from_utf16_lossy(text).contains("${") => '`',
        () => '\'',
    };
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push(mark);
    for letter in char::decode_utf16(text.iter().copied()) {
        match letter {
            Ok('\n') => quoted.push_str("\\n"),
            Ok('\t') => quoted.push_str("\\t"),
            Ok('\r') => quoted.push_str("\\r"),
            Ok('\u{8}') => quoted.push_str("\\b"),
            Ok('\u{c}') => quoted.push_str("\\f"),
            Ok('\u{b}') => quoted.push_str("\\v"),
            Ok('\\') => quoted.push_str("\\\\"),
            Ok(letter) if letter == mark => {
                quoted.push('\\');
                quoted.push(letter);
            }
            Ok(letter) if (letter as u32) < 32 || (0x7f..=0x9f).contains(&(letter as u32)) => {
                quoted.push_str(&format!("\\x{:02X}", letter as u32));
            }
            Ok(letter) => quoted.push(letter),
            Err(half) => quoted.push_str(&format!("\\u{:04X}", half.unpaired_surrogate())),
        }
    }
    quoted.push(mark);
    quoted
}

/// A key before its value.
pub(super) fn key_text(key: &PropertyKey) -> String {
    match key {
        PropertyKey::Symbol(symbol) => {
            format!("[{}]", symbol.descriptive_string().to_std_string_lossy())
        }
        PropertyKey::Index(index) => format!("'{}'", index.get()),
        PropertyKey::String(name) => {
            let text = name.to_std_string_lossy();
            let mut letters = text.chars();
            let is_name = letters
                .next()
                .is_some_and(|first| first.is_ascii_alphabetic() || first == '_')
                && letters.all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
            match is_name {
                _ if text == "__proto__" => "['__proto__']".to_owned(),
                true => text,
                false => quote(&name.to_vec()),
            }
        }
    }
}

/// The length of a text in UTF-16 code units.
pub(super) fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// How many columns a text takes in a terminal.
pub(super) fn width(text: &str) -> usize {
    let of_letter = |letter: char| match letter as u32 {
        0..0x20 | 0x7f..0xa0 | 0x300..=0x36f | 0x200b..=0x200f | 0xfe00..=0xfe0f => 0,
        0x1100..=0x115f
        | 0x2e80..=0x3247
        | 0x3250..=0x4dbf
        | 0x4e00..=0xa4c6
        | 0xac00..=0xd7a3
        | 0xf900..=0xfaff
        | 0xfe30..=0xfe6b
        | 0xff01..=0xff60
        | 0xffe0..=0xffe6
        | 0x1f300..=0x1f64f
        | 0x1f900..=0x1f9ff
        | 0x20000..=0x3fffd => 2,
        _ => 1,
    };
    text.chars().map(of_letter).sum()
}
