//! The command line: what may be typed, and what is said when something else was.

use std::ffi::OsString;
use std::path::PathBuf;

/// Shown for `--help`, and after a complaint.
pub(crate) const USAGE: &str = "\
Usage:
  coldstart invoke < document.json
      Runs the invocations of a document and prints the answer document.
  coldstart invoke handler.js --event event.json [--handler index.handler]
      Runs a handler once with this event and prints log, answer and bill. Without --event the event is {}.
  coldstart run < plan.json
      Runs a plan as the page does and prints the whole run.
  coldstart --help
";

/// What was asked for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Command {
    /// Show the usage.
    Help,
    /// `invoke` with a document on standard input.
    InvokeDocument,
    /// `invoke` with a file.
    InvokeFile(InvokeFile),
    /// `run` with a plan on standard input.
    Run,
}

/// `invoke` with a file.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct InvokeFile {
    /// The JavaScript file.
    pub(crate) source: PathBuf,
    /// The file with the event.
    pub(crate) event: Option<PathBuf>,
    /// The handler string; by default the one export that looks like a handler.
    pub(crate) handler: Option<String>,
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
        Some("invoke") => parse_invoke(arguments),
        _ => Err(format!("there is no command “{}”", name.display())),
    }
}

fn parse_invoke(mut arguments: impl Iterator<Item = OsString>) -> Result<Command, String> {
    let (mut source, mut event, mut handler) = (None, None, None);
    while let Some(argument) = arguments.next() {
        let mut value = |what: &str| arguments.next().ok_or(format!("{what} needs a value"));
        match argument.to_str() {
            Some("--event") => event = Some(PathBuf::from(value("--event")?)),
            Some("--handler") => {
                let text = value("--handler")?;
                handler = Some(
                    text.into_string()
                        .map_err(|_| "the handler is no text".to_owned())?,
                );
            }
            Some("--help" | "-h") => return Ok(Command::Help),
            Some(option) if option.starts_with('-') && option.len() > 1 => {
                return Err(format!("invoke has no option “{option}”"));
            }
            _ if source.is_none() => source = Some(PathBuf::from(argument)),
            _ => {
                return Err(format!(
                    "invoke takes one file, and “{}” is a second",
                    argument.display()
                ));
            }
        }
    }
    match source {
        Some(source) => Ok(Command::InvokeFile(InvokeFile {
            source,
            event,
            handler,
        })),
        None if event.is_some() || handler.is_some() => {
            Err("the JavaScript file is missing".to_owned())
        }
        None => Ok(Command::InvokeDocument),
    }
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
        assert_eq!(parsed("run"), Ok(Command::Run));
        assert_eq!(parsed("invoke --help"), Ok(Command::Help));
        let file = InvokeFile {
            source: "a.js".into(),
            event: Some("e.json".into()),
            handler: Some("index.go".to_owned()),
        };
        assert_eq!(
            parsed("invoke a.js --event e.json --handler index.go"),
            Ok(Command::InvokeFile(file))
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
            ("invoke --evnt e.json", "invoke has no option “--evnt”"),
            (
                "invoke a.js b.js",
                "invoke takes one file, and “b.js” is a second",
            ),
            ("invoke a.js --event", "--event needs a value"),
            ("invoke --event e.json", "the JavaScript file is missing"),
        ] {
            assert_eq!(parsed(line), Err(complaint.to_owned()), "{line}");
        }
    }
}
