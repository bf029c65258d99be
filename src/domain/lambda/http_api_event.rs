//! The event that an HTTP API or a function URL makes of a request (payload format 2.0).
//!
//! Sources: API Gateway Developer Guide, "AWS Lambda proxy integrations for HTTP APIs"; AWS's own fixtures of minimal
//! events. NamedValues that would be empty are left out, header names are in lower case, repeated headers and query keys
//! are joined with commas, and cookies leave the headers and become a list.

use serde::Serialize;

use super::identity::{ACCOUNT_ID, API_ID, VISITOR_ADDRESS, api_domain};
use super::named_values::NamedValues;
use crate::http::{Body, Request, match_path, parse_query};
use crate::units::CalendarTime;

const DEFAULT_ROUTE: &str = "$default";
const DEFAULT_STAGE: &str = "$default";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Event<'a> {
    version: &'a str,
    route_key: &'a str,
    raw_path: &'a str,
    raw_query_string: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cookies: Vec<String>,
    headers: NamedValues<String>,
    #[serde(skip_serializing_if = "NamedValues::is_empty")]
    query_string_parameters: NamedValues<String>,
    request_context: RequestContext<'a>,
    #[serde(skip_serializing_if = "NamedValues::is_empty")]
    path_parameters: NamedValues<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<&'a str>,
    is_base64_encoded: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RequestContext<'a> {
    account_id: &'a str,
    api_id: &'a str,
    domain_name: String,
    domain_prefix: &'a str,
    http: Http<'a>,
    request_id: String,
    route_key: &'a str,
    stage: &'a str,
    time: String,
    time_epoch: i64,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Http<'a> {
    method: &'a str,
    path: &'a str,
    protocol: &'a str,
    source_ip: &'a str,
    user_agent: &'a str,
}

/// The event for `request`, received at `received`, as JSON text. A request that names a resource came by a route of
/// its own; any other by the route `$default`.
pub fn http_api_event(request: &Request, request_id: &str, received: CalendarTime) -> String {
    let named_route = request
        .resource
        .as_ref()
        .map(|resource| format!("{} {resource}", request.method));
    let route_key = named_route.as_deref().unwrap_or(DEFAULT_ROUTE);
    let path_parameters = request
        .resource
        .as_deref()
        .and_then(|resource| match_path(resource, &request.path))
        .unwrap_or_default();
    let is_cookie = |name: &str| name.eq_ignore_ascii_case("cookie");
    let cookies = request
        .headers
        .iter()
        .filter(|header| is_cookie(&header.name));
    let cookies = cookies
        .flat_map(|header| header.value.split(';'))
        .map(|cookie| cookie.trim().to_owned());
    let headers = request
        .headers
        .iter()
        .filter(|header| !is_cookie(&header.name));
    let headers = headers.map(|header| (header.name.to_ascii_lowercase(), header.value.clone()));
    let event = Event {
        version: "2.0",
        route_key,
        raw_path: &request.path,
        raw_query_string: &request.query,
        cookies: cookies.filter(|cookie| !cookie.is_empty()).collect(),
        headers: joined(headers),
        query_string_parameters: joined(parse_query(&request.query).into_iter()),
        request_context: RequestContext {
            account_id: ACCOUNT_ID,
            api_id: API_ID,
            domain_name: api_domain(),
            domain_prefix: API_ID,
            http: Http {
                method: &request.method,
                path: &request.path,
                protocol: "HTTP/1.1",
                source_ip: VISITOR_ADDRESS,
                user_agent: request.header("User-Agent").unwrap_or(""),
            },
            request_id: super::identity::gateway_request_id(request_id),
            route_key,
            stage: DEFAULT_STAGE,
            time: received.to_request_time(),
            time_epoch: received.epoch_millis(),
        },
        path_parameters: joined(path_parameters.into_iter()),
        body: request.body.as_ref().map(|body| match body {
            Body::Text(text) | Body::Base64(text) => text.as_str(),
        }),
        is_base64_encoded: matches!(request.body, Some(Body::Base64(_))),
    };
    serde_json::to_string(&event)
        .expect("strings, numbers and maps with string keys can be written as JSON")
}

/// Each name with its values, joined with commas.
fn joined(pairs: impl Iterator<Item = (String, String)>) -> NamedValues<String> {
    let mut values_by_name: NamedValues<String> = NamedValues::new();
    for (name, value) in pairs {
        match values_by_name.get_mut(&name) {
            Some(values) => {
                values.push(',');
                values.push_str(&value);
            }
            None => values_by_name.push(name, value),
        }
    }
    values_by_name
}
