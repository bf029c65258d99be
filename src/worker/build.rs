//! Gives the worker's wasm a stack that boa's recursive parser fits into, and a ceiling for its memory, so that a
//! memory bomb ends as an error instead of taking the reader's machine down. Both numbers were measured: a stack of
//! more than 4 MB does not help, because the browser's own machine stack is then the limit.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_ARCH").as_deref() == Ok("wasm32") {
        println!("cargo::rustc-link-arg-bins=-zstack-size=4194304");
        println!("cargo::rustc-link-arg-bins=--max-memory=536870912");
    }
}
