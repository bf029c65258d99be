//! What API Gateway makes of a function's outcome for the visitor: the proxy integration of a REST API.
//!
//! Source: API Gateway Developer Guide, "Output format of a Lambda function for proxy integration". A malformed
//! answer is a 502 for the visitor and a hint for the author.

use serde_json::{Map, Value};

use super::Outcome;
use crate::http::{Header, Response};

const INTERNAL_SERVER_ERROR: &str = r#"{"message": "Internal server error"}"#;
const KNOWN_KEYS: [&str; 5] = [
    "statusCode",
    "headers",
    "multiValueHeaders",
    "body",
    "isBase64Encoded",
];

/// The response that the visitor gets for `outcome`.
pub fn proxy_response(outcome: &Outcome) -> Response {
    match outcome {
        Outcome::Success(result) => match from_result(result) {
            Ok(response) => response,
            Err(hint) => Response {
                hint: Some(hint),
                ..Response::json(502, INTERNAL_SERVER_ERROR)
            },
        },
        outcome if outcome.is_too_large() => {
            Response::json(413, r#"{"message": "Request Too Long"}"#)
        }
        Outcome::Error(_) | Outcome::Timeout(_) | Outcome::Killed => {
            Response::json(502, INTERNAL_SERVER_ERROR)
        }
        // "Lambda rejects the invocation": the gateway reports a throttled function as its own failure.
        Outcome::Throttled => Response::json(500, INTERNAL_SERVER_ERROR),
    }
}

fn from_result(result: &str) -> Result<Response, String> {
    let example = "The gateway expects { statusCode: 200, body: '…' }.";
    let value: Value = serde_json::from_str(result).map_err(|_| {
        format!(
            "Your function's answer holds text or nesting that the gateway cannot read. {example}"
        )
    })?;
    let Value::Object(object) = value else {
        return Err(format!(
            "Your function answered with {}. {example}",
            describe(&value)
        ));
    };
    read_response(&object, Allowed::KnownMembersOnly)
}

/// Whether a response may have members that nobody knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Allowed {
    /// A REST API refuses them.
    KnownMembersOnly,
    /// An HTTP API ignores them, and knows no `multiValueHeaders`.
    AnyMember,
}

/// Reads the members of a response object; what is wrong with it is said in plain words.
pub(super) fn read_response(
    object: &Map<String, Value>,
    allowed: Allowed,
) -> Result<Response, String> {
    let unknown = object
        .keys()
        .find(|key| !KNOWN_KEYS.contains(&key.as_str()));
    if let Some(key) = unknown.filter(|_| allowed == Allowed::KnownMembersOnly) {
        return Err(format!(
            "Your function's answer has a member “{key}”, which the gateway does not know. It allows statusCode, \
             headers, multiValueHeaders, body and isBase64Encoded."
        ));
    }
    let is_base64_encoded = match object.get("isBase64Encoded") {
        None | Some(Value::Null) => false,
        Some(Value::Bool(flag)) => *flag,
        Some(other) => {
            return Err(format!(
                "isBase64Encoded has to be true or false, not {}.",
                describe(other)
            ));
        }
    };
    Ok(Response {
        status: status(object.get("statusCode"))?,
        headers: headers(object, allowed)?,
        body: match object.get("body") {
            None | Some(Value::Null) => String::new(),
            Some(Value::String(text)) => text.clone(),
            Some(other) => {
                return Err(format!(
                    "body has to be a string, and yours is {}. Wrap it: body: JSON.stringify(…).",
                    describe(other)
                ));
            }
        },
        is_base64_encoded,
        hint: None,
    })
}

fn status(value: Option<&Value>) -> Result<u16, String> {
    let number = match value {
        None => return Ok(200),
        Some(Value::Number(number)) => number.as_u64().or_else(|| whole(number.as_f64())),
        Some(Value::String(text)) => text.parse().ok(),
        Some(_) => None,
    };
    match number {
        Some(status @ 100..=599) => Ok(status as u16),
        _ => Err(format!(
            "statusCode has to be a whole number from 100 to 599, not {}.",
            value.map_or_else(String::new, Value::to_string)
        )),
    }
}

fn whole(number: Option<f64>) -> Option<u64> {
    number
        .filter(|number| number.fract() == 0.0 && (0.0..1_000.0).contains(number))
        .map(|number| number as u64)
}

/// Both header maps as lines; a pair that stands in both appears once. Without a content type it is JSON.
fn headers(object: &Map<String, Value>, allowed: Allowed) -> Result<Vec<Header>, String> {
    let mut lines: Vec<Header> = Vec::new();
    let mut add = |name: &str, value: &Value| -> Result<(), String> {
        let text = match value {
            Value::String(text) => text.clone(),
            Value::Number(_) | Value::Bool(_) => value.to_string(),
            other => {
                return Err(format!(
                    "The header {name} has to be a string, not {}.",
                    describe(other)
                ));
            }
        };
        let line = Header::new(name, text);
        if !lines.contains(&line) {
            lines.push(line);
        }
        Ok(())
    };
    for (name, value) in map(object, "headers")? {
        add(name, value)?;
    }
    let multi_value = match allowed {
        Allowed::KnownMembersOnly => map(object, "multiValueHeaders")?,
        Allowed::AnyMember => Vec::new(),
    };
    for (name, value) in multi_value {
        let Value::Array(values) = value else {
            return Err(format!(
                "In multiValueHeaders each value is a list; {name} has {}.",
                describe(value)
            ));
        };
        for value in values {
            add(name, value)?;
        }
    }
    if !lines
        .iter()
        .any(|line| line.name.eq_ignore_ascii_case("content-type"))
    {
        lines.insert(0, Header::new("content-type", "application/json"));
    }
    Ok(lines)
}

fn map<'a>(
    object: &'a Map<String, Value>,
    key: &str,
) -> Result<Vec<(&'a String, &'a Value)>, String> {
    match object.get(key) {
        None | Some(Value::Null) => Ok(Vec::new()),
        Some(Value::Object(map)) => Ok(map.iter().collect()),
        Some(other) => Err(format!(
            "{key} has to be an object of names and values, not {}.",
            describe(other)
        )),
    }
}

fn describe(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(flag) => flag.to_string(),
        Value::Number(number) => format!("the number {number}"),
        Value::String(_) => "a plain string".to_owned(),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}
