//! Gives this build of the domain a name. Page and worker are two programs that speak the domain's messages to each
//! other; the name lets each see whether the other was built from the same sources (a stale cache can mix them).

use std::fs;
use std::path::{Path, PathBuf};

fn main() {
    let root = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let mut files = Vec::new();
    collect(&root, &mut files);
    files.sort();
    // FNV-1a, 64 bits: enough to tell builds apart, and the same on every machine.
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for file in &files {
        for byte in fs::read(file).expect("a source file can be read") {
            // Line endings differ between checkouts and mean nothing.
            if byte != b'\r' {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        }
        println!("cargo::rerun-if-changed={}", file.display());
    }
    println!("cargo::rustc-env=COLDSTART_BUILD={hash:016x}");
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder)
        .expect("a source folder can be listed")
        .flatten()
    {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}
