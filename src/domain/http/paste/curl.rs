//! curl commands, as terminals and browsers' network panels give them.

use super::super::{Body, Header, Request};
use super::shell::{Word, words};
use super::target::{self, is_token};
use super::{PasteError, error_at};

/// Options that change how curl works but not what the function sees.
const IGNORED: &[&str] = &[
    "--silent",
    "--show-error",
    "--location",
    "--verbose",
    "--include",
    "--insecure",
    "--compressed",
    "--fail",
    "--globoff",
    "--no-buffer",
    "--http1.1",
    "--http2",
    "--http2-prior-knowledge",
    "--http1.0",
    "--progress-bar",
    "--ipv4",
    "--ipv6",
    "--tlsv1.2",
    "--path-as-is",
    "--fail-with-body",
    "--no-progress-meter",
];
const IGNORED_SHORT: &str = "sSLvikfgN#046";
/// The same, with a value.
const IGNORED_WITH_VALUE: &[&str] = &[
    "--output",
    "--max-time",
    "--connect-timeout",
    "--retry",
    "--retry-delay",
    "--proxy",
    "--cacert",
    "--cert",
    "--key",
    "--resolve",
    "--write-out",
    "--dump-header",
    "--interface",
    "--cookie-jar",
];
const IGNORED_SHORT_WITH_VALUE: &str = "omxwDcE";
/// Options that are read, by their short names.
const LONG_NAMES: &[(char, &str)] = &[
    ('X', "--request"),
    ('H', "--header"),
    ('d', "--data"),
    ('u', "--user"),
    ('b', "--cookie"),
    ('A', "--user-agent"),
    ('e', "--referer"),
    ('F', "--form"),
    ('T', "--upload-file"),
];

#[derive(Default)]
struct Draft {
    method: Option<String>,
    address: Option<String>,
    headers: Vec<Header>,
    data: Vec<String>,
    data_in_query: bool,
    head: bool,
    json: bool,
}

/// Reads the command that begins at `from`.
pub(super) fn parse(text: &str, from: usize) -> Result<Request, PasteError> {
    let words = words(text, from)?;
    let mut rest = words.iter().skip(1);
    let mut draft = Draft::default();
    while let Some(word) = rest.next() {
        for (name, attached) in spelled_out(word) {
            let mut value = || match attached.clone() {
                Some(value) => Ok(value),
                None => rest.next().map(|word| word.text.clone()).ok_or_else(|| {
                    error_at(
                        text,
                        word.offset,
                        format!("{name} has no value"),
                        "Copy the whole command.",
                    )
                }),
            };
            draft.take(&name, &mut value, text, word)?;
        }
    }
    let Some(address) = draft.address.take() else {
        return Err(error_at(
            text,
            from,
            "The command names no address",
            "Add one, such as https://example.com/kites.",
        ));
    };
    Ok(draft.finish(&address))
}

/// The options in a word with the values that are attached to them: one long option, several short ones, or the
/// address.
fn spelled_out(word: &Word) -> Vec<(String, Option<String>)> {
    let text = &word.text;
    let mut pending = Vec::new();
    if let Some(long) = text.strip_prefix("--") {
        match long.split_once('=') {
            Some((name, value)) => pending.push((format!("--{name}"), Some(value.to_owned()))),
            None => pending.push((text.clone(), None)),
        }
    } else if let Some(short) = text.strip_prefix('-').filter(|short| !short.is_empty()) {
        for (at, letter) in short.char_indices() {
            let attached = &short[at + letter.len_utf8()..];
            let attached = (!attached.is_empty()).then(|| attached.to_owned());
            match LONG_NAMES.iter().find(|(name, _)| *name == letter) {
                Some((_, long)) => {
                    pending.push(((*long).to_owned(), attached));
                    break;
                }
                None if IGNORED_SHORT_WITH_VALUE.contains(letter) => {
                    pending.push(("--output".to_owned(), attached));
                    break;
                }
                None if letter == 'G' => pending.push(("--get".to_owned(), None)),
                None if letter == 'I' => pending.push(("--head".to_owned(), None)),
                None if IGNORED_SHORT.contains(letter) => {}
                None => {
                    pending.push((format!("-{letter}"), None));
                    break;
                }
            }
        }
    } else {
        pending.push(("--url".to_owned(), Some(text.clone())));
    }
    pending
}

impl Draft {
    fn take(
        &mut self,
        name: &str,
        value: &mut dyn FnMut() -> Result<String, PasteError>,
        text: &str,
        word: &Word,
    ) -> Result<(), PasteError> {
        let refuse = |message: String, hint: &str| Err(error_at(text, word.offset, message, hint));
        match name {
            "--url" => {
                if self.address.is_some() {
                    return refuse(
                        "The command has a second address".to_owned(),
                        "Send one request at a time.",
                    );
                }
                self.address = Some(value()?);
            }
            "--request" => self.method = Some(value()?.to_ascii_uppercase()),
            "--header" => {
                let line = value()?;
                // `Name:` takes a header away and `Name;` sends an empty one.
                let (header, content) = line.split_once([':', ';']).unwrap_or((&line, ""));
                if !is_token(header.trim()) {
                    return refuse(
                        format!("“{line}” is no header"),
                        "A header is a name, a colon and a value.",
                    );
                }
                if line.contains(';') || !content.trim().is_empty() {
                    self.headers
                        .push(Header::new(header.trim(), content.trim()));
                }
            }
            "--data" | "--data-ascii" | "--data-binary" | "--data-raw" | "--json" => {
                let data = value()?;
                if data.starts_with('@') && name != "--data-raw" {
                    return refuse(
                        format!("The file {} cannot be read here", &data[1..]),
                        "Paste its text as the body.",
                    );
                }
                self.json |= name == "--json";
                self.data.push(data);
            }
            "--data-urlencode" => {
                let data = value()?;
                let (key, content) = data.split_once('=').unwrap_or(("", &data));
                let encoded: String = form_urlencoded::byte_serialize(content.as_bytes()).collect();
                self.data.push(if key.is_empty() {
                    encoded
                } else {
                    format!("{key}={encoded}")
                });
            }
            "--get" => self.data_in_query = true,
            "--head" => self.head = true,
            "--user" => {
                let credentials = format!("Basic {}", base64(value()?.as_bytes()));
                self.headers.push(Header::new("Authorization", credentials));
            }
            "--cookie" => self.headers.push(Header::new("Cookie", value()?)),
            "--user-agent" => self.headers.push(Header::new("User-Agent", value()?)),
            "--referer" => self.headers.push(Header::new("Referer", value()?)),
            "--form" | "--upload-file" => {
                return refuse(
                    format!("{name} sends files, which cannot be done here"),
                    "Paste the text as the body.",
                );
            }
            _ if IGNORED.contains(&name) => {}
            _ if IGNORED_WITH_VALUE.contains(&name) => {
                value()?;
            }
            _ => {
                return refuse(
                    format!("{name} is an option that is not known here"),
                    "Take it out if the request does not need it.",
                );
            }
        }
        Ok(())
    }

    fn finish(mut self, address: &str) -> Request {
        let mut target = target::parse(address);
        let data = (!self.data.is_empty()).then(|| self.data.join("&"));
        let body = match data {
            Some(data) if self.data_in_query => {
                let separator = if target.query.is_empty() { "" } else { "&" };
                target.query = format!("{}{separator}{data}", target.query);
                None
            }
            data => data,
        };
        let mut default_header = |name: &str, value: &str| {
            if !self
                .headers
                .iter()
                .any(|header| header.name.eq_ignore_ascii_case(name))
            {
                self.headers.push(Header::new(name, value));
            }
        };
        if self.json {
            default_header("Content-Type", "application/json");
            default_header("Accept", "application/json");
        } else if body.is_some() {
            default_header("Content-Type", "application/x-www-form-urlencoded");
        }
        let usual_method = match (&body, self.head) {
            (_, true) => "HEAD",
            (Some(_), _) => "POST",
            (None, _) => "GET",
        };
        Request {
            method: self.method.unwrap_or_else(|| usual_method.to_owned()),
            path: target.path,
            query: target.query,
            headers: target::with_host(target.host, self.headers),
            body: body.map(Body::Text),
            resource: None,
        }
    }
}

/// Base64 of a name and password.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for group in bytes.chunks(3) {
        let number = (0..3).fold(0_u32, |number, at| {
            number << 8 | u32::from(group.get(at).copied().unwrap_or(0))
        });
        for digit in 0..4 {
            let is_padding = digit > group.len();
            let index = (number >> (18 - 6 * digit)) as usize & 63;
            text.push(if is_padding {
                '='
            } else {
                char::from(DIGITS[index])
            });
        }
    }
    text
}
