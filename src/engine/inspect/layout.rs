//! Entries on one line, in columns, or one a line.

use super::text::{units, width};

/// What stands around the entries of an object.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    /// What stands before the opening brace.
    pub(super) base: String,
    pub(super) open: String,
    pub(super) close: &'static str,
}

/// Where and how entries are laid out.
#[derive(Clone, Copy, Debug)]
pub(super) struct Layout {
    pub(super) indentation: usize,
    pub(super) break_length: f64,
    pub(super) compact: usize,
    pub(super) max_array_length: usize,
    /// How many levels lie within the object, as far as Node.js knows.
    pub(super) inner_levels: usize,
}

impl Layout {
    /// The whole text. `columns` is set for lists: whether all elements are numbers, which stand to the right.
    pub(super) fn join(self, entries: Vec<String>, frame: &Frame, columns: Option<bool>) -> String {
        let base = match frame.base.as_str() {
            "" => String::new(),
            base => format!("{base} "),
        };
        let (open, close) = (&frame.open, frame.close);
        let mut entries = entries;
        if self.compact > 0 {
            let count = entries.len();
            if let Some(are_numbers) = columns
                && count > 6
            {
                entries = self.in_columns(entries, are_numbers);
            }
            if self.inner_levels < self.compact && entries.len() == count {
                let start =
                    entries.len() + self.indentation + units(open) + units(&frame.base) + 10;
                let letters: usize = entries.iter().map(|entry| units(entry)).sum();
                let fits = (start + entries.len() * 2) as f64 <= self.break_length
                    && (start + entries.len() + letters) as f64 <= self.break_length;
                let has_lines = entries.iter().any(|entry| entry.contains('\n'));
                if fits && !has_lines && !frame.base.contains('\n') {
                    return format!("{base}{open} {} {close}", entries.join(", "));
                }
            }
        }
        let line = format!("\n{}", " ".repeat(self.indentation));
        let between = format!(",{line}  ");
        format!(
            "{base}{open}{line}  {}{line}{close}",
            entries.join(&between)
        )
    }

    /// More than six short entries are grouped into lines of equal columns.
    fn in_columns(self, entries: Vec<String>, are_numbers: bool) -> Vec<String> {
        const BETWEEN: usize = 2;
        const HEIGHT_OF_LETTERS: f64 = 2.5;
        let has_rest = self.max_array_length < entries.len();
        let shown = entries.len() - usize::from(has_rest);
        let widths: Vec<usize> = entries[..shown].iter().map(|entry| width(entry)).collect();
        let total: usize = widths.iter().map(|width| width + BETWEEN).sum();
        let longest = widths.iter().copied().max().unwrap_or(0);
        let cell = longest + BETWEEN;
        let is_worth_it = ((cell * 3 + self.indentation) as f64) < self.break_length
            && (total as f64 / cell as f64 > 5.0 || longest <= 6);
        if !is_worth_it {
            return entries;
        }
        let bias = (cell as f64 - total as f64 / entries.len() as f64).sqrt();
        let biased = (cell as f64 - 3.0 - bias).max(1.0);
        let ideal = (HEIGHT_OF_LETTERS * biased * shown as f64).sqrt() / biased;
        let fitting = ((self.break_length - self.indentation as f64) / cell as f64).floor();
        let columns = (ideal + 0.5)
            .floor()
            .min(fitting)
            .min((self.compact * 4) as f64)
            .min(15.0) as usize;
        if columns <= 1 {
            return entries;
        }
        let column_widths: Vec<usize> = (0..columns)
            .map(|column| {
                let cells = widths.iter().skip(column).step_by(columns);
                cells.copied().max().unwrap_or(0) + BETWEEN
            })
            .collect();
        let mut lines = Vec::new();
        for first in (0..shown).step_by(columns) {
            let last = (first + columns).min(shown) - 1;
            let mut line = String::new();
            for index in first..=last {
                let (entry, column) = (&entries[index], column_widths[index - first]);
                let is_last = index == last;
                let comma = if is_last { "" } else { ", " };
                let blanks = column - widths[index] - BETWEEN;
                let blanks = " ".repeat(blanks);
                match (are_numbers, is_last) {
                    (true, _) => line.push_str(&format!("{blanks}{entry}{comma}")),
                    (false, false) => line.push_str(&format!("{entry}{comma}{blanks}")),
                    (false, true) => line.push_str(entry),
                }
            }
            lines.push(line);
        }
        if has_rest {
            lines.extend(entries.into_iter().skip(shown));
        }
        lines
    }
}
