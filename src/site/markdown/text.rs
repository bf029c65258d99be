//! Words, and the directives among them.

use pulldown_cmark::{CowStr, Event};

use super::Reader;
use crate::directives::{Part, parts};
use crate::escape::escape;

/// Code in a sentence that is no longer than this stays on one line: it fits the narrowest page, and broken in the
/// middle (`?` and `colour=red`) it could be misread.
const LETTERS_ON_A_LINE: usize = 28;

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
        for part in parts(text) {
            match part {
                Part::Text(words) => self.written.push(Event::Text(words.to_owned().into())),
                Part::Directive {
                    name: "t",
                    text: Some(words),
                    ..
                } => match self.surroundings.legend.word(words) {
                    Ok(html) => self.written.push(Event::InlineHtml(html.into())),
                    Err(hint) => self.found.push(self.source.mistake_at(
                        at,
                        format!("`:t[{words}]` is no word of the legend"),
                        hint,
                    )),
                },
                Part::Directive {
                    name: "act",
                    text: Some(words),
                    attributes,
                    ..
                } => match act(attributes.unwrap_or_default()) {
                    true => {
                        let act = escape(attributes.unwrap_or_default());
                        let words = escape(words);
                        let html = format!(
                            "<span class=\"act-place\" data-coldstart-act=\"{act}\">{words}</span>"
                        );
                        self.written.push(Event::InlineHtml(html.into()));
                    }
                    false => self.found.push(self.source.mistake_at(
                        at,
                        format!("`:act[{words}]` does not say what it does"),
                        "Put `{burst=2}` behind it (1 to 1000 requests at once), or `{wait=1s}`, `{wait=1min}`, \
                         `{wait=15min}`.",
                    )),
                },
                Part::Directive {
                    name, text: None, ..
                } => self.found.push(self.source.mistake_at(
                    at,
                    format!("`:{name}[` is not closed"),
                    "Put a `]` behind it, in the same line and without markup in between.",
                )),
                Part::Directive { name, .. } => self.found.push(self.source.mistake_at(
                    at,
                    format!("unknown directive `:{name}`"),
                    "There are `:t[warm container]`, a word of the legend, and `:act[send two at once]{burst=2}`.",
                )),
            }
        }
    }
}

/// Whether the lab can do this.
fn act(attributes: &str) -> bool {
    match attributes.split_once('=') {
        Some(("burst", count)) => count
            .parse::<u32>()
            .is_ok_and(|count| (1..=1_000).contains(&count)),
        Some(("wait", span)) => matches!(span, "1s" | "1min" | "15min"),
        _ => false,
    }
}
