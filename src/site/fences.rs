//! The words behind the three backticks of a fence: ```` ```js handler name=kites ````.
//!
//! A word that nobody knows is a mistake of the author and never silently a code block: a misspelt `handler` would
//! cost the reader the whole playground.

use domain::http::Request;

/// What a fence stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fence {
    /// Code to read.
    Code {
        /// The language, as the author named it.
        language: String,
        /// `tab=`: the fence and those directly behind it that have one share a place, and the reader chooses.
        tab: Option<String>,
        /// `caption=`: what is said below the code.
        caption: Option<String>,
    },
    /// The code of a lab, which takes the fence's place.
    Handler {
        /// `name=`: what tells this lab from others on the page.
        name: Option<String>,
        /// `request="GET /kites?colour=red"`: what the lab's request line holds at first.
        request: Request,
    },
    /// `js handler readonly`: code to read, which the pictures of runs below it execute.
    Example {
        /// `request=`: what those runs send.
        request: Request,
    },
    /// A picture of a real run of the handler above it.
    RunFigure,
    /// What requests like the last one of such a run cost, beside a server that always runs.
    CostFigure,
}

/// Why the words of a fence mean nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FenceError {
    pub(crate) message: String,
    pub(crate) hint: String,
}

/// Languages of code that is only read.
const LANGUAGES: [&str; 18] = [
    "bash",
    "console",
    "csharp",
    "css",
    "html",
    "http",
    "java",
    "javascript",
    "js",
    "json",
    "markdown",
    "python",
    "rust",
    "sh",
    "text",
    "toml",
    "xml",
    "yaml",
];

const METHODS: [&str; 7] = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

/// Reads the words of a fence.
pub(crate) fn parse(info: &str) -> Result<Fence, FenceError> {
    let words = words_of(info)?;
    let mut plain = words
        .iter()
        .filter(|word| word.value.is_none())
        .map(|word| word.name.as_str());
    let (language, role, manner) = (plain.next(), plain.next(), plain.next());
    let is_readonly = (language, role, manner) == (Some("js"), Some("handler"), Some("readonly"));
    if let Some(word) = manner.filter(|_| !is_readonly).or_else(|| plain.next()) {
        return Err(unknown_word(word));
    }
    let known_attributes: &[&str] = match (language, role) {
        (Some("js"), Some("handler")) if is_readonly => &["request"],
        (Some("js"), Some("handler")) => &["name", "request"],
        (Some("run" | "cost"), _) => &[],
        (Some(_), None) => &["tab", "caption"],
        _ => &[],
    };
    let is_known = |name: &str| known_attributes.contains(&name);
    if let Some(word) = words
        .iter()
        .find(|word| word.value.is_some() && !is_known(&word.name))
    {
        return Err(FenceError {
            message: format!("this fence has no `{}=`", word.name),
            hint: match known_attributes {
                [] => "`js handler` takes `name=` and `request=`, code to read takes `tab=` and `caption=`."
                    .to_owned(),
                known => format!("It may have {}.", listed(known, "=")),
            },
        });
    }
    let attribute = |name: &str| {
        words
            .iter()
            .find(|word| word.name == name)
            .and_then(|word| word.value.clone())
    };
    let request = || request(attribute("request").as_deref().unwrap_or("GET /"));
    match (language, role) {
        (Some("js"), Some("handler")) if is_readonly => Ok(Fence::Example {
            request: request()?,
        }),
        (Some("js"), Some("handler")) => Ok(Fence::Handler {
            name: attribute("name"),
            request: request()?,
        }),
        (Some("run"), Some("figure")) => Ok(Fence::RunFigure),
        (Some("cost"), Some("figure")) => Ok(Fence::CostFigure),
        (None, None) => Ok(Fence::Code {
            language: "text".to_owned(),
            tab: None,
            caption: None,
        }),
        (Some(language), None) if LANGUAGES.contains(&language) => Ok(Fence::Code {
            language: language.to_owned(),
            tab: attribute("tab"),
            caption: attribute("caption"),
        }),
        (Some(language), None) => Err(unknown_word(language)),
        (_, Some(role)) => Err(unknown_word(role)),
    }
}

struct Word {
    name: String,
    value: Option<String>,
}

/// Splits at blanks, outside of double quotes.
fn words_of(info: &str) -> Result<Vec<Word>, FenceError> {
    let mut words = Vec::new();
    let mut rest = info.trim();
    while !rest.is_empty() {
        let end = rest.find([' ', '\t', '=']).unwrap_or(rest.len());
        let name = rest[..end].to_owned();
        rest = &rest[end..];
        let mut value = None;
        if let Some(after) = rest.strip_prefix("=\"") {
            let Some((quoted, behind)) = after.split_once('"') else {
                return Err(FenceError {
                    message: format!("the value of `{name}=` has no closing quote"),
                    hint: "Put a `\"` behind it.".to_owned(),
                });
            };
            value = Some(quoted.to_owned());
            rest = behind;
        } else if let Some(after) = rest.strip_prefix('=') {
            let end = after.find([' ', '\t']).unwrap_or(after.len());
            value = Some(after[..end].to_owned());
            rest = &after[end..];
        }
        words.push(Word { name, value });
        rest = rest.trim_start();
    }
    Ok(words)
}

/// Reads `GET /kites?colour=red`.
fn request(text: &str) -> Result<Request, FenceError> {
    let wrong = |message: String| FenceError {
        message,
        hint: "Write it like `request=\"GET /kites?colour=red\"`.".to_owned(),
    };
    let (method, target) = text
        .split_once(' ')
        .ok_or_else(|| wrong(format!("`{text}` is no request")))?;
    if !METHODS.contains(&method) {
        return Err(wrong(format!(
            "`{method}` is no method: expected {}",
            listed(&METHODS, "")
        )));
    }
    let is_target = target.starts_with('/')
        && target
            .chars()
            .all(|character| character.is_ascii_graphic() && character != '#');
    if !is_target {
        return Err(wrong(format!(
            "`{target}` is no path that can be requested"
        )));
    }
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    Ok(Request {
        query: query.to_owned(),
        ..Request::new(method, path)
    })
}

fn unknown_word(word: &str) -> FenceError {
    FenceError {
        message: format!("unknown fence word `{word}`"),
        hint: format!(
            "A fence is `js handler` (a lab), `js handler readonly` (code that figures run), `run figure` (a picture of a run), or code to read in {}.",
            listed(&LANGUAGES, "")
        ),
    }
}

fn listed(names: &[&str], behind: &str) -> String {
    let quoted: Vec<String> = names
        .iter()
        .map(|name| format!("`{name}{behind}`"))
        .collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => quoted.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_words() {
        let handler = parse("js handler name=kites request=\"POST /kites?a=b=c&d=\"");
        let Ok(Fence::Handler { name, request }) = handler else {
            panic!("{handler:?}")
        };
        assert_eq!(name.as_deref(), Some("kites"));
        assert_eq!(
            (
                request.method.as_str(),
                request.path.as_str(),
                request.query.as_str()
            ),
            ("POST", "/kites", "a=b=c&d=")
        );
        assert_eq!(parse("run figure"), Ok(Fence::RunFigure));
        assert_eq!(parse("cost figure"), Ok(Fence::CostFigure));
        for (info, language) in [("", "text"), ("js", "js"), (" json ", "json")] {
            assert_eq!(
                parse(info),
                Ok(Fence::Code {
                    language: language.to_owned(),
                    tab: None,
                    caption: None,
                })
            );
        }
        assert_eq!(
            parse("python tab=\"Python 2.7\" caption=\"To read.\""),
            Ok(Fence::Code {
                language: "python".to_owned(),
                tab: Some("Python 2.7".to_owned()),
                caption: Some("To read.".to_owned()),
            })
        );
        let Ok(Fence::Example { request }) = parse("js handler readonly request=\"GET /a\"") else {
            panic!("an example")
        };
        assert_eq!((request.path.as_str(), request.query.as_str()), ("/a", ""));
    }

    #[test]
    fn says_what_it_does_not_know() {
        for (info, message) in [
            ("js handlr", "unknown fence word `handlr`"),
            ("js handler twice", "unknown fence word `twice`"),
            ("js handler readonly twice", "unknown fence word `twice`"),
            ("js readonly", "unknown fence word `readonly`"),
            ("run figure readonly", "unknown fence word `readonly`"),
            ("js handler readonly name=a", "this fence has no `name=`"),
            ("js handler tab=a", "this fence has no `tab=`"),
            ("run figure caption=a", "this fence has no `caption=`"),
            ("klingon", "unknown fence word `klingon`"),
            ("handler", "unknown fence word `handler`"),
            ("js name=kites", "this fence has no `name=`"),
            ("js handler lines=3", "this fence has no `lines=`"),
            (
                "js handler name=\"kites",
                "the value of `name=` has no closing quote",
            ),
            ("js handler request=/kites", "`/kites` is no request"),
            ("js handler request=\"FLY /kites\"", "`FLY` is no method"),
            ("js handler request=\"GET kites\"", "`kites` is no path"),
            (
                "js handler request=\"GET /kites red\"",
                "`/kites red` is no path",
            ),
        ] {
            let error = parse(info).expect_err(info);
            assert!(error.message.starts_with(message), "{info}: {error:?}");
            assert!(!error.hint.is_empty());
        }
    }
}
