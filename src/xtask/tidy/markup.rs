//! Markup stays in reach of the content security policy and out of reach of injected text.
//!
//! The policy of our pages allows no style attribute, and a reader's text must never become markup.

use super::complaint::Complaint;
use super::source_file::SourceFile;

/// Ways in which text becomes markup. Put together here, so that this file does not name what it forbids.
const RAW_MARKUP: [&str; 8] = [
    concat!("inner", "HTML"),
    concat!("outer", "HTML"),
    concat!("insertAdjacent", "HTML"),
    concat!("document", ".write"),
    concat!("set_inner", "_html"),
    concat!("set_outer", "_html"),
    concat!("insert_adjacent", "_html"),
    concat!("from_html", "_unchecked"),
];

/// Files that may turn text into markup, each with the reason why that is safe there.
const ALLOWED: [(&str, &str); 0] = [];

/// Style attributes, and text that becomes markup.
pub(crate) fn complaints(files: &[SourceFile]) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for file in files {
        if writes_markup(file) {
            complaints.extend(
                file.numbered_lines()
                    .filter(|(_, line)| has_style_attribute(line))
                    .map(|(number, _)| {
                        let message = "a style attribute, which the content security policy blocks: use a class";
                        Complaint::at(&file.path, number, message)
                    }),
            );
        }
        if is_shipped_code(file) && !ALLOWED.iter().any(|(path, _reason)| *path == file.path) {
            complaints.extend(file.numbered_lines().filter_map(|(number, line)| {
                let found = RAW_MARKUP.iter().find(|word| line.contains(**word))?;
                let message = format!("`{found}` turns text into markup: build elements, or give the reason in xtask's list");
                Some(Complaint::at(&file.path, number, message))
            }));
        }
    }
    complaints
}

fn writes_markup(file: &SourceFile) -> bool {
    file.is_below(&["src/app/", "src/site/"])
        || file.is_below(&["www/"]) && file.has_ending(&["html"])
}

/// The browser tests only read pages, and do that in whatever way shows most.
fn is_shipped_code(file: &SourceFile) -> bool {
    file.is_below(&["src/", "www/"])
        && !file.is_below(&["www/e2e/"])
        && file.has_ending(&["rs", "js", "mjs", "ts", "html"])
}

/// Whether a line writes the attribute: after a blank, with a value in quotes (escaped ones too) or in Yew's braces.
fn has_style_attribute(line: &str) -> bool {
    line.match_indices("style=").any(|(at, name)| {
        let before = line[..at].chars().next_back();
        let value = line[at + name.len()..].trim_start_matches('\\');
        before.is_none_or(char::is_whitespace) && value.starts_with(['{', '"', '\''])
    })
}

#[cfg(test)]
mod tests {
    use super::super::source_file::sample;
    use super::*;

    fn count(path: &str, text: &str) -> usize {
        complaints(&[sample(path, text)]).len()
    }

    #[test]
    fn style_attributes_are_refused_in_every_spelling() {
        for text in [
            "<p style=\"x\">",
            "<p style='x'>",
            "<p style={x}>",
            "style={x}",
            "format!(\"<p style=\\\"x\\\">\")",
        ] {
            assert_eq!(count("src/app/page.rs", text), 1, "{text}");
            assert_eq!(count("www/index.html", text), 1, "{text}");
        }
        for text in [
            "let style = \"x\";",
            "<p data-style=\"x\">",
            "font-style=bold",
        ] {
            assert_eq!(count("src/app/page.rs", text), 0, "{text}");
        }
        assert_eq!(count("content/lesson.md", "<p style=\"x\">"), 0);
    }

    #[test]
    fn raw_markup_is_refused_outside_the_browser_tests() {
        for word in RAW_MARKUP {
            let text = format!("element.{word}(text)");
            assert_eq!(count("src/app/page.rs", &text), 1, "{text}");
            assert_eq!(count("www/embed.js", &text), 1, "{text}");
            assert_eq!(count("www/e2e/page.test.mjs", &text), 0, "{text}");
        }
    }
}
