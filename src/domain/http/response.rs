//! The answer that the visitor gets.

use serde::Serialize;

use super::Header;

/// An HTTP response.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Response {
    /// The status code, 100 to 599.
    pub status: u16,
    /// The header lines in their order.
    pub headers: Vec<Header>,
    /// The body as text, or in Base64.
    pub body: String,
    /// Whether `body` is Base64 of the bytes that are meant.
    pub is_base64_encoded: bool,
    /// What the function's author should know when the gateway answered in the function's place, in plain words.
    pub hint: Option<String>,
}

impl Response {
    /// A JSON answer of the gateway itself.
    pub fn json(status: u16, body: impl Into<String>) -> Response {
        Response {
            status,
            headers: vec![Header::new("content-type", "application/json")],
            body: body.into(),
            is_base64_encoded: false,
            hint: None,
        }
    }
}

/// The words that stand behind a status code (RFC 9110); empty for a code without any.
pub fn reason_phrase(status: u16) -> &'static str {
    match status {
        200 => "OK",
        201 => "Created",
        202 => "Accepted",
        204 => "No Content",
        206 => "Partial Content",
        301 => "Moved Permanently",
        302 => "Found",
        303 => "See Other",
        304 => "Not Modified",
        307 => "Temporary Redirect",
        308 => "Permanent Redirect",
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        409 => "Conflict",
        410 => "Gone",
        413 => "Content Too Large",
        415 => "Unsupported Media Type",
        418 => "I'm a teapot",
        422 => "Unprocessable Content",
        429 => "Too Many Requests",
        500 => "Internal Server Error",
        501 => "Not Implemented",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        504 => "Gateway Timeout",
        _ => "",
    }
}
