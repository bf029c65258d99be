//! No source file is longer than a person reads in one go: beyond that it holds two ideas.

use super::complaint::Complaint;
use super::source_file::SourceFile;

/// The most lines a file may have.
const MOST_LINES: usize = 500;

/// What counts as a source file; prose and data may be as long as they need.
const ENDINGS: [&str; 6] = ["rs", "js", "mjs", "ts", "css", "html"];

/// Files that are too long.
pub(crate) fn complaints(files: &[SourceFile]) -> Vec<Complaint> {
    files
        .iter()
        .filter(|file| file.is_below(&["src/", "www/"]) && file.has_ending(&ENDINGS))
        .map(|file| (file, file.text.lines().count()))
        .filter(|(_, lines)| *lines > MOST_LINES)
        .map(|(file, lines)| {
            let message =
                format!("{lines} lines, more than {MOST_LINES}: which two ideas are in here?");
            Complaint::about(&file.path, message)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::source_file::sample;
    use super::*;

    #[test]
    fn the_five_hundred_and_first_line_is_one_too_many() {
        let lines = |count: usize| "x\n".repeat(count);
        assert_eq!(complaints(&[sample("src/a.rs", &lines(500))]), []);
        assert_eq!(complaints(&[sample("src/a.rs", &lines(501))]).len(), 1);
        assert_eq!(complaints(&[sample("content/a.md", &lines(501))]), []);
    }
}
