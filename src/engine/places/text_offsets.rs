//! Lines and columns as boa's parser counts them, and offsets in bytes.

use boa_engine::ast::Position;

/// Where the lines of a text begin.
#[derive(Debug)]
pub(super) struct TextOffsets<'a> {
    text: &'a str,
    lines: Vec<usize>,
    /// Whether columns are bytes.
    is_ascii: bool,
}

impl<'a> TextOffsets<'a> {
    pub(super) fn new(text: &'a str) -> TextOffsets<'a> {
        let mut lines = vec![0];
        let mut letters = text.char_indices().peekable();
        while let Some((at, letter)) = letters.next() {
            let is_pair = letter == '\r' && letters.peek().is_some_and(|&(_, next)| next == '\n');
            if matches!(letter, '\n' | '\r' | '\u{2028}' | '\u{2029}') && !is_pair {
                lines.push(at + letter.len_utf8());
            }
        }
        TextOffsets {
            text,
            lines,
            is_ascii: text.is_ascii(),
        }
    }

    /// The text itself.
    pub(super) fn text(&self) -> &'a str {
        self.text
    }

    /// The offset of a position; columns count code points.
    pub(super) fn offset(&self, position: Position) -> Option<usize> {
        let line = *self.lines.get(position.line_number() as usize - 1)?;
        let column = position.column_number() as usize - 1;
        if self.is_ascii {
            return (line + column <= self.text.len()).then_some(line + column);
        }
        let mut letters = self.text.get(line..)?.char_indices();
        match letters.nth(column) {
            Some((at, _)) => Some(line + at),
            None => (self.text[line..].chars().count() == column).then_some(self.text.len()),
        }
    }

    /// The line of an offset, counted from 0, and where it begins.
    pub(super) fn line_of(&self, offset: usize) -> (usize, usize) {
        let line = self.lines.partition_point(|&begin| begin <= offset) - 1;
        (line, self.lines[line])
    }

    /// The line and column of an offset.
    pub(super) fn position(&self, offset: usize) -> (u32, u32) {
        let (line, begin) = self.line_of(offset);
        let column = match self.is_ascii {
            true => offset - begin,
            false => self.text[begin..offset].chars().count(),
        };
        (line as u32 + 1, column as u32 + 1)
    }
}
