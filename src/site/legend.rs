//! Words of the legend in the prose: a state of the picture, named in a sentence, wears the state's own mark.

use crate::escape::escape;

/// The states that have a mark: the word in a lesson, and the mark's name (the symbols are the app's).
const STATES: [(&str, &str); 7] = [
    ("starting", "cold"),
    ("running", "run"),
    ("warm", "warm"),
    ("gone", "gone"),
    ("error", "err"),
    ("throttled", "no"),
    ("billed", "paid"),
];

/// The HTML of `:t[words]`: the mark of the state that the words name, and the words. `Err` says which words there are.
pub(crate) fn word(words: &str) -> Result<String, String> {
    let named = |state: &str| {
        words
            .split(|character: char| !character.is_alphanumeric())
            .any(|word| word.eq_ignore_ascii_case(state))
    };
    let mut states = STATES.iter().filter(|(state, _)| named(state));
    match (states.next(), states.next()) {
        (Some((_, mark)), None) => Ok(format!(
            "<span class=\"w\"><svg class=\"mark-of\" aria-hidden=\"true\"><use href=\"#k-{mark}\"/></svg>{}</span>",
            escape(words)
        )),
        _ => Err(format!(
            "Name one state: {}.",
            STATES.map(|(state, _)| state).join(", ")
        )),
    }
}
