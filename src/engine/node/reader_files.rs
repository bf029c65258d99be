//! Finds the reader's files for `require`: by the name as it stands, with an extension added, or in a folder.

use boa_engine::Context;

use super::path;
use crate::host::Host;

const ENDINGS: [&str; 5] = ["", ".js", ".json", "/index.js", "/index.json"];

/// The file that a relative or absolute name means for a file that asks. Packages are not installed anywhere.
pub(crate) fn resolve(name: &str, from: &str, context: &Context) -> Option<String> {
    let is_path = ["./", "../", "/"]
        .iter()
        .any(|start| name.starts_with(start));
    if !is_path && name != "." && name != ".." {
        return None;
    }
    let base = path::resolve(&[path::dirname(from), name]);
    let host = Host::of(context);
    let files = host.files.borrow();
    let mut candidates = ENDINGS.iter().map(|ending| format!("{base}{ending}"));
    candidates.find(|candidate| files.with(|files| files.is_file(candidate)))
}

/// What is in a file.
pub(crate) fn text(file_name: &str, context: &Context) -> Option<String> {
    let host = Host::of(context);
    let files = host.files.borrow();
    let bytes = files.with(|files| files.read(file_name))?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}
