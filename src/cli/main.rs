//! `coldstart`: the same simulation as on the page, at a prompt. A shell: it reads arguments and files, and prints.
//!
//! Exit status: 0 when a document or a plan was answered, whatever became of the invocations; with a handler file, 1
//! when the function failed or timed out; 2 when the command was not understood.

mod arguments;
mod guard;
mod invoke;
mod invoke_arguments;
mod run;
mod simulate;

use std::process::ExitCode;

use arguments::Command;

/// Counts what the reader's code makes of the memory.
#[global_allocator]
static HEAP: engine::CountedHeap = engine::CountedHeap;

/// The engine recurses while it parses and runs; the main thread's stack of an operating system is small.
const STACK_BYTES: usize = 256 * 1024 * 1024;

/// The command was not understood, or what it was given.
const NOT_UNDERSTOOD: u8 = 2;

fn main() -> ExitCode {
    let mut arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let is_child = guard::is_child(&mut arguments);
    let command = match arguments::parse(arguments.iter().cloned()) {
        Ok(command) => command,
        Err(complaint) => {
            eprintln!("coldstart: {complaint}\n\n{}", arguments::USAGE);
            return ExitCode::from(NOT_UNDERSTOOD);
        }
    };
    match &command {
        Command::Help => {
            print!("{}", arguments::USAGE);
            return ExitCode::SUCCESS;
        }
        // Runs no code of the reader's, so nothing has to be guarded.
        Command::Simulate(options) => return report(simulate::document(options)),
        _ => {}
    }
    if !is_child {
        return report(input(&command).and_then(|input| guard::supervise(&arguments, &input)));
    }
    let work = move || match &command {
        Command::Help | Command::Simulate(_) => ExitCode::SUCCESS,
        Command::InvokeDocument => report(invoke::document()),
        Command::PlanOfDocument => report(invoke::plan_of_document()),
        Command::InvokeFile(options) => report(invoke::file(options)),
        Command::Run => report(run::plan()),
    };
    match std::thread::Builder::new()
        .stack_size(STACK_BYTES)
        .spawn(work)
        .map(std::thread::JoinHandle::join)
    {
        Ok(Ok(code)) => code,
        // The thread's own message is on standard error already; the guard asks for no exit code of ours.
        _ => std::process::abort(),
    }
}

/// What this command reads from standard input.
fn input(command: &Command) -> Result<Vec<u8>, String> {
    let mut input = Vec::new();
    if matches!(
        command,
        Command::InvokeDocument | Command::PlanOfDocument | Command::Run
    ) {
        std::io::Read::read_to_end(&mut std::io::stdin(), &mut input)
            .map_err(|error| format!("standard input: {error}"))?;
    }
    Ok(input)
}

fn report(result: Result<ExitCode, String>) -> ExitCode {
    result.unwrap_or_else(|complaint| {
        eprintln!("coldstart: {complaint}");
        ExitCode::from(NOT_UNDERSTOOD)
    })
}
