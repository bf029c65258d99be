//! Tables, written here because the parser's own writer aligns columns by a `style` attribute, which our policy forbids,
//! and knows no headings of rows.

use pulldown_cmark::{Alignment, Event, Tag, TagEnd};

use super::{Reader, Spanned};

/// A table that is being written.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    alignments: Vec<Alignment>,
    is_head: bool,
    /// Whether the first cell of the head is empty: then the first cell of each row names the row.
    names_rows: bool,
    column: usize,
}

impl<'a> Reader<'a, '_> {
    /// Writes what belongs to the frame of a table; `false` if this event does not. Cells hold text like any other.
    pub(super) fn table(&mut self, events: &[Spanned<'a>]) -> bool {
        let html = match &events[0].0 {
            Event::Start(Tag::Table(alignments)) => {
                self.depth += 1;
                self.table = Table {
                    alignments: alignments.clone(),
                    ..Table::default()
                };
                // Wider than a phone, it scrolls by itself, and the keyboard has to reach it.
                "<div class=\"scrolls\" role=\"group\" aria-label=\"Table\" tabindex=\"0\"><table>"
                    .into()
            }
            Event::End(TagEnd::Table) => {
                self.depth -= 1;
                "</tbody></table></div>\n".into()
            }
            Event::Start(Tag::TableHead) => {
                self.table.is_head = true;
                self.table.column = 0;
                "<thead><tr>".into()
            }
            Event::End(TagEnd::TableHead) => {
                self.table.is_head = false;
                "</tr></thead><tbody>\n".into()
            }
            Event::Start(Tag::TableRow) => {
                self.table.column = 0;
                "<tr>".into()
            }
            Event::End(TagEnd::TableRow) => "</tr>\n".into(),
            Event::Start(Tag::TableCell) => {
                let is_empty = matches!(events.get(1), Some((Event::End(TagEnd::TableCell), _)));
                self.table.open_cell(is_empty)
            }
            Event::End(TagEnd::TableCell) => self.table.close_cell(),
            _ => return false,
        };
        self.written.push(Event::Html(html.into()));
        true
    }
}

impl Table {
    fn open_cell(&mut self, is_empty: bool) -> String {
        let is_first = self.column == 0;
        if self.is_head && is_first {
            self.names_rows = is_empty;
        }
        let class = match self.alignments.get(self.column) {
            Some(Alignment::Right) => " class=\"right\"",
            Some(Alignment::Center) => " class=\"centre\"",
            _ => "",
        };
        match self.element() {
            "th" if self.is_head => format!("<th scope=\"col\"{class}>"),
            "th" => format!("<th scope=\"row\"{class}>"),
            element => format!("<{element}{class}>"),
        }
    }

    fn close_cell(&mut self) -> String {
        let html = format!("</{}>", self.element());
        self.column += 1;
        html
    }

    /// An empty corner is no heading of anything.
    fn element(&self) -> &'static str {
        let is_named_by = self.names_rows && self.column == 0;
        if self.is_head != is_named_by {
            "th"
        } else {
            "td"
        }
    }
}
