//! Headings get names, made from their text, that links can lead to.

use std::collections::HashMap;

use pulldown_cmark::{Event, HeadingLevel, Tag};

use super::{Reader, Spanned};
use crate::diagnostic::{Diagnostic, Source};

/// The names that were given, and those that links ask for.
#[derive(Debug, Default)]
pub(super) struct Headings {
    given: HashMap<String, usize>,
    expected: Vec<(String, usize)>,
}

impl Headings {
    /// The name of a heading: `AWS Lambda` is `aws-lambda`, a second one `aws-lambda-1`.
    fn name(&mut self, text: &str) -> String {
        let mut name = String::new();
        for character in text.chars().flat_map(char::to_lowercase) {
            match character {
                _ if character.is_alphanumeric() => name.push(character),
                _ if name.ends_with('-') || name.is_empty() => {}
                ' ' | '-' | '_' | '/' => name.push('-'),
                _ => {}
            }
        }
        let mut name = name.trim_end_matches('-').to_owned();
        if name.is_empty() {
            name.push_str("section");
        }
        let count = *self
            .given
            .entry(name.clone())
            .and_modify(|count| *count += 1)
            .or_insert(0);
        if count == 0 {
            return name;
        }
        // A heading of our making ("Pools 1") may have that name already.
        self.name(&format!("{name} {count}"))
    }

    /// A link at this byte leads to this name.
    pub(super) fn expect(&mut self, name: &str, at: usize) {
        self.expected.push((name.to_owned(), at));
    }

    /// Complains of links that lead nowhere.
    pub(super) fn check_links(&self, source: Source<'_>, found: &mut Vec<Diagnostic>) {
        for (name, at) in &self.expected {
            if !self.given.contains_key(name) {
                let mut names: Vec<String> =
                    self.given.keys().map(|name| format!("`#{name}`")).collect();
                names.sort();
                found.push(source.mistake_at(
                    *at,
                    format!("this link leads to `#{name}`, which is not there"),
                    format!("The headings of this lesson are {}.", names.join(", ")),
                ));
            }
        }
    }
}

impl<'a> Reader<'a, '_> {
    /// Opens a heading; its text follows.
    pub(super) fn heading(&mut self, level: HeadingLevel, events: &[Spanned<'a>]) {
        if level == HeadingLevel::H1 {
            self.found.push(self.source.mistake_at(
                events[0].1.start,
                "a heading of the first level",
                "The title stands in the front matter; begin sections with `##`.",
            ));
        }
        let text: String = events
            .iter()
            .take_while(|(event, _)| {
                !matches!(event, Event::End(pulldown_cmark::TagEnd::Heading(_)))
            })
            .filter_map(|(event, _)| match event {
                Event::Text(text) | Event::Code(text) => Some(text.as_ref()),
                _ => None,
            })
            .collect();
        let id = Some(self.headings.name(&text).into());
        self.written.push(Event::Start(Tag::Heading {
            level,
            id,
            classes: Vec::new(),
            attrs: Vec::new(),
        }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_made_from_the_text_and_never_twice() {
        let mut headings = Headings::default();
        for (text, name) in [
            ("AWS Lambda", "aws-lambda"),
            ("What’s new? A/B – tests!", "whats-new-a-b-tests"),
            ("AWS Lambda", "aws-lambda-1"),
            ("AWS Lambda", "aws-lambda-2"),
            ("?!", "section"),
            ("Größe", "größe"),
        ] {
            assert_eq!(headings.name(text), name);
        }
    }
}
