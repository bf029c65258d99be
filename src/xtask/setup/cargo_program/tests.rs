//! Trunk and wasm-bindgen on machines that have them, lack them, or have others.

use std::fs;

use super::super::fake_machine::FakeMachine;
use super::*;

const LOCK: &str = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.78\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.128\"\n";

#[test]
fn the_version_comes_from_the_lock_file() {
    assert_eq!(locked_version(LOCK, "wasm-bindgen"), Some("0.2.128"));
    assert_eq!(locked_version(LOCK, "wasm"), None);
    let machine = FakeMachine::new("cargo-program-lock");
    let (workspace, search_path) = (machine.workspace(), machine.search_path(&[]));
    assert!(CargoProgram::wasm_bindgen(&workspace, &search_path).is_err());
    machine.file("repository", "Cargo.lock", LOCK);
    let program = CargoProgram::wasm_bindgen(&workspace, &search_path).expect("it is locked");
    assert_eq!(program.name(), "wasm-bindgen 0.2.128");
}

#[test]
fn the_first_program_of_the_right_version_is_taken_wherever_it_is() {
    let machine = FakeMachine::new("cargo-program-found");
    let (workspace, search_path) = (machine.workspace(), machine.search_path(&["bin"]));
    let trunk = CargoProgram::trunk(&workspace, &search_path);
    assert_eq!(trunk.check(), Err("it is not installed".to_owned()));

    machine.program("bin", "trunk", "echo trunk 0.22.1");
    assert_eq!(trunk.check(), Err("0.22.1 is installed".to_owned()));

    let own = machine.program("repository/target/tools/bin", "trunk", "echo trunk 0.21.14");
    assert_eq!(trunk.locate(), Some(own));
    let usual = machine.program("cargo-home/bin", "trunk", "echo trunk 0.21.14");
    assert_eq!(trunk.locate(), Some(usual));
    let on_path = machine.program("bin", "trunk", "echo trunk 0.21.14");
    assert_eq!(trunk.locate(), Some(on_path));
    assert_eq!(trunk.check(), Ok(()));
}

#[test]
fn a_program_of_another_version_is_not_replaced() {
    let machine = FakeMachine::new("cargo-program-root");
    let (workspace, search_path) = (machine.workspace(), machine.search_path(&[]));
    let trunk = CargoProgram::trunk(&workspace, &search_path);
    assert_eq!(trunk.installation_root(), workspace.cargo_home);
    machine.program("cargo-home/bin", "trunk", "echo trunk 0.22.1");
    assert_eq!(trunk.installation_root(), workspace.target.join("tools"));
}

#[test]
fn the_build_is_of_the_locked_version_and_without_optimisation() {
    let machine = FakeMachine::new("cargo-program-flags");
    fs::create_dir_all(machine.root().join("repository")).expect("a folder can be made");
    let (workspace, search_path) = (machine.workspace(), machine.search_path(&[]));
    let trunk = CargoProgram::trunk(&workspace, &search_path);
    let line = process::command_line(&trunk.installation_from_source(Path::new("there")));
    assert_eq!(
        line,
        "cargo install trunk --locked --version 0.21.14 --no-default-features --features rustls --root there \
         --config profile.release.lto=false --config profile.release.opt-level=0 \
         --config profile.release.codegen-units=16 --config profile.release.debug=false"
    );
}
