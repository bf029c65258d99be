//! Serves the pages while somebody works on them.

use std::net::{Ipv4Addr, TcpListener};

use anyhow::{Result, bail};

use crate::build_paths::BuildPaths;
use crate::trunk::trunk;
use crate::workspace::Workspace;
use crate::{process, setup};

/// Builds and serves the pages until the person ends it.
pub(crate) fn serve(workspace: &Workspace, port: u16, release: bool) -> Result<()> {
    // Asked before minutes are spent on tools and a first build.
    if TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_err() {
        bail!(
            "Port {port} is taken by another program. Try `cargo xtask serve --port {}`.",
            port.checked_add(1).unwrap_or(port - 1)
        );
    }
    let tools = setup::for_pages(workspace)?;
    let paths = BuildPaths::of(workspace)?;
    println!(
        "Building. Then the pages are at http://localhost:{port}/ and follow every change; Ctrl-C ends it."
    );
    let mut trunk = trunk(workspace, &tools, &paths, "serve")?;
    trunk.args(["--port", &port.to_string()]);
    if release {
        trunk.arg("--release");
    }
    process::run(&mut trunk)
}
