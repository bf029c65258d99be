//! No committed file names a folder of somebody's machine, and no npm lock file names the registry it was made with.

use std::path::Path;

use super::complaint::Complaint;
use super::source_file::SourceFile;

/// Where people's folders are. Put together here, so that this file does not name what it forbids.
const HOMES: [&str; 3] = [
    concat!("/", "home/"),
    concat!("/", "root/"),
    concat!("/", "Users/"),
];

/// Machine paths anywhere, and download addresses in npm lock files.
pub(crate) fn complaints(files: &[SourceFile], root: &Path) -> Vec<Complaint> {
    let mut wanted: Vec<String> = HOMES.map(str::to_owned).to_vec();
    // A clone right below `/`, such as `/src`, would be found in every relative path.
    if root.components().count() > 2 {
        wanted.push(root.display().to_string());
    }
    let mut complaints = Vec::new();
    for file in files {
        for (number, line) in file.numbered_lines() {
            if let Some(path) = wanted.iter().find(|path| names_path(line, path)) {
                let message = format!("`{path}` is a folder of one machine");
                complaints.push(Complaint::at(&file.path, number, message));
            }
            if file.path.ends_with("package-lock.json") && has_download_address(line) {
                let message = "a registry's address: put `omit-lockfile-registry-resolved=true` into .npmrc and install again";
                complaints.push(Complaint::at(&file.path, number, message));
            }
        }
    }
    complaints
}

/// Whether a line names this absolute path, rather than a longer one or an address that happens to hold its letters.
fn names_path(line: &str, path: &str) -> bool {
    line.match_indices(path).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + path.len()..].chars().next();
        let begins = before
            .is_none_or(|character| !character.is_alphanumeric() && !"._-~}".contains(character));
        let goes_on = !path.ends_with('/') || after.is_some_and(char::is_alphanumeric);
        begins && goes_on
    })
}

fn has_download_address(line: &str) -> bool {
    line.trim_start()
        .strip_prefix("\"resolved\":")
        .is_some_and(|value| value.contains("://"))
}

#[cfg(test)]
mod tests {
    use super::super::source_file::sample;
    use super::*;

    fn count(path: &str, text: &str) -> usize {
        complaints(&[sample(path, text)], Path::new("/builds/ada/clone")).len()
    }

    #[test]
    fn folders_of_people_and_of_this_clone_are_refused() {
        for home in HOMES {
            assert_eq!(
                count("README.md", &format!("Look into `{home}ada/notes`.")),
                1
            );
            assert_eq!(
                count("README.md", &format!("https://example.org{home}ada")),
                0
            );
            assert_eq!(count("README.md", &format!("the folder {home}")), 0);
        }
        assert_eq!(count("src/a.rs", "\"/builds/ada/clone/src\""), 1);
        assert_eq!(count("src/a.rs", "\"/builds/ada\""), 0);
        assert_eq!(
            complaints(&[sample("a", "x /src/b")], Path::new("/src")),
            []
        );
    }

    #[test]
    fn download_addresses_are_refused_in_npm_lock_files_alone() {
        let line = "  \"resolved\": \"https://packages.example/thing.tgz\",";
        assert_eq!(count("www/package-lock.json", line), 1);
        assert_eq!(count("www/notes.json", line), 0);
        assert_eq!(
            count("www/package-lock.json", "  \"resolved\": \"local\","),
            0
        );
    }
}
