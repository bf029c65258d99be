//! Events as people read and write them: laid out with line breaks, and checked with the place of a mistake.

use std::fmt;

use serde::de::IgnoredAny;

use super::REQUEST_LIMIT_BYTES;

/// Why a text is no event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventMistake {
    /// The line, counted from 1.
    pub line: usize,
    /// The column, counted from 1.
    pub column: usize,
    /// What is wrong.
    pub message: String,
}

impl fmt::Display for EventMistake {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "Line {}, column {}: {}.",
            self.line, self.column, self.message
        )
    }
}

/// Checks that a text is JSON of a size that Lambda takes. Any JSON is an event, however odd.
pub fn check_event(text: &str) -> Result<(), EventMistake> {
    if text.len() > REQUEST_LIMIT_BYTES {
        let message = format!(
            "{} bytes, and Lambda takes {REQUEST_LIMIT_BYTES} at most",
            text.len()
        );
        return Err(EventMistake {
            line: 1,
            column: 1,
            message,
        });
    }
    serde_json::from_str::<IgnoredAny>(text)
        .map(drop)
        .map_err(|error| {
            let text = error.to_string();
            let message = text
                .split(" at line ")
                .next()
                .unwrap_or_default()
                .to_owned();
            EventMistake {
                line: error.line().max(1),
                column: error.column().max(1),
                message,
            }
        })
}

/// The same JSON, an entry a line, two blanks for each level. What is no JSON comes back with odd line breaks and
/// nothing lost.
pub fn pretty_json(json: &str) -> String {
    let mut pretty = String::with_capacity(json.len() * 2);
    let mut depth = 0_usize;
    let mut characters = json.chars().peekable();
    let mut in_string = false;
    let mut is_escaped = false;
    while let Some(character) = characters.next() {
        if in_string {
            pretty.push(character);
            match character {
                _ if is_escaped => is_escaped = false,
                '\\' => is_escaped = true,
                '"' => in_string = false,
                _ => {}
            }
            continue;
        }
        match character {
            '"' => {
                in_string = true;
                pretty.push(character);
            }
            '{' | '[' => {
                pretty.push(character);
                // An empty one stays on its line.
                if characters
                    .peek()
                    .is_some_and(|next| matches!(next, '}' | ']'))
                {
                    pretty.extend(characters.next());
                } else {
                    depth += 1;
                    break_line(&mut pretty, depth);
                }
            }
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                break_line(&mut pretty, depth);
                pretty.push(character);
            }
            ',' => {
                pretty.push(character);
                break_line(&mut pretty, depth);
            }
            ':' => pretty.push_str(": "),
            _ if character.is_whitespace() => {}
            _ => pretty.push(character),
        }
    }
    pretty
}

fn break_line(pretty: &mut String, depth: usize) {
    pretty.push('\n');
    pretty.extend(std::iter::repeat_n("  ", depth));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_where_a_text_is_no_json() {
        for (text, expected) in [
            ("", "Line 1, column 1: EOF while parsing a value."),
            (
                "{\n  \"a\": 1,\n}",
                "Line 3, column 1: key must be a string.",
            ),
            ("{a: 1}", "Line 1, column 2: key must be a string."),
            ("1 2", "Line 1, column 3: trailing characters."),
        ] {
            assert_eq!(check_event(text).unwrap_err().to_string(), expected);
        }
        let deep = format!("{}1e400{}", "[".repeat(300), "]".repeat(300));
        for text in ["null", r#""\ud800""#, deep.as_str()] {
            assert_eq!(check_event(text), Ok(()), "{text}");
        }
        assert!(check_event(&" ".repeat(REQUEST_LIMIT_BYTES + 1)).is_err());
    }

    #[test]
    fn lays_out_an_event() {
        let json = r#"{"path":"/a, b","query":null,"list":[1,2.50],"empty":{}, "text":"\"{"}"#;
        let expected = "{\n  \"path\": \"/a, b\",\n  \"query\": null,\n  \"list\": [\n    1,\n    2.50\n  ],\n  \
                        \"empty\": {},\n  \"text\": \"\\\"{\"\n}";
        assert_eq!(pretty_json(json), expected);
        assert_eq!(pretty_json("17"), "17");
    }
}
