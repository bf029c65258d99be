//! The program that Trunk starts as its last hook: a shell around [`site::build`].

use std::process::ExitCode;

fn main() -> ExitCode {
    match site::build() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}
