//! What a person may type after `cargo xtask`, and what it means.
//!
//! Six commands and three flags need no parsing library; a word that is not known is refused with the whole list rather than guessed at.

/// The list of commands, shown for `help` and after every complaint.
pub(crate) const USAGE: &str = "\
Usage: cargo xtask COMMAND

  serve [--port N] [--release]   set up what is missing, then serve the pages and rebuild them on every change
  build                          leave the finished pages in dist/
  test [--quick]                 every check that a change has to pass; --quick leaves out the build and the browser
  tidy                           only the walls between the rooms and the habits of the files
  bench                          benchmarks and the sizes of what is shipped
  setup                          only the set-up
  help                           this list";

/// The port that the pages are served on unless another is asked for.
const DEFAULT_PORT: u16 = 8080;

/// A command that was understood.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Request {
    /// Show the list of commands.
    Help,
    /// Install what is missing, and stop there.
    Setup,
    /// Serve the pages and build them anew at every change.
    Serve {
        /// The port on this machine.
        port: u16,
        /// Whether to serve the pages as they will be published.
        release: bool,
    },
    /// Build the pages as they will be published.
    Build,
    /// Run the checks.
    Test {
        /// Whether to leave out the build and the browser.
        quick: bool,
    },
    /// Run the checks over the text of the files and the dependencies alone.
    Tidy,
    /// Run the benchmarks.
    Bench,
}

/// Reads the words after `cargo xtask`, or says in a sentence what was not understood.
pub(crate) fn parse(words: impl Iterator<Item = String>) -> Result<Request, String> {
    let mut words = words.peekable();
    let Some(command) = words.next() else {
        return Err("Which command?".to_owned());
    };
    let request = match command.as_str() {
        "help" | "--help" | "-h" => return Ok(Request::Help),
        "setup" => Request::Setup,
        "build" => Request::Build,
        "tidy" => Request::Tidy,
        "bench" => Request::Bench,
        "serve" => parse_serve(&mut words)?,
        "test" => Request::Test {
            quick: words.next_if(|word| word == "--quick").is_some(),
        },
        unknown => return Err(format!("There is no command `{unknown}`.")),
    };
    match words.next() {
        None => Ok(request),
        Some(help) if help == "--help" || help == "-h" => Ok(Request::Help),
        Some(left_over) => Err(format!("`{command}` does not know `{left_over}`.")),
    }
}

fn parse_serve(
    words: &mut std::iter::Peekable<impl Iterator<Item = String>>,
) -> Result<Request, String> {
    let mut port = DEFAULT_PORT;
    let mut release = false;
    while let Some(word) = words.next_if(|word| word == "--release" || word.starts_with("--port")) {
        if word == "--release" {
            release = true;
            continue;
        }
        let number = match word.strip_prefix("--port=") {
            Some(number) => number.to_owned(),
            None if word == "--port" => words.next().unwrap_or_default(),
            None => return Err(format!("`serve` does not know `{word}`.")),
        };
        port = number
            .parse()
            .map_err(|_| format!("`--port` needs a number up to 65535, and got `{number}`."))?;
    }
    Ok(Request::Serve { port, release })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Request, String> {
        parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn commands_and_flags_are_understood() {
        let served = |port, release| Ok(Request::Serve { port, release });
        assert_eq!(read("serve"), served(8080, false));
        assert_eq!(read("serve --port 9000 --release"), served(9000, true));
        assert_eq!(read("serve --release --port=9000"), served(9000, true));
        assert_eq!(read("test"), Ok(Request::Test { quick: false }));
        assert_eq!(read("test --quick"), Ok(Request::Test { quick: true }));
        assert_eq!(read("build"), Ok(Request::Build));
        assert_eq!(read("--help"), Ok(Request::Help));
        assert_eq!(read("serve --help"), Ok(Request::Help));
    }

    #[test]
    fn whatever_is_not_known_is_named() {
        for (line, named) in [
            ("sevre", "`sevre`"),
            ("build --release", "`--release`"),
            ("test --quik", "`--quik`"),
            ("serve --ports 1", "`--ports`"),
            ("serve --port", "a number"),
            ("serve --port 70000", "`70000`"),
            ("serve 8080", "`8080`"),
            ("", "Which command?"),
        ] {
            let complaint = read(line).expect_err(line);
            assert!(complaint.contains(named), "{line}: {complaint}");
        }
    }
}
