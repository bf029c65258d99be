//! Every source file opens with a comment that says why it exists.

use super::complaint::Complaint;
use super::source_file::SourceFile;

/// What a file may open with, by the ending of its name.
const OPENINGS: [(&[&str], &[&str]); 3] = [
    (&["rs"], &["//!"]),
    (&["js", "mjs", "ts"], &["//", "/*"]),
    (&["css"], &["/*"]),
];

/// Files without a header.
pub(crate) fn complaints(files: &[SourceFile]) -> Vec<Complaint> {
    files
        .iter()
        .filter(|file| file.is_below(&["src/", "www/"]))
        .filter_map(complaint)
        .collect()
}

fn complaint(file: &SourceFile) -> Option<Complaint> {
    let (_, openings) = OPENINGS
        .iter()
        .find(|(endings, _)| file.has_ending(endings))?;
    let mut lines = file.text.lines().skip_while(|line| line.starts_with("#!/"));
    let (first, second) = (lines.next().unwrap_or(""), lines.next().unwrap_or(""));
    let has_words = |text: &str| text.contains(char::is_alphabetic);
    let opening = openings.iter().find(|opening| first.starts_with(**opening));
    let goes_on = opening == Some(&"/*") && !first.contains("*/");
    match opening {
        Some(_) if has_words(first) || goes_on && has_words(second) => None,
        _ => Some(Complaint::at(
            &file.path,
            1,
            format!(
                "open with a comment (`{}`) that says why this file exists",
                openings[0]
            ),
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::super::source_file::sample;
    use super::*;

    fn is_refused(path: &str, text: &str) -> bool {
        !complaints(&[sample(path, text)]).is_empty()
    }

    #[test]
    fn a_file_that_starts_with_code_is_refused() {
        assert!(is_refused("src/domain/lib.rs", "use std::fmt;\n"));
        assert!(is_refused(
            "src/domain/lib.rs",
            "// A comment on nothing.\n"
        ));
        assert!(is_refused("src/domain/lib.rs", ""));
        assert!(is_refused("www/embed.js", "(() => {})();\n"));
        assert!(is_refused("www/style.css", ":root {}\n"));
    }

    #[test]
    fn a_comment_without_words_says_nothing() {
        assert!(is_refused("src/domain/lib.rs", "//!\n//! Late.\n"));
        assert!(is_refused("www/style.css", "/**/\n:root {}\n"));
    }

    #[test]
    fn headers_are_accepted_and_other_files_are_not_asked() {
        assert!(!is_refused("src/domain/lib.rs", "//! The rules.\n"));
        assert!(!is_refused("www/embed.js", "/**\n * The door.\n */\n"));
        assert!(!is_refused(
            "www/e2e/run.mjs",
            "#!/usr/bin/env node\n// Opens pages.\n"
        ));
        assert!(!is_refused(
            "content/lesson/handler.js",
            "exports.handler = 1;\n"
        ));
        assert!(!is_refused("www/package.json", "{}"));
    }
}
