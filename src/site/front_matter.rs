//! The lines between two `---` at the head of a lesson: `key: value`, as Jekyll's posts have them.
//!
//! Unknown keys are kept and never a mistake, so that a post can be used as it is. Only what the page needs is read as
//! more than text.

use domain::units::{CalendarTime, MONTHS};

use crate::diagnostic::{Diagnostic, Source};

/// The front matter of a lesson.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct FrontMatter {
    /// All keys with their values, in order. Quotes around a value are gone; further lines of a value are kept as written.
    pub(crate) entries: Vec<Entry>,
}

/// One key with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) line: usize,
    pub(crate) key: String,
    pub(crate) value: String,
}

/// A day for people and for machines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Day {
    /// `2016-12-23`
    pub(crate) iso: String,
    /// `23 December 2016`
    pub(crate) spoken: String,
}

/// Takes the front matter off a lesson; the rest is the article.
pub(crate) fn split<'a>(
    source: Source<'a>,
    found: &mut Vec<Diagnostic>,
) -> (FrontMatter, Source<'a>) {
    let Some(rest) = source.text.strip_prefix("---\n") else {
        found.push(source.mistake_in_line(
            1,
            "a lesson begins with its front matter",
            "Write `---`, then lines such as `title: What is Serverless`, then `---`.",
        ));
        return (FrontMatter::default(), source);
    };
    let Some((head, length)) = up_to_end(rest) else {
        found.push(source.mistake_in_line(
            1,
            "the front matter has no end",
            "Put a line with nothing but `---` behind its last key.",
        ));
        return (FrontMatter::default(), Source { text: "", ..source });
    };
    let head = Source {
        text: head,
        first_line: source.first_line + 1,
        ..source
    };
    let front_matter = FrontMatter {
        entries: read_entries(head, found),
    };
    let body = &rest[length..];
    (
        front_matter,
        Source {
            text: body,
            first_line: head.line_at(head.text.len()) + 1,
            ..source
        },
    )
}

/// The text before the closing `---`, and where the article begins.
fn up_to_end(rest: &str) -> Option<(&str, usize)> {
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some((&rest[..at], at + line.len()));
        }
        at += line.len();
    }
    None
}

fn read_entries(head: Source<'_>, found: &mut Vec<Diagnostic>) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for (index, line) in head.text.lines().enumerate() {
        let number = head.first_line + index;
        let continues = line.starts_with([' ', '\t']) || line.starts_with("- ");
        match line.split_once(':') {
            _ if line.trim().is_empty() || line.starts_with('#') => {}
            _ if continues && !entries.is_empty() => {
                if let Some(last) = entries.last_mut() {
                    last.value.push('\n');
                    last.value.push_str(line);
                }
            }
            Some((key, value)) if is_key(key) => {
                if entries.iter().any(|entry| entry.key == key) {
                    found.push(head.mistake_in_line(
                        number,
                        format!("the key `{key}` stands here a second time"),
                        "Keep one of the two.",
                    ));
                }
                let (key, value) = (key.to_owned(), unquoted(value.trim()).to_owned());
                entries.push(Entry {
                    line: number,
                    key,
                    value,
                });
            }
            _ => found.push(head.mistake_in_line(
                number,
                "expected `key: value`",
                "Front matter is made of lines such as `title: What is Serverless`.",
            )),
        }
    }
    entries
}

fn is_key(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|character| character.is_alphanumeric() || "_-".contains(character))
}

fn unquoted(value: &str) -> &str {
    for quote in ['"', '\''] {
        if let Some(inner) = value
            .strip_prefix(quote)
            .and_then(|rest| rest.strip_suffix(quote))
        {
            return inner;
        }
    }
    value
}

impl FrontMatter {
    /// A value that the page cannot do without.
    pub(crate) fn require(
        &self,
        key: &str,
        source: Source<'_>,
        found: &mut Vec<Diagnostic>,
    ) -> String {
        match self.entries.iter().find(|entry| entry.key == key) {
            Some(entry) if !entry.value.trim().is_empty() => entry.value.clone(),
            other => {
                found.push(source.mistake_in_line(
                    other.map_or(1, |entry| entry.line),
                    format!("the front matter has no `{key}`"),
                    format!("Add a line `{key}: …`."),
                ));
                String::new()
            }
        }
    }

    /// The day of `date: 2016-12-23 12:00:00`; the time may be left out.
    pub(crate) fn require_day(&self, source: Source<'_>, found: &mut Vec<Diagnostic>) -> Day {
        let written = self.require("date", source, found);
        if written.is_empty() {
            return Day {
                iso: String::new(),
                spoken: String::new(),
            };
        }
        day(&written).unwrap_or_else(|| {
            let line = self
                .entries
                .iter()
                .find(|entry| entry.key == "date")
                .map_or(1, |e| e.line);
            found.push(source.mistake_in_line(
                line,
                format!("`{written}` is no date"),
                "Write it like `2016-12-23 12:00:00`.",
            ));
            Day {
                iso: String::new(),
                spoken: String::new(),
            }
        })
    }
}

fn day(written: &str) -> Option<Day> {
    let (date, time) = written.split_once(' ').unwrap_or((written, "00:00:00"));
    // Jekyll allows a time zone after the time; the day is the author's all the same.
    let time = time.split(' ').next().unwrap_or(time);
    CalendarTime::from_iso(&format!("{date}T{time}Z")).ok()?;
    let month: usize = date.get(5..7)?.parse().ok()?;
    let day: u32 = date.get(8..10)?.parse().ok()?;
    let spoken = format!("{day} {} {}", MONTHS[month - 1], &date[..4]);
    Some(Day {
        iso: date.to_owned(),
        spoken,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_days_as_people_do() {
        for (written, spoken) in [
            ("2016-12-23 12:00:00", Some("23 December 2016")),
            ("2016-12-03", Some("3 December 2016")),
            ("2016-12-23 12:00:00 +0100", Some("23 December 2016")),
            ("2016-02-30", None),
            ("23 December 2016", None),
        ] {
            assert_eq!(
                day(written).map(|day| day.spoken).as_deref(),
                spoken,
                "{written}"
            );
        }
    }

    #[test]
    fn keeps_what_it_does_not_know() {
        let text = "---\n# why\nlayout: post\ntags:\n- a\n- b\ntitle: \"A: B\"\ncomments_id: 101\n---\nText\n";
        let mut found = Vec::new();
        let (front_matter, body) = split(Source::new("lesson.md", text), &mut found);
        let pairs: Vec<_> = front_matter
            .entries
            .iter()
            .map(|entry| (entry.line, entry.key.as_str(), entry.value.as_str()))
            .collect();
        assert_eq!(
            pairs,
            [
                (3, "layout", "post"),
                (4, "tags", "\n- a\n- b"),
                (7, "title", "A: B"),
                (8, "comments_id", "101"),
            ]
        );
        assert_eq!(
            (body.text, body.first_line, found),
            ("Text\n", 10, Vec::new())
        );
    }
}
