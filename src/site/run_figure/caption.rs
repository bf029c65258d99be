//! The words below a picture of a run. Their numbers are taken from the run: `{cold_starts}`, `{billed 2}`.

use super::numbers::Numbers;
use crate::diagnostic::{Diagnostic, Source};
use crate::markdown::{self, Surroundings};

/// The caption as HTML; `None` if something is wrong in it.
pub(super) fn write(
    caption: Source<'_>,
    numbers: &Numbers<'_>,
    surroundings: Surroundings<'_>,
    found: &mut Vec<Diagnostic>,
) -> Option<String> {
    let before = found.len();
    let filled = fill(caption, numbers, found);
    let html = markdown::read_caption(
        Source {
            text: &filled,
            ..caption
        },
        surroundings,
        found,
    );
    (found.len() == before).then_some(html)
}

/// Puts the numbers in. They have no line ends, so lines stay what they were.
fn fill(caption: Source<'_>, numbers: &Numbers<'_>, found: &mut Vec<Diagnostic>) -> String {
    let mut filled = String::new();
    let mut at = 0;
    while let Some(open) = caption.text[at..].find('{').map(|found| at + found) {
        filled.push_str(&caption.text[at..open]);
        let inner = caption.text[open + 1..]
            .split_once('}')
            .map(|(inner, _)| inner);
        match inner.and_then(|inner| numbers.value(inner)) {
            Some(value) => filled.push_str(&value),
            None => {
                let written =
                    inner.map_or("{", |inner| &caption.text[open..open + inner.len() + 2]);
                found.push(caption.mistake_at(
                    open,
                    format!("`{written}` is no number of this run"),
                    numbers.hint(),
                ));
            }
        }
        at = inner.map_or(open + 1, |inner| open + inner.len() + 2);
    }
    filled.push_str(&caption.text[at..]);
    filled
}
