//! The command line: what may be typed, and what is said when something else was.

use std::ffi::OsString;

use domain::cloud::simulate_document::Detail;

use crate::invoke_arguments::{self, InvokeFile};
use crate::simulate::{Format, Simulate};

/// Shown for `--help`, and after a complaint.
pub(crate) const USAGE: &str = "\
Usage:
  coldstart invoke [--plan] < document.json
      Runs the invocations of a document and prints the answer document; with --plan the plan that they make together,
      for `coldstart run`.
  coldstart invoke handler.js [--event event.json | --request request.http | --curl 'curl …'] [--api rest|http]
                   [--handler index.handler]
      Runs a handler once with this event or this request and prints log, answer and bill; a file that ends in .mjs
      is an ES module. Without an event it is {}. Exit status 0: it answered, 1: it failed or timed out, 2: the
      command was not understood.
  coldstart run < plan.json
      Runs a plan as the page does and prints the whole run.
  coldstart simulate [--detail totals|full] [--csv | --text] < document.json
      Simulates a pool with scripted service times and prints the answer document; --csv for spreadsheets, --text for
      people: containers over time, a table and the totals.
  coldstart --help
";

/// What was asked for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Command {
    /// Show the usage.
    Help,
    /// `invoke` with a document on standard input.
    InvokeDocument,
    /// `invoke --plan`: the plan that comes of such a document.
    PlanOfDocument,
    /// `invoke` with a file.
    InvokeFile(InvokeFile),
    /// `run` with a plan on standard input.
    Run,
    /// `simulate` with a document on standard input.
    Simulate(Simulate),
}

/// Understands the arguments, without the program's name.
pub(crate) fn parse(arguments: impl Iterator<Item = OsString>) -> Result<Command, String> {
    let mut arguments = arguments.peekable();
    let Some(name) = arguments.next() else {
        return Err("a command is missing".to_owned());
    };
    match name.to_str() {
        Some("--help" | "-h" | "help") => Ok(Command::Help),
        Some("run") => match arguments.next() {
            None => Ok(Command::Run),
            Some(extra) => Err(format!(
                "run takes a plan on standard input, not “{}”",
                extra.display()
            )),
        },
        Some("invoke") => invoke_arguments::parse(arguments),
        Some("simulate") => parse_simulate(arguments),
        _ => Err(format!("there is no command “{}”", name.display())),
    }
}

fn parse_simulate(mut arguments: impl Iterator<Item = OsString>) -> Result<Command, String> {
    let mut options = Simulate::default();
    let mut formats = 0;
    while let Some(argument) = arguments.next() {
        match argument.to_str() {
            Some(option @ ("--csv" | "--text")) => {
                formats += 1;
                options.format = if option == "--csv" {
                    Format::Csv
                } else {
                    Format::Text
                };
            }
            Some("--detail") => {
                options.detail = match arguments.next().as_deref().and_then(|value| value.to_str())
                {
                    Some("totals") => Some(Detail::Totals),
                    Some("full") => Some(Detail::Full),
                    _ => return Err("--detail needs a value, totals or full".to_owned()),
                }
            }
            Some("--help" | "-h") => return Ok(Command::Help),
            _ => {
                return Err(format!(
                    "simulate takes a document on standard input, not “{}”",
                    argument.display()
                ));
            }
        }
    }
    if formats > 1 {
        return Err("simulate writes one format, and two were asked for".to_owned());
    }
    Ok(Command::Simulate(options))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command, String> {
        parse(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn understands_what_the_usage_says() {
        assert_eq!(parsed("invoke"), Ok(Command::InvokeDocument));
        assert_eq!(parsed("invoke --plan"), Ok(Command::PlanOfDocument));
        assert_eq!(parsed("run"), Ok(Command::Run));
        assert_eq!(parsed("invoke --help"), Ok(Command::Help));
        let totals = Simulate {
            format: Format::Csv,
            detail: Some(Detail::Totals),
        };
        assert_eq!(
            parsed("simulate --detail totals --csv"),
            Ok(Command::Simulate(totals))
        );
        assert_eq!(
            parsed("simulate"),
            Ok(Command::Simulate(Simulate::default()))
        );
    }

    #[test]
    fn complains_clearly_about_anything_else() {
        for (line, complaint) in [
            ("", "a command is missing"),
            ("fly", "there is no command “fly”"),
            (
                "run plan.json",
                "run takes a plan on standard input, not “plan.json”",
            ),
            (
                "simulate --detail some",
                "--detail needs a value, totals or full",
            ),
            (
                "simulate --csv --text",
                "simulate writes one format, and two were asked for",
            ),
            (
                "simulate --json",
                "simulate takes a document on standard input, not “--json”",
            ),
        ] {
            assert_eq!(parsed(line), Err(complaint.to_owned()), "{line}");
        }
    }
}
