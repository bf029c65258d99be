//! One door to every habit of the project: set up, serve, build, test, bench.
//!
//! A person and a build server type the same commands, so what is checked here before a commit is what is checked there after it.

mod announce;
mod arguments;
mod bench;
mod browser_tests;
mod build_paths;
mod bundle;
mod checks;
mod leaks;
mod process;
mod serve;
mod setup;
mod tidy;
mod trunk;
mod workspace;

use std::process::ExitCode;

use anyhow::Result;

use crate::arguments::Request;
use crate::workspace::Workspace;

/// The exit status of a command that was not understood, as opposed to one that failed.
const NOT_UNDERSTOOD: u8 = 2;

fn main() -> ExitCode {
    let request = match arguments::parse(std::env::args().skip(1)) {
        Ok(request) => request,
        Err(complaint) => {
            eprintln!("{complaint}\n\n{}", arguments::USAGE);
            return ExitCode::from(NOT_UNDERSTOOD);
        }
    };
    match carry_out(request) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\n{error}");
            for cause in error.chain().skip(1) {
                eprintln!("  because: {cause}");
            }
            ExitCode::FAILURE
        }
    }
}

fn carry_out(request: Request) -> Result<()> {
    if let Request::Help = request {
        println!("{}", arguments::USAGE);
        return Ok(());
    }
    let workspace = Workspace::locate()?;
    match request {
        Request::Help => Ok(()),
        Request::Setup => setup::for_tests(&workspace).map(|_| println!("Everything is set up.")),
        Request::Serve { port, release } => serve::serve(&workspace, port, release),
        Request::Build => bundle::build(&workspace, &setup::for_pages(&workspace)?),
        Request::Test { quick } => checks::run_all(&workspace, quick),
        Request::Tidy => {
            setup::for_compiling(&workspace)?;
            tidy::check(&workspace).map(|()| println!("Everything is tidy."))
        }
        Request::Bench => bench::run(&workspace),
    }
}
