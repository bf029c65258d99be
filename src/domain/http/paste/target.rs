//! Where a request goes: an address, or a path.

use super::super::Header;

/// The parts of an address that a function gets to see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Target {
    pub(super) host: Option<String>,
    pub(super) path: String,
    pub(super) query: String,
}

/// Takes `https://host/path?query#fragment`, `host/path` or `/path?query` apart.
pub(super) fn parse(text: &str) -> Target {
    let text = text.split('#').next().unwrap_or(text);
    let (authority_and_path, query) = text.split_once('?').unwrap_or((text, ""));
    let after_scheme = authority_and_path
        .split_once("://")
        .map_or(authority_and_path, |(_, rest)| rest);
    let (host, path) = match after_scheme.find('/') {
        Some(0) => (None, after_scheme),
        Some(slash) => (Some(&after_scheme[..slash]), &after_scheme[slash..]),
        None if after_scheme.is_empty() => (None, "/"),
        None => (Some(after_scheme), "/"),
    };
    // Name and password belong to another header and are not taken from an address.
    let host = host.map(|host| host.rsplit('@').next().unwrap_or(host).to_owned());
    Target {
        host: host.filter(|host| !host.is_empty()),
        path: path.to_owned(),
        query: query.to_owned(),
    }
}

/// Puts the host before the other headers, unless they name one.
pub(super) fn with_host(host: Option<String>, mut headers: Vec<Header>) -> Vec<Header> {
    let named = headers
        .iter()
        .any(|header| header.name.eq_ignore_ascii_case("host"));
    if let Some(host) = host.filter(|_| !named) {
        headers.insert(0, Header::new("Host", host));
    }
    headers
}

/// Whether the text can be the name of a header (RFC 9110, `token`).
pub(super) fn is_token(text: &str) -> bool {
    let is_token_byte =
        |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !text.is_empty() && text.bytes().all(is_token_byte)
}
