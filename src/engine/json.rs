//! JSON text to JavaScript values, for events and for `JSON.parse`.
//!
//! Not boa's `JSON.parse`: that first reads the text with a library that refuses numbers beyond 64 bits, half
//! surrogates and nesting from depth 128 on, all of which Node.js reads, and then runs it as a program, which is seven
//! times slower. This reads what `JSON.parse` of the standard reads, with a stack of its own for nesting.

use boa_engine::object::builtins::JsArray;
use boa_engine::property::PropertyKey;
use boa_engine::{Context, JsObject, JsString, JsValue};
use domain::lambda::NodeRuntime;

/// A container that is not closed yet.
enum Open {
    List(Vec<JsValue>),
    Object {
        object: JsObject,
        key: Option<PropertyKey>,
    },
}

/// The value of a JSON text; the message says in V8's words what was found where. The reader's code cannot take part
/// in it: new objects get plain own properties, whatever was done to prototypes.
pub(crate) fn parse(text: &str, context: &mut Context) -> Result<JsValue, JsonError> {
    let mut reader = Reader { text, at: 0 };
    let mut open: Vec<Open> = Vec::new();
    loop {
        reader.skip_space();
        // What may stand here: the key of an object's next member, the end of a container, or a value.
        let mut value = match (reader.peek(), open.last_mut()) {
            (Some(b'}'), Some(Open::Object { key: None, .. })) if reader.may_close(b'{') => {
                close(&mut reader, &mut open, context)
            }
            (Some(b']'), Some(Open::List(_))) if reader.may_close(b'[') => {
                close(&mut reader, &mut open, context)
            }
            (
                Some(b'"'),
                Some(Open::Object {
                    key: key @ None, ..
                }),
            ) => {
                *key = Some(PropertyKey::from(reader.string()?));
                reader.skip_space();
                if reader.peek() != Some(b':') {
                    return Err(reader.expected("Expected ':' after property name"));
                }
                reader.at += 1;
                continue;
            }
            (_, Some(Open::Object { key: None, .. })) => {
                let text = match reader.may_close(b'{') {
                    true => "Expected property name or '}'",
                    false => "Expected double-quoted property name",
                };
                return Err(reader.expected(text));
            }
            (Some(b'{'), _) => {
                reader.at += 1;
                open.push(Open::Object {
                    object: JsObject::with_object_proto(context.intrinsics()),
                    key: None,
                });
                continue;
            }
            (Some(b'['), _) => {
                reader.at += 1;
                open.push(Open::List(Vec::new()));
                continue;
            }
            _ => reader.scalar()?,
        };
        // A value is complete: it belongs to the container around it, which may be complete with it.
        loop {
            match open.last_mut() {
                None => {
                    reader.skip_space();
                    return match reader.peek() {
                        None => Ok(value),
                        Some(_) => Err(reader
                            .placed("Unexpected non-whitespace character after JSON at position")),
                    };
                }
                Some(Open::List(items)) => items.push(value),
                Some(Open::Object { object, key }) => {
                    let key = key.take().ok_or_else(|| reader.unexpected())?;
                    object
                        .create_data_property_or_throw(key, value, context)
                        .map_err(|_| reader.unexpected())?;
                }
            }
            reader.skip_space();
            let is_list = matches!(open.last(), Some(Open::List(_)));
            match reader.peek() {
                Some(b',') => {
                    reader.at += 1;
                    break;
                }
                Some(b']') if is_list => value = close(&mut reader, &mut open, context),
                Some(b'}') if !is_list => value = close(&mut reader, &mut open, context),
                _ if is_list => {
                    return Err(reader.expected("Expected ',' or ']' after array element"));
                }
                _ => return Err(reader.expected("Expected ',' or '}' after property value")),
            }
        }
    }
}

/// Why a text is no JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct JsonError {
    /// V8's words, without a place.
    text: String,
    /// Where, in UTF-16 code units from the beginning, and line and column there.
    place: Option<(usize, usize, usize)>,
}

impl JsonError {
    /// The message; Node.js says line and column since version 22.
    pub(crate) fn message(&self, runtime: NodeRuntime) -> String {
        match (self.place, runtime) {
            (None, _) => self.text.clone(),
            (Some((position, ..)), NodeRuntime::Node20) => format!("{} {position}", self.text),
            (Some((position, line, column)), _) => {
                format!("{} {position} (line {line} column {column})", self.text)
            }
        }
    }
}

fn close(reader: &mut Reader<'_>, open: &mut Vec<Open>, context: &mut Context) -> JsValue {
    reader.at += 1;
    match open.pop() {
        Some(Open::List(items)) => JsArray::from_iter(items, context).into(),
        Some(Open::Object { object, .. }) => object.into(),
        None => JsValue::undefined(),
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

/// Letters that V8 shows of the text on each side of what is wrong.
const CONTEXT: usize = 10;

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// Whether the last thing before this place is the container's own opening: a comma before the end is an error.
    fn may_close(&self, opening: u8) -> bool {
        let before = self.text.as_bytes()[..self.at].iter().rev();
        before
            .copied()
            .find(|byte| !matches!(byte, b' ' | b'\t' | b'\n' | b'\r'))
            == Some(opening)
    }

    /// An error at this place, which the text says.
    fn placed(&self, text: &str) -> JsonError {
        let before = &self.text[..self.at];
        let line_start = before.rfind('\n').map_or(0, |end| end + 1);
        JsonError {
            text: text.to_owned(),
            place: Some((
                before.encode_utf16().count(),
                before.matches('\n').count() + 1,
                before[line_start..].encode_utf16().count() + 1,
            )),
        }
    }

    /// Something else had to stand here.
    fn expected(&self, what: &str) -> JsonError {
        self.placed(&format!("{what} in JSON at position"))
    }

    /// What stands here cannot stand here.
    fn unexpected(&self) -> JsonError {
        let unplaced = |text: String| JsonError { text, place: None };
        let Some(found) = self.text[self.at..].chars().next() else {
            return unplaced("Unexpected end of JSON input".to_owned());
        };
        if ["NaN", "Infinity", "undefined", "[object Object]"].contains(&self.text) {
            return unplaced(format!("\"{}\" is not valid JSON", self.text));
        }
        match found {
            '"' => return self.placed("Unexpected string in JSON at position"),
            '-' | '0'..='9' => return self.placed("Unexpected number in JSON at position"),
            _ => {}
        }
        let letters: Vec<char> = self.text.chars().collect();
        let at = self.text[..self.at].chars().count();
        let (from, to) = match letters.len() > 2 * CONTEXT {
            true => (at.saturating_sub(CONTEXT), letters.len().min(at + CONTEXT)),
            false => (0, letters.len()),
        };
        let shown: String = letters[from..to].iter().collect();
        let (before, after) = (
            if from > 0 { "..." } else { "" },
            if to < letters.len() { "..." } else { "" },
        );
        unplaced(format!(
            "Unexpected token '{found}', {before}\"{shown}\"{after} is not valid JSON"
        ))
    }

    fn scalar(&mut self) -> Result<JsValue, JsonError> {
        for (word, value) in [
            ("true", JsValue::from(true)),
            ("false", JsValue::from(false)),
            ("null", JsValue::null()),
        ] {
            let begin = self.at;
            if self.peek() != Some(word.as_bytes()[0]) {
                continue;
            }
            for letter in word.bytes() {
                if self.peek() != Some(letter) {
                    let error = self.unexpected();
                    self.at = begin;
                    return Err(error);
                }
                self.at += 1;
            }
            return Ok(value);
        }
        match self.peek() {
            Some(b'"') => Ok(self.string()?.into()),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => Err(self.unexpected()),
        }
    }

    fn digits(&mut self, what_is_missing: &str) -> Result<(), JsonError> {
        if !matches!(self.peek(), Some(b'0'..=b'9')) {
            return Err(self.expected(what_is_missing));
        }
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        Ok(())
    }

    fn number(&mut self) -> Result<JsValue, JsonError> {
        let begin = self.at;
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        if self.peek() == Some(b'0') {
            self.at += 1;
            if matches!(self.peek(), Some(b'0'..=b'9')) {
                return Err(self.unexpected());
            }
        } else {
            self.digits("No number after minus sign")?;
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits("Unterminated fractional number")?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            self.digits("Exponent part is missing a number")?;
        }
        let text = &self.text[begin..self.at];
        // Rust reads what JSON writes, correctly rounded, and too much becomes infinity as in JavaScript.
        let number: f64 = text.parse().map_err(|_| self.unexpected())?;
        Ok(JsValue::from(number))
    }

    fn string(&mut self) -> Result<JsString, JsonError> {
        self.at += 1;
        let begin = self.at;
        // Most strings have no escapes and can be taken as they are.
        while let Some(byte) = self.peek() {
            match byte {
                b'"' => {
                    let text = &self.text[begin..self.at];
                    self.at += 1;
                    return Ok(JsString::from(text));
                }
                b'\\' => break,
                0..=0x1f => return Err(self.control_character()),
                _ => self.at += 1,
            }
        }
        let mut units: Vec<u16> = self.text[begin..self.at].encode_utf16().collect();
        while let Some(letter) = self.text[self.at..].chars().next() {
            match letter {
                '"' => {
                    self.at += 1;
                    return Ok(JsString::from(units.as_slice()));
                }
                '\\' => units.push(self.escape()?),
                '\u{0}'..='\u{1f}' => return Err(self.control_character()),
                _ => {
                    self.at += letter.len_utf8();
                    units.extend_from_slice(letter.encode_utf16(&mut [0; 2]));
                }
            }
        }
        Err(self.expected("Unterminated string"))
    }

    fn control_character(&self) -> JsonError {
        self.expected("Bad control character in string literal")
    }

    /// One escape; a half of a surrogate pair stays a half, as in JavaScript.
    fn escape(&mut self) -> Result<u16, JsonError> {
        self.at += 1;
        let unit = match self.peek() {
            Some(b'u') => {
                let digits = self
                    .text
                    .get(self.at + 1..self.at + 5)
                    .filter(|d| d.bytes().all(|b| b.is_ascii_hexdigit()));
                let unit = digits.and_then(|digits| u16::from_str_radix(digits, 16).ok());
                let unit = unit.ok_or_else(|| self.expected("Bad Unicode escape"))?;
                self.at += 4;
                unit
            }
            Some(b'b') => 8,
            Some(b't') => 9,
            Some(b'n') => 10,
            Some(b'f') => 12,
            Some(b'r') => 13,
            Some(byte @ (b'"' | b'\\' | b'/')) => u16::from(byte),
            None => return Err(self.expected("Unterminated string")),
            _ => return Err(self.expected("Bad escaped character")),
        };
        self.at += 1;
        Ok(unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use boa_engine::{JsResult, js_string};

    fn round_trip(text: &str) -> Result<String, String> {
        let context = &mut Context::default();
        let value = parse(text, context).map_err(|error| error.message(NodeRuntime::Node22))?;
        let stringify = |context: &mut Context| -> JsResult<JsValue> {
            let json = context.intrinsics().objects().json();
            let function = json.get(js_string!("stringify"), context)?;
            function.as_callable().expect("a function").call(
                &JsValue::undefined(),
                &[value],
                context,
            )
        };
        Ok(stringify(context)
            .expect("plain data")
            .to_string(context)
            .expect("text")
            .to_std_string_escaped())
    }

    #[test]
    fn reads_what_json_parse_reads() {
        for (text, expected) in [
            ("null", "null"),
            (" [ 1 , -0.5e-2, 1e400 ] ", "[1,-0.005,null]"),
            (r#"{"b":1,"a":[],"2":{},"b":3}"#, r#"{"2":{},"b":3,"a":[]}"#),
            (r#""\u0041\n\/é\ud83e\ude81""#, "\"A\\n/é🪁\""),
            (r#""\ud800""#, r#""\ud800""#),
            (r#"{"__proto__":{"x":1}}"#, r#"{"__proto__":{"x":1}}"#),
            ("[[],{}]", "[[],{}]"),
        ] {
            assert_eq!(round_trip(text).as_deref(), Ok(expected), "{text}");
        }
        let deep = format!("{}{}", "[".repeat(300), "]".repeat(300));
        assert_eq!(round_trip(&deep), Ok(deep));
    }

    #[test]
    fn refuses_what_is_no_json() {
        for text in [
            "",
            "[1,]",
            "{\"a\":1,}",
            "{a:1}",
            "[1 2]",
            "01",
            "1.",
            "+1",
            "'a'",
            "\"a",
            "\"\\x\"",
            "\"\\u00g0\"",
            "nul",
            "[",
            "{\"a\"}",
            "{\"a\":}",
            "]",
            "1 1",
            "\"\t\"",
            "{,}",
            "[,]",
            "--1",
            "1e",
        ] {
            assert!(round_trip(text).is_err(), "{text}");
        }
    }

    #[test]
    fn says_what_v8_says() {
        let long = format!("[\"{}\", x, 1]", "a".repeat(30));
        for (text, expected) in [
            ("", "Unexpected end of JSON input"),
            ("[", "Unexpected end of JSON input"),
            ("hello", "Unexpected token 'h', \"hello\" is not valid JSON"),
            (
                long.as_str(),
                "Unexpected token 'x', ...\"aaaaaaa\", x, 1]\" is not valid JSON",
            ),
            ("undefined", "\"undefined\" is not valid JSON"),
            (
                "{\n'a':1}",
                "Expected property name or '}' in JSON at position 2 (line 2 column 1)",
            ),
            (
                "{\"a\":1,}",
                "Expected double-quoted property name in JSON at position 7 (line 1 column 8)",
            ),
            (
                "[1 2]",
                "Expected ',' or ']' after array element in JSON at position 3 (line 1 column 4)",
            ),
            (
                "1 1",
                "Unexpected non-whitespace character after JSON at position 2 (line 1 column 3)",
            ),
        ] {
            assert_eq!(round_trip(text).unwrap_err(), expected, "{text}");
        }
    }
}
