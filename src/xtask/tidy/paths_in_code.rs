//! The paths that a piece of Rust names, read from its text: enough for the walls between modules, without a parser.

/// The code of a file without its comments, line breaks kept, so that what a comment mentions counts as nothing.
pub(crate) fn without_comments(text: &str) -> String {
    text.lines()
        .map(|line| match line.find("//") {
            // An address inside of a string is cut too, and can hide at most the rest of its own line.
            Some(at) => &line[..at],
            None => line,
        })
        .collect::<Vec<_>>()
        .join("\n")
}

/// Every path that starts with `prefix` (such as `crate::`), without that prefix, with the place where it stands in the text.
///
/// `crate::{a, b::{c, d}}` names `a`, `b::c` and `b::d`.
pub(crate) fn paths_after(text: &str, prefix: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices(prefix) {
        let before = text[..at].chars().next_back();
        // `$crate::` and `super::super::` are left to whoever asks for them.
        if before.is_some_and(|character| is_name(character) || character == ':') {
            continue;
        }
        for path in expand(&text[at + prefix.len()..]) {
            found.push((at, path));
        }
    }
    found
}

/// The paths at the start of a text: one, or those of a group in braces.
fn expand(text: &str) -> Vec<String> {
    let text = text.trim_start();
    if let Some(group) = text.strip_prefix('{') {
        return members(group).into_iter().flat_map(expand).collect();
    }
    let end = text
        .find(|character| !is_name(character))
        .unwrap_or(text.len());
    let (name, rest) = text.split_at(end);
    if name.is_empty() {
        return Vec::new();
    }
    match rest.strip_prefix("::") {
        Some(inner) => {
            let inner = expand(inner);
            if inner.is_empty() {
                return vec![name.to_owned()];
            }
            inner.iter().map(|path| format!("{name}::{path}")).collect()
        }
        None => vec![name.to_owned()],
    }
}

/// The members of a group whose opening brace was just read.
fn members(group: &str) -> Vec<&str> {
    let mut members = Vec::new();
    let (mut depth, mut begin) = (0, 0);
    for (at, character) in group.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => {
                members.push(&group[begin..at]);
                return members;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                members.push(&group[begin..at]);
                begin = at + 1;
            }
            _ => {}
        }
    }
    members
}

fn is_name(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(text: &str) -> Vec<String> {
        paths_after(text, "crate::")
            .into_iter()
            .map(|(_, path)| path)
            .collect()
    }

    #[test]
    fn paths_and_groups_are_read() {
        assert_eq!(paths("use crate::units::SimTime;"), ["units::SimTime"]);
        assert_eq!(paths("let x = crate::pool::run(1);"), ["pool::run"]);
        assert_eq!(
            paths("use crate::{\n    http,\n    units::{SimTime, money::{Money as M}},\n};"),
            ["http", "units::SimTime", "units::money::Money"]
        );
        assert_eq!(paths("use crate::pool::*;"), ["pool"]);
        assert_eq!(paths("pub(in crate::pool) fn x()"), ["pool"]);
    }

    #[test]
    fn other_words_are_not_paths_of_this_crate() {
        assert_eq!(paths("use mycrate::pool; use $crate::pool"), ["pool"]);
        assert_eq!(
            paths(&without_comments("// crate::pool\nlet x; /// crate::pool")),
            [""; 0]
        );
    }
}
