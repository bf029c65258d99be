//! A request as a visitor sends it.

use serde::{Deserialize, Serialize};

/// One header line; names keep the case in which they were written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// The name, such as `Content-Type`.
    pub name: String,
    /// The value, without the line's end.
    pub value: String,
}

impl Header {
    /// A header from its two parts.
    pub fn new(name: impl Into<String>, value: impl Into<String>) -> Header {
        Header {
            name: name.into(),
            value: value.into(),
        }
    }
}

/// What a request carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Body {
    /// Text.
    Text(String),
    /// Bytes, already in Base64, because that is how an event carries them.
    Base64(String),
}

/// An HTTP request to the function's address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Request {
    /// `GET`, `POST` and so on, in capitals.
    pub method: String,
    /// The path with its leading slash, without stage and query.
    pub path: String,
    /// The query string as written, without `?`; empty if there is none.
    pub query: String,
    /// The header lines in their order; a repeated header is a repeated line.
    pub headers: Vec<Header>,
    /// The body; `None` if the request has none, which differs from an empty one.
    pub body: Option<Body>,
    /// The API's resource that takes the request, such as `/kites/{id}`; `None` for one that takes every path.
    pub resource: Option<String>,
}

impl Request {
    /// A request without query, headers and body.
    pub fn new(method: impl Into<String>, path: impl Into<String>) -> Request {
        Request {
            method: method.into(),
            path: path.into(),
            query: String::new(),
            headers: Vec::new(),
            body: None,
            resource: None,
        }
    }

    /// The value of the last header of this name, whatever its case.
    pub fn header(&self, name: &str) -> Option<&str> {
        let same_name = |header: &&Header| header.name.eq_ignore_ascii_case(name);
        self.headers
            .iter()
            .rev()
            .find(same_name)
            .map(|header| header.value.as_str())
    }
}
