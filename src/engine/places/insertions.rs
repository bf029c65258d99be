//! What is put into the text, and how its columns are counted back.

use std::collections::BTreeSet;

use domain::lambda::SourcePosition;

use super::source_map::{Site, SourceMap};
use super::text_offsets::TextOffsets;

#[derive(Debug)]
pub(super) struct Insertion {
    pub(super) offset: usize,
    /// What opens stands behind what closes at the same offset.
    pub(super) opens: bool,
    pub(super) text: String,
    /// Where in `text` a call begins that a guard fails in, and where Node.js says that is.
    pub(super) site: Option<(usize, SourcePosition)>,
}

/// All insertions of a text, in the order in which a walk from the outside to the inside makes them.
#[derive(Debug, Default)]
pub(super) struct Insertions {
    list: Vec<Insertion>,
    /// Where expression statements begin: a parenthesis there would call what stands before.
    statement_starts: BTreeSet<usize>,
    sites: Vec<(usize, Site)>,
}

impl Insertions {
    pub(super) fn add(&mut self, insertion: Insertion) {
        self.list.push(insertion);
    }

    /// An expression statement begins here.
    pub(super) fn add_statement(&mut self, offset: usize) {
        self.statement_starts.insert(offset);
    }

    /// Something stands here whose failure names it.
    pub(super) fn add_site(&mut self, offset: usize, site: Site) {
        self.sites.push((offset, site));
    }

    pub(super) fn open(&mut self, offset: usize, text: String) {
        self.list.push(Insertion {
            offset,
            opens: true,
            text,
            site: None,
        });
    }

    pub(super) fn close(
        &mut self,
        offset: usize,
        text: String,
        site: Option<(usize, SourcePosition)>,
    ) {
        self.list.push(Insertion {
            offset,
            opens: false,
            text,
            site,
        });
    }

    /// Puts everything into the text that `offsets` knows, and tells `map` where.
    pub(super) fn weave(
        mut self,
        offsets: &TextOffsets<'_>,
        map: &mut SourceMap,
        lines_before: u32,
    ) -> String {
        let mut order: Vec<usize> = (0..self.list.len()).collect();
        // What closes at an offset was opened in the reverse order.
        order.sort_by_key(|&index| {
            let insertion = &self.list[index];
            let among = if insertion.opens {
                index as i64
            } else {
                -(index as i64)
            };
            (insertion.offset, insertion.opens, among)
        });
        self.sites.sort_by_key(|(offset, _)| *offset);
        let mut sites = self.sites.into_iter().peekable();
        let mut cursor = Cursor::new(offsets);
        let mut opened_at = None;
        for index in order {
            let insertion = &self.list[index];
            let offset = insertion.offset;
            while let Some((at, site)) = sites.next_if(|(at, _)| *at < offset) {
                let (line, column) = cursor.go_to(at);
                map.add_site(line + lines_before, column, site);
            }
            let (line, column) = cursor.go_to(offset);
            let mut piece = insertion.text.clone();
            let mut shift = 0;
            if insertion.opens
                && opened_at.replace(offset) != Some(offset)
                && self.statement_starts.contains(&offset)
            {
                piece.insert(0, ';');
                shift = 1;
            }
            if let Some((at, place)) = &insertion.site {
                let at = insertion.text[..*at].chars().count() as u32 + shift;
                let site = Site {
                    place: *place,
                    subject: None,
                };
                map.add_site(line + lines_before, column + at, site);
            }
            let length = cursor.insert(&piece);
            map.insert(line + lines_before, column, length);
        }
        for (at, site) in sites {
            let (line, column) = cursor.go_to(at);
            map.add_site(line + lines_before, column, site);
        }
        cursor.finish()
    }
}

/// Goes through a text once, and counts the columns of the text that comes out.
struct Cursor<'a> {
    offsets: &'a TextOffsets<'a>,
    text: String,
    at: usize,
    line: usize,
    column: u32,
}

impl<'a> Cursor<'a> {
    fn new(offsets: &'a TextOffsets<'a>) -> Cursor<'a> {
        Cursor {
            offsets,
            text: String::with_capacity(offsets.text().len() * 2),
            at: 0,
            line: 0,
            column: 1,
        }
    }

    /// Copies the text up to an offset that is not before this one, and gives line and column there.
    fn go_to(&mut self, offset: usize) -> (u32, u32) {
        let source = self.offsets.text();
        self.text.push_str(&source[self.at..offset]);
        let (line, start) = self.offsets.line_of(offset);
        if line != self.line {
            self.line = line;
            self.column = 1;
            self.at = start;
        }
        self.column += source[self.at..offset].chars().count() as u32;
        self.at = offset;
        (line as u32 + 1, self.column)
    }

    /// Puts a piece in here and gives its length.
    fn insert(&mut self, piece: &str) -> u32 {
        let length = piece.chars().count() as u32;
        self.text.push_str(piece);
        self.column += length;
        length
    }

    fn finish(mut self) -> String {
        self.text.push_str(&self.offsets.text()[self.at..]);
        self.text
    }
}
