//! Takes XML apart, strictly: what a browser could read in another way than we do is refused.

/// An attribute; its value has no `"` and no `<`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Attribute<'a> {
    pub(super) at: usize,
    pub(super) name: &'a str,
    pub(super) value: &'a str,
}

/// A piece of XML. Comments are left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// `<name …>`, or with `closed` `<name …/>`.
    Open {
        name: &'a str,
        attributes: Vec<Attribute<'a>>,
        closed: bool,
    },
    /// `</name>`
    Close { name: &'a str },
    /// What stands between, with its entities.
    Text(&'a str),
}

/// The tokens with their places; an error has the place as well.
pub(super) fn tokens(text: &str) -> Result<Vec<(usize, Token<'_>)>, (usize, String)> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let length = if let Some(comment) = rest.strip_prefix("<!--") {
            4 + comment
                .find("-->")
                .ok_or((at, "a comment has no end".to_owned()))?
                + 3
        } else if rest.starts_with('<') {
            // Values hold no `>` either, so the tag ends at the first.
            let length = rest.find('>').ok_or((at, "a tag has no end".to_owned()))? + 1;
            tokens.push((at, tag(at, &rest[1..length - 1])?));
            length
        } else {
            let length = rest.find('<').unwrap_or(rest.len());
            tokens.push((at, Token::Text(&rest[..length])));
            length
        };
        at += length;
    }
    Ok(tokens)
}

/// Reads what stands between `<` and `>`; `<` itself stands at `at`.
fn tag(at: usize, inner: &str) -> Result<Token<'_>, (usize, String)> {
    let malformed = || (at, format!("`<{inner}>` is no tag"));
    if let Some(name) = inner.strip_prefix('/') {
        let name = name.trim_end();
        return if is_name(name) {
            Ok(Token::Close { name })
        } else {
            Err(malformed())
        };
    }
    let (inner, closed) = match inner.strip_suffix('/') {
        Some(inner) => (inner, true),
        None => (inner, false),
    };
    let end = inner.find(char::is_whitespace).unwrap_or(inner.len());
    let (name, mut rest) = inner.split_at(end);
    if !is_name(name) {
        return Err(malformed());
    }
    let mut attributes: Vec<Attribute<'_>> = Vec::new();
    loop {
        let trimmed = rest.trim_start();
        if trimmed.is_empty() {
            return Ok(Token::Open {
                name,
                attributes,
                closed,
            });
        }
        let begins = at + 1 + (inner.len() - trimmed.len());
        let apart = trimmed.len() < rest.len();
        let (attribute, value_on) = trimmed.split_once("=\"").ok_or_else(malformed)?;
        let (value, behind) = value_on.split_once('"').ok_or_else(malformed)?;
        let again = attributes.iter().any(|earlier| earlier.name == attribute);
        if !apart || again || !is_name(attribute) || value.contains('<') {
            return Err(malformed());
        }
        attributes.push(Attribute {
            at: begins,
            name: attribute,
            value,
        });
        rest = behind;
    }
}

fn is_name(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text
            .chars()
            .all(|character| character.is_ascii_alphanumeric() || "-:_".contains(character))
}
