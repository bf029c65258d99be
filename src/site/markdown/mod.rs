//! The article: Markdown becomes pieces of a page. Prose is HTML at once; labs and pictures of runs are made later, by
//! those who know how.
//!
//! Nothing that an author writes reaches the page as HTML: raw HTML is refused, and everything else is escaped. What does
//! not work is a mistake of the author that is told, never silently something else.

mod code;
mod headings;
mod images;
mod notes;
mod tables;
mod tabs;
mod text;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, TextMergeWithOffset, html};

use crate::diagnostic::{Diagnostic, Source};
use crate::escape::is_safe_address;
use crate::legend::Legend;
use crate::starter::Starter;
use headings::Headings;
use notes::Notes;
use tables::Table;

/// A part of the article, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Text, as HTML.
    Prose(String),
    /// A lab, and the line where its fence begins.
    Lab { starter: Starter, line: usize },
    /// Code that stands in the prose already, for the pictures of runs below it.
    Example(Starter),
    /// A picture of a run: the text of its fence, and the line where that begins.
    RunFigure {
        body: String,
        first_line: usize,
        shows: Shows,
    },
}

/// What a figure shows of its run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shows {
    /// Containers over time.
    Timeline,
    /// What such requests cost, at any rate.
    Costs,
}

/// The article in pieces, and how many words there are to read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Article {
    pub(crate) pieces: Vec<Piece>,
    pub(crate) words: usize,
}

/// What an article may refer to.
#[derive(Clone, Copy)]
pub(crate) struct Surroundings<'a> {
    /// Gives the text of a file that lies beside the lesson, such as a diagram.
    pub(crate) read_file: &'a dyn Fn(&str) -> Option<String>,
    /// The marks of the states.
    pub(crate) legend: &'a Legend,
}

type Spanned<'a> = (Event<'a>, std::ops::Range<usize>);

/// Reads a whole article.
pub(crate) fn read(
    source: Source<'_>,
    surroundings: Surroundings<'_>,
    found: &mut Vec<Diagnostic>,
) -> Article {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    let parser = Parser::new_ext(source.text, options).into_offset_iter();
    let events: Vec<Spanned<'_>> = TextMergeWithOffset::new(parser).collect();
    let mut reader = Reader {
        source,
        surroundings,
        found,
        headings: Headings::default(),
        article: Article::default(),
        written: Vec::new(),
        depth: 0,
        lead: Lead::Expected,
        open_tabs: Vec::new(),
        tab_groups: 0,
        table: Table::default(),
        notes: Notes::gather(&events),
        is_among_notes: false,
    };
    reader.read_all(&events);
    reader.flush();
    let Reader {
        headings,
        notes,
        article,
        found,
        ..
    } = reader;
    headings.check_links(source, found);
    notes.check(source, found);
    article
}

/// Reads a caption: one paragraph of Markdown, without the paragraph's own tags.
pub(crate) fn read_caption(
    source: Source<'_>,
    surroundings: Surroundings<'_>,
    found: &mut Vec<Diagnostic>,
) -> String {
    let before = found.len();
    let article = read(source, surroundings, found);
    match article.pieces.as_slice() {
        [Piece::Prose(html)] if html.matches("<p").count() == 1 => {
            let inner = html
                .trim()
                .strip_prefix("<p class=\"lead\">")
                .and_then(|rest| rest.strip_suffix("</p>"));
            inner.unwrap_or_default().to_owned()
        }
        _ => {
            if found.len() == before {
                found.push(source.mistake_in_line(
                    source.first_line,
                    "this caption is not one paragraph",
                    "Write it as one paragraph of text.",
                ));
            }
            String::new()
        }
    }
}

/// The first paragraph of a lesson is its lead.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lead {
    Expected,
    Open,
    Done,
}

struct Reader<'a, 'b> {
    source: Source<'a>,
    surroundings: Surroundings<'b>,
    found: &'b mut Vec<Diagnostic>,
    headings: Headings,
    article: Article,
    /// What will be written next, in order.
    written: Vec<Event<'a>>,
    /// How many lists, quotations and so on are open here.
    depth: usize,
    lead: Lead,
    /// Pieces of code that will share a place.
    open_tabs: Vec<tabs::Tab>,
    tab_groups: usize,
    /// The table that is being written, if one is.
    table: Table,
    notes: Notes,
    /// Whether the list of notes is open.
    is_among_notes: bool,
}

impl<'a> Reader<'a, '_> {
    fn read_all(&mut self, events: &[Spanned<'a>]) {
        let mut index = 0;
        while index < events.len() {
            index += self.read_one(&events[index..]);
        }
    }

    /// Reads the first of these events, with those that belong to it; returns how many that were.
    fn read_one(&mut self, events: &[Spanned<'a>]) -> usize {
        let (event, range) = &events[0];
        if self.table(events) || self.note(events) {
            return 1;
        }
        match event {
            Event::Start(Tag::CodeBlock(kind)) => return self.code_block(kind, events),
            Event::Start(Tag::Heading { level, .. }) => self.heading(*level, events),
            Event::Start(Tag::HtmlBlock) => {
                self.refuse_html(range.start);
                return until(events, TagEnd::HtmlBlock);
            }
            // The closing half of a pair says nothing new.
            Event::InlineHtml(tag) if tag.starts_with("</") => {}
            Event::InlineHtml(_) | Event::Html(_) => self.refuse_html(range.start),
            Event::Start(Tag::Paragraph) => return self.paragraph(events),
            Event::End(TagEnd::Paragraph) if self.lead == Lead::Open => {
                self.lead = Lead::Done;
                self.written.push(Event::Html("</p>\n".into()));
            }
            Event::Start(Tag::Image { .. }) => {
                self.found.push(self.source.mistake_at(
                    range.start,
                    "an image stands within a text",
                    "Give it a paragraph of its own.",
                ));
                return until(events, TagEnd::Image);
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                self.check_link(dest_url, range.start);
                self.written.push(event.clone());
            }
            Event::Text(text) => self.text(text, range.start),
            Event::Code(code) => self.short_code(code),
            other => self.write(other),
        }
        1
    }

    fn write(&mut self, event: &Event<'a>) {
        match event {
            Event::Start(Tag::List(_) | Tag::BlockQuote(_) | Tag::Item) => self.depth += 1,
            Event::End(TagEnd::List(_) | TagEnd::BlockQuote(_) | TagEnd::Item) => self.depth -= 1,
            _ => {}
        }
        self.written.push(event.clone());
    }

    fn paragraph(&mut self, events: &[Spanned<'a>]) -> usize {
        let (_, range) = &events[0];
        if let Some(figure) = self.image_alone(events) {
            self.written.push(Event::Html(figure.into()));
            return until(events, TagEnd::Paragraph);
        }
        if self.source.text[range.clone()].starts_with(":::") {
            self.found.push(self.source.mistake_at(
                range.start,
                "unknown directive `:::`",
                "There are no directives for blocks yet.",
            ));
        }
        if self.lead == Lead::Expected && self.depth == 0 {
            self.lead = Lead::Open;
            self.written.push(Event::Html("<p class=\"lead\">".into()));
        } else {
            self.written.push(events[0].0.clone());
        }
        1
    }

    fn refuse_html(&mut self, at: usize) {
        self.found.push(self.source.mistake_at(
            at,
            "raw HTML may not stand in a lesson",
            "Write it in Markdown; a diagram is an SVG file beside the lesson: `![what it shows](name.svg)`. \
             A `<` that is meant as such is written `\\<`.",
        ));
    }

    fn check_link(&mut self, address: &str, at: usize) {
        if let Some(fragment) = address.strip_prefix('#') {
            self.headings.expect(fragment, at);
        } else if !is_safe_address(address) {
            self.found.push(self.source.mistake_at(
                at,
                format!("the address `{address}` may not stand in a link"),
                "Link to `https:`, `mailto:`, or a place on this site.",
            ));
        }
    }

    /// Turns what was read so far into a piece of prose.
    fn flush(&mut self) {
        let mut html = String::new();
        html::push_html(&mut html, self.written.drain(..));
        if !html.trim().is_empty() {
            self.article.pieces.push(Piece::Prose(html));
        }
    }
}

/// How many events there are up to and with the end of what the first one opens.
fn until(events: &[Spanned<'_>], end: TagEnd) -> usize {
    events
        .iter()
        .position(|(event, _)| *event == Event::End(end))
        .map_or(events.len(), |last| last + 1)
}
