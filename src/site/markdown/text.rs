//! Words, and the directives among them.

use pulldown_cmark::{CowStr, Event};

use super::Reader;
use crate::directives::{Part, parts};
use crate::escape::escape;

/// Code in a sentence that is no longer than this stays on one line: it fits the narrowest page, and broken in the
/// middle (`?` and `colour=red`) it could be misread.
const LETTERS_ON_A_LINE: usize = 28;

/// What stays with the word before it. A button in a sentence is no word to a browser, which would break the line there.
const CLOSING_MARKS: [char; 9] = ['.', ',', ';', ':', '!', '?', ')', '’', '”'];

impl<'a> Reader<'a, '_> {
    /// Writes code that stands in a sentence.
    pub(super) fn short_code(&mut self, code: &str) {
        self.article.words += code.split_whitespace().count();
        let class = if code.chars().count() > LETTERS_ON_A_LINE {
            " class=\"long\""
        } else {
            ""
        };
        let html = format!("<code{class}>{}</code>", escape(code));
        self.written.push(Event::InlineHtml(html.into()));
    }

    /// Writes a text that begins at the byte `at` of the source.
    pub(super) fn text(&mut self, text: &CowStr<'a>, at: usize) {
        self.article.words += text.split_whitespace().count();
        self.check_notes(text, at);
        let mut parts = parts(text).into_iter().peekable();
        while let Some(part) = parts.next() {
            let (name, words, attributes) = match part {
                Part::Text(words) => {
                    self.written.push(Event::Text(words.to_owned().into()));
                    continue;
                }
                Part::Directive {
                    name,
                    text,
                    attributes,
                    ..
                } => (name, text, attributes),
            };
            let html = match (name, words, attributes) {
                (_, None, _) => Err((
                    format!("`:{name}[` is not closed"),
                    "Put a `]` behind it, in the same line and without markup in between.".to_owned(),
                )),
                ("t", Some(words), None) => self
                    .surroundings
                    .legend
                    .word(words)
                    .map_err(|hint| (format!("`:t[{words}]` is no word of the legend"), hint)),
                ("act", Some(words), _) => act(words, attributes.unwrap_or_default()).map(|act| {
                    // What closes the sentence is taken off the text behind.
                    let closing = match parts.peek_mut() {
                        Some(Part::Text(behind)) => {
                            let rest = behind.trim_start_matches(CLOSING_MARKS);
                            let closing = &behind[..behind.len() - rest.len()];
                            *behind = rest;
                            closing
                        }
                        _ => "",
                    };
                    match closing {
                        "" => act,
                        closing => format!("<span class=\"together\">{act}{}</span>", escape(closing)),
                    }
                }),
                ("t", Some(words), Some(_)) => Err((
                    format!("`:t[{words}]` takes nothing in braces"),
                    "Leave them out.".to_owned(),
                )),
                (name, ..) => Err((
                    format!("unknown directive `:{name}`"),
                    "There are `:t[warm container]`, a word of the legend, and `:act[send two at once]{burst=2}`."
                        .to_owned(),
                )),
            };
            match html {
                Ok(html) => self.written.push(Event::InlineHtml(html.into())),
                Err((message, hint)) => self.found.push(self.source.mistake_at(at, message, hint)),
            }
        }
    }

    /// A reference to a note that is there does not arrive as text.
    fn check_notes(&mut self, text: &str, at: usize) {
        if let Some((_, from_label)) = text.split_once("[^")
            && let Some((label, _)) = from_label.split_once(']')
        {
            self.found.push(self.source.mistake_at(
                at,
                format!("there is no note `[^{label}]`"),
                format!("Write it below, in a line of its own: `[^{label}]: …`."),
            ));
        }
    }
}

/// The place of an act: words that the lab, once it lives, turns into a button (`app::bridge` reads the attribute).
fn act(words: &str, attributes: &str) -> Result<String, (String, String)> {
    if !lab_can(attributes) {
        return Err((
            format!("`:act[{words}]` does not say what it does"),
            "Put `{burst=2}` behind it (1 to 1000 requests at once), or `{wait=1s}`, `{wait=1min}`, `{wait=15min}`."
                .to_owned(),
        ));
    }
    if words.trim().is_empty() {
        return Err((
            "`:act[]` has no words".to_owned(),
            "Say what it does: `:act[send two at once]{burst=2}`.".to_owned(),
        ));
    }
    Ok(format!(
        "<span class=\"act-place\" data-coldstart-act=\"{}\">{}</span>",
        escape(attributes),
        escape(words)
    ))
}

fn lab_can(attributes: &str) -> bool {
    match attributes.split_once('=') {
        // Digits only: `+2` is a number to Rust, too.
        Some(("burst", count)) => {
            count.bytes().all(|byte| byte.is_ascii_digit())
                && count
                    .parse::<u32>()
                    .is_ok_and(|count| (1..=1_000).contains(&count))
        }
        Some(("wait", span)) => matches!(span, "1s" | "1min" | "15min"),
        _ => false,
    }
}
