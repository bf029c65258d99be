//! Cuts the page's program in two: what every reader needs, and what draws a run (`app::components::run_views`).
//!
//! Trunk gives the program to wasm-bindgen whole, and what comes out of that no longer tells what refers to what. So the
//! program is taken as the compiler left it, and wasm-bindgen works once more, on the first part.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use wasm_split_cli_support::{Options, transform};

use crate::failure::Failure;

/// What the splitter calls the second part.
const SECOND: &str = "split_run_views.wasm";

/// The program as the compiler left it.
pub(crate) struct Program {
    wasm: PathBuf,
    /// Where the parts are put before wasm-bindgen has seen them.
    parts: PathBuf,
}

/// Where both parts go, and who loads the second.
pub(crate) struct Destination<'a> {
    /// The folder of the site.
    pub(crate) folder: &'a Path,
    /// What the names of the first part's files begin with.
    pub(crate) stem: &'a str,
    /// The script that loads the second part, in the same folder.
    pub(crate) loader: &'a str,
    /// The name of the second part's file.
    pub(crate) second: &'a str,
}

impl Program {
    /// The program of this very build: this program lies in `<target>/<profile>`, beside the folder of WebAssembly.
    pub(crate) fn of_this_build(is_release: bool) -> Result<Program, Failure> {
        let own = std::env::current_exe().map_err(|error| Failure::build(error.to_string()))?;
        let target = own.ancestors().nth(2).unwrap_or(Path::new("target"));
        let profile = if is_release { "release" } else { "debug" };
        let wasm = target.join("wasm32-unknown-unknown").join(profile);
        Ok(Program {
            wasm: wasm.join("page.wasm"),
            parts: target.join("split"),
        })
    }

    /// Writes both parts.
    pub(crate) fn split(&self, into: &Destination) -> Result<(), Failure> {
        let first = self.parts.join("page.wasm");
        let program = fs::read(&self.wasm).map_err(|error| trouble(&self.wasm, &error))?;
        let link_name = format!("./{}", into.loader);
        let mut options = Options::new(&program);
        options.output_dir = &self.parts;
        options.main_out_path = &first;
        options.link_name = &link_name;
        transform(options)
            .map_err(|error| Failure::build(format!("the page's program in two: {error:#}")))?;
        let second = self.parts.join(SECOND);
        let to = into.folder.join(into.second);
        fs::copy(&second, to).map_err(|error| trouble(&second, &error))?;
        let status = Command::new("wasm-bindgen")
            // The second part needs the table of functions, which the linker exports.
            .args(["--target", "web", "--no-typescript", "--keep-lld-exports"])
            .args(["--out-name", into.stem])
            .arg("--out-dir")
            .arg(into.folder)
            .arg(&first)
            .status()
            .map_err(|error| {
                Failure::build(format!(
                    "wasm-bindgen could not be started ({error}). `cargo xtask build` sets it up."
                ))
            })?;
        if status.success() {
            Ok(())
        } else {
            Err(Failure::build(format!("wasm-bindgen: {status}")))
        }
    }
}

fn trouble(path: &Path, error: &std::io::Error) -> Failure {
    Failure::build(format!("{}: {error}", path.display()))
}
