//! Writes the scripts of `node` without what only people read, for `node::script` to carry along.

use std::path::{Path, PathBuf};
use std::{env, fs};

#[path = "node/tight_script.rs"]
mod tight_script;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it")).join("node");
    tighten_all(Path::new("node"), &out);
}

/// All scripts of a folder and of those in it.
fn tighten_all(folder: &Path, out: &Path) {
    // New and removed scripts change the folder.
    println!("cargo::rerun-if-changed={}", folder.display());
    fs::create_dir_all(out).expect("cargo's folder can be written to");
    let entries = fs::read_dir(folder).expect("a source folder can be listed");
    for entry in entries.flatten() {
        let (path, out) = (entry.path(), out.join(entry.file_name()));
        if path.is_dir() {
            tighten_all(&path, &out);
        } else if path.extension().is_some_and(|ending| ending == "js") {
            let source = fs::read_to_string(&path).expect("a source file can be read");
            fs::write(out, tight_script::tighten(&source))
                .expect("cargo's folder can be written to");
        }
    }
}
