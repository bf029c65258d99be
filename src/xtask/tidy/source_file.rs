//! The text files of the repository: those that git knows, and those that it would know after `git add`.

use std::fs;

use anyhow::{Context, Result};

use crate::process;
use crate::workspace::Workspace;

/// A text file of the repository.
pub(crate) struct SourceFile {
    /// The path from the root of the repository, with `/` between its parts.
    pub(crate) path: String,
    /// What it holds.
    pub(crate) text: String,
}

impl SourceFile {
    /// Whether the name ends in one of these, given without the dot.
    pub(crate) fn has_ending(&self, endings: &[&str]) -> bool {
        let name = self.path.rsplit('/').next().unwrap_or(&self.path);
        name.rsplit_once('.')
            .is_some_and(|(_, ending)| endings.contains(&ending))
    }

    /// Whether it lies below one of these folders, each given with its last `/`.
    pub(crate) fn is_below(&self, folders: &[&str]) -> bool {
        folders.iter().any(|folder| self.path.starts_with(folder))
    }

    /// The lines with their numbers, counted from one.
    pub(crate) fn numbered_lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text
            .lines()
            .enumerate()
            .map(|(index, line)| (index + 1, line))
    }
}

/// Reads every text file of the repository; what git ignores, what is not text and what was just deleted is left out.
pub(crate) fn read_all(workspace: &Workspace) -> Result<Vec<SourceFile>> {
    let list = process::read(workspace.command("git").args([
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
    ]))
    .context("Which files belong to the project is asked of git")?;
    let mut files: Vec<SourceFile> = list
        .split_terminator('\0')
        .filter_map(|path| {
            let bytes = fs::read(workspace.root.join(path)).ok()?;
            let text = String::from_utf8(bytes).ok()?;
            let path = path.to_owned();
            (!text.contains('\0')).then_some(SourceFile { path, text })
        })
        .collect();
    // A file in the middle of a merge is listed more than once.
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files.dedup_by(|one, other| one.path == other.path);
    Ok(files)
}

#[cfg(test)]
pub(crate) fn sample(path: &str, text: &str) -> SourceFile {
    SourceFile {
        path: path.to_owned(),
        text: text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_and_folders_are_those_of_the_name() {
        let file = sample("www/editor/setup.test.mjs", "");
        assert!(file.has_ending(&["js", "mjs"]));
        assert!(!file.has_ending(&["js"]));
        assert!(!sample("www.js/Makefile", "").has_ending(&["js/Makefile", "js"]));
        assert!(file.is_below(&["src/", "www/"]));
        assert!(!sample("www2/x.mjs", "").is_below(&["www/"]));
    }
}
