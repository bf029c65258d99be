//! Notes: `[^1ms]` in a text, `[^1ms]: …` where the notes stand. They are numbered in the order in which they stand
//! there, and lead to each other both ways.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{Reader, Spanned};
use crate::diagnostic::{Diagnostic, Source};

/// The notes of an article in their order. The text refers to them before they stand there.
#[derive(Clone, Debug)]
pub(super) struct Notes {
    all: Vec<Note>,
    /// How many stand on the page already.
    written: usize,
}

#[derive(Clone, Debug)]
struct Note {
    label: String,
    /// The byte where it begins.
    at: usize,
    is_referred_to: bool,
}

impl Notes {
    /// Finds all notes of an article.
    pub(super) fn gather(events: &[Spanned<'_>]) -> Notes {
        let all = events.iter().filter_map(|(event, range)| match event {
            Event::Start(Tag::FootnoteDefinition(label)) => Some(Note {
                label: label.to_string(),
                at: range.start,
                is_referred_to: false,
            }),
            _ => None,
        });
        Notes {
            all: all.collect(),
            written: 0,
        }
    }

    /// A link to the note of this label.
    fn reference(&mut self, label: &str) -> String {
        let Some(index) = self.all.iter().position(|note| note.label == label) else {
            return String::new();
        };
        let number = index + 1;
        let note = &mut self.all[index];
        // The way back leads to the first of several.
        let id = match note.is_referred_to {
            true => String::new(),
            false => format!(" id=\"to-note.{number}\""),
        };
        note.is_referred_to = true;
        format!(
            "<sup><a href=\"#note.{number}\"{id} aria-label=\"Note {number}\">{number}</a></sup>"
        )
    }

    /// The beginning of the next note; its number is the way back.
    fn open(&mut self) -> String {
        self.written += 1;
        let number = self.written;
        format!(
            "<li id=\"note.{number}\"><a href=\"#to-note.{number}\" aria-label=\"Back to the text of note {number}\">{number}</a>"
        )
    }

    /// Complains of notes that nobody can reach.
    pub(super) fn check(&self, source: Source<'_>, found: &mut Vec<Diagnostic>) {
        for (index, Note { label, at, .. }) in self.all.iter().enumerate() {
            let is_second = self.all[..index].iter().any(|note| note.label == *label);
            if is_second {
                found.push(source.mistake_at(
                    *at,
                    format!("a second note `[^{label}]`"),
                    "Give each note a name of its own.",
                ));
            } else if !self.all[index].is_referred_to {
                found.push(source.mistake_at(
                    *at,
                    format!("nothing refers to the note `[^{label}]`"),
                    format!("Write `[^{label}]` in the text that it belongs to, or leave it out."),
                ));
            }
        }
    }
}

impl<'a> Reader<'a, '_> {
    /// Writes a reference, or what frames a note; `false` if this event is neither.
    pub(super) fn note(&mut self, events: &[Spanned<'a>]) -> bool {
        let is_note = |event: Option<&Spanned<'a>>| {
            matches!(event, Some((Event::Start(Tag::FootnoteDefinition(_)), _)))
        };
        match &events[0].0 {
            Event::FootnoteReference(label) => {
                let html = self.notes.reference(label);
                self.written.push(Event::InlineHtml(html.into()));
            }
            Event::Start(Tag::FootnoteDefinition(_)) => {
                self.depth += 1;
                let list = match self.is_among_notes {
                    true => "",
                    false => "<ol class=\"notes\">\n",
                };
                self.is_among_notes = true;
                let html = format!("{list}{}", self.notes.open());
                self.written.push(Event::Html(html.into()));
            }
            Event::End(TagEnd::FootnoteDefinition) => {
                self.depth -= 1;
                self.is_among_notes = is_note(events.get(1));
                let html = match self.is_among_notes {
                    true => "</li>\n",
                    false => "</li>\n</ol>\n",
                };
                self.written.push(Event::Html(html.into()));
            }
            _ => return false,
        }
        true
    }
}
