//! `coldstart`: the same simulation as on the page, at a prompt. A shell: it reads arguments and files, and prints.
//!
//! Exit status: 0 when a document or a plan was answered, whatever became of the invocations; with a handler file, 1
//! when the function failed or timed out; 2 when the command was not understood.

mod arguments;
mod invoke;
mod run;
mod simulate;

use std::process::ExitCode;

use arguments::Command;

/// The engine recurses while it parses and runs; the main thread's stack of an operating system is small.
const STACK_BYTES: usize = 512 * 1024 * 1024;

/// The command was not understood, or what it was given.
const NOT_UNDERSTOOD: u8 = 2;

fn main() -> ExitCode {
    let work = || match arguments::parse(std::env::args_os().skip(1)) {
        Ok(Command::Help) => {
            print!("{}", arguments::USAGE);
            ExitCode::SUCCESS
        }
        Ok(Command::InvokeDocument) => report(invoke::document()),
        Ok(Command::InvokeFile(options)) => report(invoke::file(&options)),
        Ok(Command::Run) => report(run::plan()),
        Ok(Command::Simulate(options)) => report(simulate::document(&options)),
        Err(complaint) => {
            eprintln!("coldstart: {complaint}\n\n{}", arguments::USAGE);
            ExitCode::from(NOT_UNDERSTOOD)
        }
    };
    match std::thread::Builder::new()
        .stack_size(STACK_BYTES)
        .spawn(work)
        .map(std::thread::JoinHandle::join)
    {
        Ok(Ok(code)) => code,
        // The thread's own message is on standard error already.
        _ => ExitCode::FAILURE,
    }
}

fn report(result: Result<ExitCode, String>) -> ExitCode {
    result.unwrap_or_else(|complaint| {
        eprintln!("coldstart: {complaint}");
        ExitCode::from(NOT_UNDERSTOOD)
    })
}
