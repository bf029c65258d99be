//! What may stand behind `coldstart invoke`.

use std::ffi::OsString;
use std::path::PathBuf;

use crate::arguments::Command;

/// `invoke` with a file.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct InvokeFile {
    /// The JavaScript file.
    pub(crate) source: PathBuf,
    /// What the handler is called with.
    pub(crate) input: Input,
    /// The gateway that makes an event of a request: `rest` or `http`.
    pub(crate) api: Option<String>,
    /// The handler string; by default the one export that looks like a handler.
    pub(crate) handler: Option<String>,
}

/// What a handler is called with.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) enum Input {
    /// The event `{}`.
    #[default]
    Nothing,
    /// The event in this file.
    Event(PathBuf),
    /// The request in this file: raw HTTP, or a block as editors keep it.
    Request(PathBuf),
    /// The request that this curl command would send.
    Curl(String),
}

/// Understands what stands behind `invoke`.
pub(crate) fn parse(mut arguments: impl Iterator<Item = OsString>) -> Result<Command, String> {
    let mut source = None;
    let mut options = InvokeFile::default();
    let mut has_options = false;
    let mut wants_plan = false;
    while let Some(argument) = arguments.next() {
        let name = argument.to_str().unwrap_or_default();
        let is_option = name.starts_with('-') && name.len() > 1;
        if !is_option {
            if source.is_some() {
                return Err(format!(
                    "invoke takes one file, and “{}” is a second",
                    argument.display()
                ));
            }
            source = Some(PathBuf::from(argument));
            continue;
        }
        if name == "--plan" {
            wants_plan = true;
            continue;
        }
        let mut value = || arguments.next().ok_or(format!("{name} needs a value"));
        has_options = true;
        let input = match name {
            "--help" | "-h" => return Ok(Command::Help),
            "--event" => Input::Event(PathBuf::from(value()?)),
            "--request" => Input::Request(PathBuf::from(value()?)),
            "--curl" => Input::Curl(text(value()?, name)?),
            "--handler" => {
                options.handler = Some(text(value()?, name)?);
                continue;
            }
            "--api" => {
                let api = text(value()?, name)?;
                if api != "rest" && api != "http" {
                    return Err(format!("--api is rest or http, not “{api}”"));
                }
                options.api = Some(api);
                continue;
            }
            option => return Err(format!("invoke has no option “{option}”")),
        };
        if options.input != Input::Nothing {
            return Err(
                "invoke takes one of --event, --request and --curl, and there are two".to_owned(),
            );
        }
        options.input = input;
    }
    match source {
        _ if wants_plan && (has_options || source.is_some()) => {
            Err("--plan is for a document on standard input".to_owned())
        }
        None if wants_plan => Ok(Command::PlanOfDocument),
        Some(source) => Ok(Command::InvokeFile(InvokeFile { source, ..options })),
        None if has_options => Err("the JavaScript file is missing".to_owned()),
        None => Ok(Command::InvokeDocument),
    }
}

fn text(value: OsString, option: &str) -> Result<String, String> {
    value
        .into_string()
        .map_err(|_| format!("the value of {option} is no text"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(words: &[&str]) -> Result<Command, String> {
        parse(words.iter().map(OsString::from))
    }

    #[test]
    fn understands_one_input_of_three() {
        for (words, input) in [
            (&["a.js"] as &[&str], Input::Nothing),
            (
                &["a.js", "--event", "e.json"],
                Input::Event("e.json".into()),
            ),
            (
                &["--request", "r.http", "a.js"],
                Input::Request("r.http".into()),
            ),
            (
                &["a.js", "--curl", "curl /kites"],
                Input::Curl("curl /kites".to_owned()),
            ),
        ] {
            let file = InvokeFile {
                source: "a.js".into(),
                input,
                ..InvokeFile::default()
            };
            assert_eq!(parsed(words), Ok(Command::InvokeFile(file)), "{words:?}");
        }
        let whole = InvokeFile {
            source: "a.mjs".into(),
            input: Input::Nothing,
            api: Some("http".to_owned()),
            handler: Some("index.go".to_owned()),
        };
        let words = ["a.mjs", "--handler", "index.go", "--api", "http"];
        assert_eq!(parsed(&words), Ok(Command::InvokeFile(whole)));
    }

    #[test]
    fn complains_clearly_about_anything_else() {
        for (words, complaint) in [
            (
                &["--evnt", "e.json"] as &[&str],
                "invoke has no option “--evnt”",
            ),
            (
                &["a.js", "b.js"],
                "invoke takes one file, and “b.js” is a second",
            ),
            (&["a.js", "--event"], "--event needs a value"),
            (&["--event", "e.json"], "the JavaScript file is missing"),
            (
                &["a.js", "--plan"],
                "--plan is for a document on standard input",
            ),
            (
                &["a.js", "--api", "soap"],
                "--api is rest or http, not “soap”",
            ),
            (
                &["a.js", "--event", "e.json", "--curl", "curl /"],
                "invoke takes one of --event, --request and --curl, and there are two",
            ),
        ] {
            assert_eq!(parsed(words), Err(complaint.to_owned()), "{words:?}");
        }
    }
}
