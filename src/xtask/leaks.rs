//! Searches what is about to be published for paths of this machine.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// Fails, naming file and text, if any file below `folder` holds one of the `private` texts.
pub(crate) fn refuse(folder: &Path, private: &[String]) -> Result<()> {
    let mut leaks = Vec::new();
    for file in files_below(folder)? {
        let bytes = fs::read(&file).with_context(|| file.display().to_string())?;
        // Broken characters become marks, and the texts between them stay as they are.
        let text = String::from_utf8_lossy(&bytes);
        let name = file.strip_prefix(folder).unwrap_or(&file).display();
        for private in private {
            if let Some(at) = text.find(private.as_str()) {
                leaks.push(format!("  {name}: {}", excerpt(&text[at..])));
                break;
            }
        }
    }
    if leaks.is_empty() {
        return Ok(());
    }
    let hint = if private
        .iter()
        .any(|text| text.contains(char::is_whitespace))
    {
        "\nThe compiler cannot replace a path with a blank in it: move the clone, or cargo's home, to one without."
    } else {
        ""
    };
    bail!(
        "Paths of this machine are in files that would be published:\n{}{hint}",
        leaks.join("\n")
    );
}

/// Every file in a folder and the folders in it, in a stable order.
fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).with_context(|| folder.display().to_string())?;
        for entry in entries {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

/// The beginning of a text, up to what cannot be part of a path.
fn excerpt(text: &str) -> String {
    const ENOUGH: usize = 120;
    text.chars()
        .take(ENOUGH)
        .take_while(|character| character.is_ascii_graphic() && !"\"'`<>".contains(*character))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_in_the_middle_of_a_binary_file_is_found_and_named() {
        let folder = std::env::temp_dir().join(format!("xtask-leaks-{}", std::process::id()));
        fs::create_dir_all(folder.join("inner")).expect("the temporary folder can be written");
        let private = ["/people/ada/".to_owned()];
        fs::write(folder.join("clean.js"), "/people/adam/").expect("a file can be written");
        refuse(&folder, &private).expect("another person's path is not this machine's");

        fs::write(
            folder.join("inner/page.wasm"),
            b"\0asm\xff\xfex/people/ada/crate.rs\0",
        )
        .expect("a file can be written");
        let error = refuse(&folder, &private)
            .expect_err("the path is there")
            .to_string();
        fs::remove_dir_all(&folder).expect("the folder can be removed");
        assert!(error.contains("page.wasm: /people/ada/crate.rs"), "{error}");
        assert!(!error.contains("clean.js"), "{error}");
    }
}
