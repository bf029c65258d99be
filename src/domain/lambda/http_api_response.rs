//! What an HTTP API makes of a function's outcome for the visitor (payload format 2.0).
//!
//! Source: API Gateway Developer Guide, "Lambda function response for format 2.0". An object with a `statusCode` is a
//! response; anything else that is valid JSON is the body of a 200.

use serde_json::Value;

use super::Outcome;
use super::proxy_response::{Allowed, read_response};
use crate::http::{Header, Response};

const INTERNAL_SERVER_ERROR: &str = r#"{"message":"Internal Server Error"}"#;
const SERVICE_UNAVAILABLE: &str = r#"{"message":"Service Unavailable"}"#;

/// The response that the visitor gets for `outcome`.
pub fn http_api_response(outcome: &Outcome) -> Response {
    match outcome {
        Outcome::Success(result) => match from_result(result) {
            Ok(response) => response,
            Err(hint) => Response {
                hint: Some(hint),
                ..Response::json(500, INTERNAL_SERVER_ERROR)
            },
        },
        outcome if outcome.is_too_large() => {
            Response::json(413, r#"{"message":"Request Entity Too Large"}"#)
        }
        Outcome::Error(_) | Outcome::Timeout(_) | Outcome::Killed => {
            Response::json(500, INTERNAL_SERVER_ERROR)
        }
        Outcome::Throttled => Response::json(503, SERVICE_UNAVAILABLE),
    }
}

fn from_result(result: &str) -> Result<Response, String> {
    match serde_json::from_str(result) {
        Ok(Value::Object(object)) if object.contains_key("statusCode") => {
            let mut response = read_response(&object, Allowed::AnyMember)?;
            if let Some(Value::Array(cookies)) = object.get("cookies") {
                let cookies = cookies.iter().filter_map(Value::as_str);
                response
                    .headers
                    .extend(cookies.map(|cookie| Header::new("set-cookie", cookie)));
            }
            Ok(response)
        }
        Ok(Value::String(text)) => Ok(Response::json(200, text)),
        // Text that our JSON library refuses, such as half a surrogate pair, is still the function's JSON.
        Ok(_) | Err(_) => Ok(Response::json(200, result)),
    }
}
