//! JSON with line breaks, for reading. The text itself is not changed: keys keep their order and numbers their digits.

/// The same JSON, an entry a line, two blanks for each level. What is no JSON comes back with odd line breaks and
/// nothing lost.
pub(crate) fn pretty_json(json: &str) -> String {
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
    fn lays_out_an_event() {
        let json = r#"{"path":"/a, b","query":null,"list":[1,2.50],"empty":{}, "text":"\"{"}"#;
        let expected = "{\n  \"path\": \"/a, b\",\n  \"query\": null,\n  \"list\": [\n    1,\n    2.50\n  ],\n  \
                        \"empty\": {},\n  \"text\": \"\\\"{\"\n}";
        assert_eq!(pretty_json(json), expected);
        assert_eq!(pretty_json("17"), "17");
    }
}
