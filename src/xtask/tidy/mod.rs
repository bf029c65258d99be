//! The walls between the rooms and the habits of the files, kept by machine so that nobody has to be reminded of them.
//!
//! Each check is a function from texts to complaints, and has tests that show how it fails. All complaints are collected before any is shown.

mod complaint;
mod crate_walls;
mod dependency_tree;
mod file_headers;
mod file_length;
mod licence_expression;
mod licences;
mod machine_paths;
mod markup;
mod module_walls;
mod paths_in_code;
mod source_file;

use anyhow::{Result, bail};

use crate::workspace::Workspace;

/// Runs every check over the files that git knows or would know, and over the dependencies.
pub(crate) fn check(workspace: &Workspace) -> Result<()> {
    let files = source_file::read_all(workspace)?;
    let mut complaints = Vec::new();
    complaints.extend(file_headers::complaints(&files));
    complaints.extend(file_length::complaints(&files));
    complaints.extend(markup::complaints(&files));
    complaints.extend(machine_paths::complaints(&files, &workspace.root));
    complaints.extend(module_walls::complaints(&files));
    complaints.extend(crate_walls::complaints(workspace)?);
    complaints.extend(licences::complaints(workspace)?);
    if complaints.is_empty() {
        return Ok(());
    }
    for complaint in &complaints {
        println!("{complaint}");
    }
    bail!("Not tidy: {} complaints, listed above", complaints.len());
}
