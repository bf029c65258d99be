//! Raw HTTP, and blocks of `.http` files (the format of editors' REST clients).

use super::super::{Body, Header, Request};
use super::target::{self, is_token};
use super::{PasteError, error_at};

const EXAMPLE: &str = "Begin with a request line such as “GET /kites?colour=red”, or with “curl”.";

/// A line without its end, and the byte offset at which it begins.
struct Line<'a> {
    text: &'a str,
    offset: usize,
}

/// Reads the first request of the text.
pub(super) fn parse(text: &str) -> Result<Request, PasteError> {
    let mut lines = lines(text).into_iter().peekable();
    // Before the request line an `.http` file has separators, comments and variables.
    while lines.next_if(|line| is_preamble(line.text)).is_some() {}
    let Some(first) = lines.next() else {
        return Err(error_at(
            text,
            0,
            "There is no request in this text",
            EXAMPLE,
        ));
    };
    let (method, mut address) = request_line(text, &first)?;
    while let Some(line) = lines.next_if(|line| {
        line.text.starts_with([' ', '\t']) && line.text.trim().starts_with(['?', '&'])
    }) {
        address.push_str(line.text.trim());
    }
    let mut headers = Vec::new();
    for line in lines.by_ref() {
        if line.text.trim().is_empty() {
            break;
        }
        if line.text.starts_with('#') || line.text.starts_with("//") {
            continue;
        }
        headers.push(header(text, &line)?);
    }
    let body: Vec<&str> = lines
        .map(|line| line.text)
        .take_while(|line| !line.starts_with("###"))
        .collect();
    let body = body.join("\n");
    let body = body.trim_end_matches('\n');
    let target = target::parse(&address);
    Ok(Request {
        method,
        path: target.path,
        query: target.query,
        headers: target::with_host(target.host, headers),
        body: (!body.is_empty()).then(|| Body::Text(body.to_owned())),
        resource: None,
    })
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut offset = 0;
    let mut lines = Vec::new();
    for line in text.split('\n') {
        lines.push(Line {
            text: line.strip_suffix('\r').unwrap_or(line),
            offset,
        });
        offset += line.len() + 1;
    }
    lines
}

fn is_preamble(line: &str) -> bool {
    let line = line.trim();
    line.is_empty() || line.starts_with('#') || line.starts_with("//") || line.starts_with('@')
}

/// `METHOD target HTTP/1.1`; the method may be left out (it is GET), and so may the version.
fn request_line(text: &str, line: &Line<'_>) -> Result<(String, String), PasteError> {
    let parts: Vec<&str> = line.text.split_whitespace().collect();
    let refuse = |message: &str| Err(error_at(text, line.offset, message, EXAMPLE));
    let is_address = |part: &str| part.starts_with('/') || part.contains("://");
    match parts.as_slice() {
        [address] if is_address(address) => Ok(("GET".to_owned(), (*address).to_owned())),
        [method, address, rest @ ..] if is_token(method) && rest.len() <= 1 => {
            if rest.iter().any(|version| !version.starts_with("HTTP/")) {
                return refuse("This is no request line: an address has no spaces in it");
            }
            if !method
                .bytes()
                .all(|byte| byte.is_ascii_uppercase() || byte == b'-')
            {
                return refuse("This is no request line: a method is written in capitals");
            }
            if !is_address(address) && !address.contains('.') {
                return refuse(
                    "This is no request line: the address begins with a slash or with https://",
                );
            }
            Ok(((*method).to_owned(), (*address).to_owned()))
        }
        _ => refuse("This is no request line"),
    }
}

fn header(text: &str, line: &Line<'_>) -> Result<Header, PasteError> {
    let hint = "A header is a name, a colon and a value; the body begins after an empty line.";
    let Some((name, value)) = line.text.split_once(':') else {
        return Err(error_at(
            text,
            line.offset,
            format!("“{}” is no header: it has no colon", line.text),
            hint,
        ));
    };
    if !is_token(name.trim()) {
        return Err(error_at(
            text,
            line.offset,
            format!("“{name}” is no name of a header"),
            hint,
        ));
    }
    Ok(Header::new(name.trim(), value.trim()))
}
