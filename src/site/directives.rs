//! Directives: `:name[text]` within a sentence, `:::name` for a block. Other tools show them as they are written.

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Part<'a> {
    /// Words without meaning of their own.
    Text(&'a str),
    /// `:name[text]`, and where it begins in the whole text.
    Directive {
        /// Such as `t`.
        name: &'a str,
        /// What stands in the brackets; `None` if they are not closed.
        text: Option<&'a str>,
        /// What stands in braces directly behind the brackets, as in `:act[send two at once]{burst=2}`.
        attributes: Option<&'a str>,
        /// The byte of its colon.
        at: usize,
    },
}

/// Finds the directives in a text.
pub(crate) fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut text_from = 0;
    let mut search_from = 0;
    while let Some(found) = text[search_from..].find(':') {
        let colon = search_from + found;
        search_from = colon + 1;
        let after = &text[colon + 1..];
        let name_length = after.bytes().take_while(u8::is_ascii_alphabetic).count();
        let (name, rest) = after.split_at(name_length);
        // `10:30` and `https://[…]` are no directives: a name stands between a colon that begins a word and a bracket.
        let begins_word =
            !text[..colon].ends_with(|before: char| before.is_alphanumeric() || before == ':');
        if name.is_empty() || !rest.starts_with('[') || !begins_word {
            continue;
        }
        if text_from < colon {
            parts.push(Part::Text(&text[text_from..colon]));
        }
        let inner = rest[1..].split_once(']');
        let braces = inner.and_then(|(_, behind)| behind.strip_prefix('{')?.split_once('}'));
        let attributes = braces.map(|(attributes, _)| attributes);
        let inner = inner.map(|(inner, _)| inner);
        parts.push(Part::Directive {
            name,
            text: inner,
            attributes,
            at: colon,
        });
        // The colon, the name, two brackets and what is between them; an open bracket takes all the rest with it.
        let length_of = |inner: &str| {
            name.len() + inner.len() + 3 + attributes.map_or(0, |text| text.len() + 2)
        };
        text_from = inner.map_or(text.len(), |inner| colon + length_of(inner));
        search_from = text_from;
    }
    if text_from < text.len() {
        parts.push(Part::Text(&text[text_from..]));
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_directives_and_leaves_other_colons_alone() {
        use Part::{Directive, Text};
        for (text, expected) in [
            ("at 10:30[a]", vec![Text("at 10:30[a]")]),
            ("a ::t[b]", vec![Text("a ::t[b]")]),
            ("a: [b]", vec![Text("a: [b]")]),
            (
                "a (:t[b c]), d",
                vec![
                    Text("a ("),
                    Directive {
                        name: "t",
                        text: Some("b c"),
                        attributes: None,
                        at: 3,
                    },
                    Text("), d"),
                ],
            ),
            (
                ":t[é]é",
                vec![
                    Directive {
                        name: "t",
                        text: Some("é"),
                        attributes: None,
                        at: 0,
                    },
                    Text("é"),
                ],
            ),
            (
                "x :act[y",
                vec![
                    Text("x "),
                    Directive {
                        name: "act",
                        text: None,
                        attributes: None,
                        at: 2,
                    },
                ],
            ),
            (
                ":act[go]{burst=2}.",
                vec![
                    Directive {
                        name: "act",
                        text: Some("go"),
                        attributes: Some("burst=2"),
                        at: 0,
                    },
                    Text("."),
                ],
            ),
        ] {
            assert_eq!(parts(text), expected, "{text}");
        }
    }
}
