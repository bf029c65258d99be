//! Which line was running when the time was up, for the reader who wonders what took so long.
//!
//! A built-in that ends the turn knows who called it. Where boa itself ends it, in code that calls nothing of ours, the
//! frame is gone before anybody can ask, so the text has to tell: its only loop, or the only one that has no condition.

use boa_engine::{Context, JsError};
use domain::lambda::{FunctionError, SourcePosition};

use crate::host::Host;
use crate::nesting;
use crate::places::SourceMap;

/// Conditions that always hold, without their spaces.
const ENDLESS: [&str; 5] = ["(;;)", "(true)", "(1)", "(!0)", "(;true;)"];

/// The reader's line in which a built-in ended the turn with this error.
pub(crate) fn line_of(error: &JsError, source: &SourceMap) -> Option<SourcePosition> {
    let frames = source.frames(&error.to_string());
    frames.iter().find_map(|frame| SourceMap::place_in(frame))
}

/// The reader's line that runs now, seen from a built-in: for the errors that boa loses in an async function. It is that
/// of the instruction after the call, which is nearly always the same.
pub(crate) fn line(context: &Context) -> Option<SourcePosition> {
    let source = Host::of(context).source();
    context.stack_trace().find_map(|frame| {
        let location = frame.position();
        let position = location.position?;
        source.place_of(&location.path.to_string(), position)
    })
}

/// Says in the report of a timeout what was running: `seen` where a built-in saw it.
pub(crate) fn explain(error: &mut FunctionError, seen: Option<SourcePosition>, source: &str) {
    if let Some((place, hint)) = explanation(seen, source) {
        error.position = Some(place);
        error.hint = Some(hint);
    }
}

/// The line that was running, and what to do about it; `None` where nothing tells the line.
pub(crate) fn explanation(
    seen: Option<SourcePosition>,
    source: &str,
) -> Option<(SourcePosition, String)> {
    let (place, words) = match seen {
        Some(place) => (place, "was still running when the time was up"),
        None => (
            likely_loop(source)?,
            "has probably a loop that does not end",
        ),
    };
    let hint = format!(
        "Line {} {words}. Look for what should end the loop or the work there; if it only takes long, give the function \
         more time or memory.",
        place.line
    );
    Some((place, hint))
}

/// The loop that must be meant if there is no other, or no other without an end.
fn likely_loop(source: &str) -> Option<SourcePosition> {
    let loops = nesting::loop_words(source);
    let mut endless = loops.iter().filter(|&&at| has_no_end(&source[at..]));
    let at = match (endless.next(), endless.next(), loops.as_slice()) {
        (Some(&only), None, _) => only,
        (None, _, &[only]) => only,
        _ => return None,
    };
    let before = &source[..at];
    let column = before.rsplit('\n').next().unwrap_or_default();
    Some(SourcePosition {
        line: before.matches('\n').count() as u32 + 1,
        column: column.encode_utf16().count() as u32 + 1,
    })
}

/// Whether the loop that begins here has a condition that always holds.
fn has_no_end(text: &str) -> bool {
    let head = text.trim_start_matches(|letter: char| letter.is_alphabetic());
    let head = head.split_inclusive(')').next().unwrap_or_default();
    let head: String = head.split_whitespace().collect();
    ENDLESS.contains(&head.as_str())
}

#[cfg(test)]
mod tests {
    use super::likely_loop;

    #[test]
    fn a_loop_is_named_only_where_there_is_no_other_to_name() {
        let cases = [
            ("let a;\nwhile (a < 3) {}", Some((2, 1))),
            ("for (const x of y) {}\n  for ( ; ; ) {}", Some((2, 3))),
            ("do {\n} while (true)", Some((2, 3))),
            ("// while (true)\n'for (;;)'; Symbol.for(x)", None),
            ("while (a) {}\nwhile (b) {}", None),
            ("for (;;) {}\nwhile (true) {}", None),
            ("fibonacci(90)", None),
        ];
        for (source, expected) in cases {
            let found = likely_loop(source).map(|place| (place.line, place.column));
            assert_eq!(found, expected, "{source}");
        }
    }
}
