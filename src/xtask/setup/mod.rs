//! The set-up: what a command needs and this machine lacks is installed, with a word before and after; otherwise nothing is said.
//!
//! Each tool is one value (see [`tool::Tool`]). Must not know what the tools are used for afterwards.

mod browser;
mod cargo_program;
mod crates;
#[cfg(test)]
mod fake_machine;
mod node;
mod node_packages;
mod rust_target;
mod search_path;
mod tool;

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::workspace::Workspace;
use browser::Browser;
pub(crate) use browser::{CHROMIUM, FIREFOX};
use cargo_program::CargoProgram;
use crates::Crates;
use node::Node;
use node_packages::NodePackages;
pub(crate) use rust_target::{WASM_TARGET, sysroot};
use search_path::SearchPath;
pub(crate) use search_path::path_with_first;
use tool::ensure;

/// The programs that build the pages.
pub(crate) struct PageTools {
    /// Trunk, which links, copies and serves.
    pub(crate) trunk: PathBuf,
    /// `wasm-bindgen`, which Trunk looks for on its search path.
    pub(crate) wasm_bindgen: PathBuf,
}

/// The programs that check the finished pages.
pub(crate) struct TestTools {
    /// What builds the pages first.
    pub(crate) page_tools: PageTools,
    /// The browser that the pages are opened in.
    pub(crate) browser: PathBuf,
    /// The browser of another family for a few of the tests, where it can be had.
    pub(crate) firefox: Option<PathBuf>,
}

/// What compiles, also for the browser.
pub(crate) fn for_compiling(workspace: &Workspace) -> Result<()> {
    ensure(&rust_target::RustTarget { workspace })?;
    ensure(&Crates { workspace })
}

/// What compiles and builds the pages.
pub(crate) fn for_pages(workspace: &Workspace) -> Result<PageTools> {
    let search_path = SearchPath::of_this_process();
    ensure(&Node {
        search_path: &search_path,
    })?;
    for_compiling(workspace)?;
    ensure(&NodePackages {
        workspace,
        search_path: &search_path,
    })?;
    let wasm_bindgen = CargoProgram::wasm_bindgen(workspace, &search_path)?;
    ensure(&wasm_bindgen)?;
    let trunk = CargoProgram::trunk(workspace, &search_path);
    ensure(&trunk)?;
    Ok(PageTools {
        trunk: trunk.locate().context("Trunk has gone")?,
        wasm_bindgen: wasm_bindgen.locate().context("wasm-bindgen has gone")?,
    })
}

/// Everything: what builds the pages and what opens them.
pub(crate) fn for_tests(workspace: &Workspace) -> Result<TestTools> {
    let page_tools = for_pages(workspace)?;
    let browser = Browser::of_this_machine(&CHROMIUM, workspace);
    ensure(&browser)?;
    let firefox = Browser::of_this_machine(&FIREFOX, workspace);
    if let Err(lack) = ensure(&firefox) {
        println!("The tests go on without Firefox. {lack:#}");
    }
    Ok(TestTools {
        page_tools,
        browser: browser.locate().context("The browser has gone")?,
        firefox: firefox.locate(),
    })
}
