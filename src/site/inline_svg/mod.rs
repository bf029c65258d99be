//! Diagrams: an SVG file of ours becomes part of the page, so that the page's colours and fonts apply to it.
//!
//! What is part of the page could run code in it. So a file is taken apart, only known elements and attributes pass,
//! and what the page gets is written anew from those.

mod scanner;

use crate::diagnostic::{Diagnostic, Source};
use scanner::{Attribute, Token, tokens};

/// Elements that draw, group, or say what is drawn.
const ELEMENTS: [&str; 17] = [
    "svg", "title", "desc", "g", "defs", "symbol", "use", "marker", "pattern", "path", "rect",
    "circle", "ellipse", "line", "polyline", "text", "tspan",
];

/// Attributes of shape and place, and those that assistive technology reads.
const ATTRIBUTES: [&str; 36] = [
    "xmlns",
    "viewBox",
    "id",
    "class",
    "role",
    "aria-labelledby",
    "aria-hidden",
    "x",
    "y",
    "x1",
    "y1",
    "x2",
    "y2",
    "dx",
    "dy",
    "cx",
    "cy",
    "r",
    "rx",
    "ry",
    "width",
    "height",
    "d",
    "points",
    "transform",
    "text-anchor",
    "marker-start",
    "marker-end",
    "markerWidth",
    "markerHeight",
    "refX",
    "refY",
    "orient",
    "patternUnits",
    "patternTransform",
    "href",
];

/// Makes an SVG file part of the page; `None` if it may not be.
pub(crate) fn inline(source: Source<'_>, found: &mut Vec<Diagnostic>) -> Option<String> {
    let before = found.len();
    let tokens = match tokens(source.text) {
        Ok(tokens) => tokens,
        Err((at, message)) => {
            found.push(source.mistake_at(
                at,
                message,
                "An SVG file is well-formed XML without a prolog.",
            ));
            return None;
        }
    };
    check_alternative(source, &tokens, found);
    let mut html = String::new();
    let mut open: Vec<&str> = Vec::new();
    for (at, token) in &tokens {
        match token {
            Token::Text(text) if open.is_empty() && !text.trim().is_empty() => {
                found.push(source.mistake_at(
                    *at,
                    "text outside of the drawing",
                    "A file holds one `<svg>` and comments.",
                ))
            }
            Token::Text(text) => html.push_str(text),
            Token::Open {
                name,
                attributes,
                closed,
            } => {
                let parent = open.last().copied();
                check_element(source, *at, name, parent, found);
                html.push('<');
                html.push_str(name);
                for attribute in attributes {
                    check_attribute(source, name, attribute, found);
                    html.push_str(&format!(" {}=\"{}\"", attribute.name, attribute.value));
                }
                html.push_str(if *closed { "/>" } else { ">" });
                if !closed {
                    open.push(name);
                }
            }
            Token::Close { name } => {
                if open.pop() != Some(name) {
                    found.push(source.mistake_at(
                        *at,
                        format!("`</{name}>` closes what is not open"),
                        "Close elements in the order in which they were opened.",
                    ));
                    return None;
                }
                html.push_str(&format!("</{name}>"));
            }
        }
    }
    if let Some(name) = open.last() {
        let line = source.line_at(source.text.len());
        found.push(source.mistake_in_line(line, format!("`<{name}>` is not closed"), "Close it."));
    }
    (found.len() == before).then(|| html.trim().to_owned())
}

fn check_element(
    source: Source<'_>,
    at: usize,
    name: &str,
    parent: Option<&str>,
    found: &mut Vec<Diagnostic>,
) {
    let mistake = match parent {
        _ if !ELEMENTS.contains(&name) => Some((
            format!("`<{name}>` may not stand in a diagram"),
            "A diagram is made of shapes, text and groups; it runs and loads nothing.",
        )),
        // In HTML the inside of these two is read as HTML again, where other rules hold.
        Some("title" | "desc") => Some((
            format!("`<{name}>` stands in a text alternative"),
            "`<title>` and `<desc>` hold words only.",
        )),
        None if name != "svg" => Some((
            format!("`<{name}>` stands outside of `<svg>`"),
            "A file holds one `<svg>`.",
        )),
        _ => None,
    };
    if let Some((message, hint)) = mistake {
        found.push(source.mistake_at(at, message, hint));
    }
}

fn check_attribute(
    source: Source<'_>,
    element: &str,
    attribute: &Attribute<'_>,
    found: &mut Vec<Diagnostic>,
) {
    let Attribute { at, name, value } = *attribute;
    let is_local = |prefix: &str, suffix: &str| {
        value
            .strip_prefix(prefix)
            .and_then(|rest| rest.strip_suffix(suffix))
            .is_some_and(|id| {
                id.chars()
                    .all(|character| character.is_ascii_alphanumeric() || character == '-')
            })
    };
    let mistake = match name {
        _ if !ATTRIBUTES.contains(&name) => Some(if matches!(name, "fill" | "stroke" | "style") {
            "Colours come from the page's styles, so that they follow light and dark: give it a class."
        } else {
            "A diagram has attributes of shape, place and meaning only."
        }),
        "href" if element != "use" || !is_local("#", "") => {
            Some("Only `<use>` refers, and to this file.")
        }
        "marker-start" | "marker-end" if !is_local("url(#", ")") => {
            Some("Refer to a `<marker>` of this file.")
        }
        "xmlns" if value != "http://www.w3.org/2000/svg" => Some("There is one such name."),
        _ => None,
    };
    if let Some(hint) = mistake {
        found.push(source.mistake_at(
            at,
            format!("`{name}=\"{value}\"` may not stand in a diagram"),
            hint,
        ));
    }
}

/// Who cannot see the drawing has to be told what it says.
fn check_alternative(
    source: Source<'_>,
    tokens: &[(usize, Token<'_>)],
    found: &mut Vec<Diagnostic>,
) {
    let root = tokens.iter().find_map(|(_, token)| match token {
        Token::Open {
            name: "svg",
            attributes,
            ..
        } => Some(attributes.as_slice()),
        _ => None,
    });
    let value = |attributes: &[Attribute<'_>], wanted: &str| {
        attributes
            .iter()
            .find(|attribute| attribute.name == wanted)
            .map(|attribute| attribute.value.to_owned())
    };
    let role = root.and_then(|attributes| value(attributes, "role"));
    let labels = root
        .and_then(|attributes| value(attributes, "aria-labelledby"))
        .unwrap_or_default();
    let names = |wanted: &str| {
        tokens
            .windows(2)
            .any(|pair| match (&pair[0].1, &pair[1].1) {
                (
                    Token::Open {
                        name,
                        attributes,
                        closed: false,
                    },
                    Token::Text(text),
                ) => {
                    let id = value(attributes, "id").unwrap_or_default();
                    *name == wanted
                        && !text.trim().is_empty()
                        && labels.split(' ').any(|label| label == id)
                }
                _ => false,
            })
    };
    if role.as_deref() != Some("img") || !names("title") || !names("desc") {
        found.push(source.mistake_in_line(
            source.first_line,
            "this diagram has no text alternative",
            "Its `<svg>` needs `role=\"img\"` and `aria-labelledby` with the ids of a `<title>` and a `<desc>` in it.",
        ));
    }
}

#[cfg(test)]
mod tests;
