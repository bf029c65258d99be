//! The event that a REST API's proxy integration makes of a request (payload format 1.0).
//!
//! Source: API Gateway Developer Guide, "Input format of a Lambda function for proxy integration". What is not there
//! is `null`, never `{}` or `""`. The keys have the order in which AWS's own examples print them.

use serde::Serialize;

use super::identity::{ACCOUNT_ID, API_ID, VISITOR_ADDRESS, api_domain, gateway_request_id};
use super::named_values::NamedValues;
use crate::http::{Body, Request, match_path, parse_query};
use crate::units::CalendarTime;

const STAGE: &str = "prod";
const RESOURCE_ID: &str = "abc123";
const TAKES_EVERY_PATH: &str = "/{proxy+}";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Event<'a> {
    resource: &'a str,
    path: &'a str,
    http_method: &'a str,
    headers: NamedValues<&'a str>,
    multi_value_headers: NamedValues<Vec<&'a str>>,
    query_string_parameters: Option<NamedValues<&'a str>>,
    multi_value_query_string_parameters: Option<NamedValues<Vec<&'a str>>>,
    path_parameters: Option<NamedValues<&'a str>>,
    stage_variables: Option<()>,
    request_context: RequestContext<'a>,
    body: Option<&'a str>,
    is_base64_encoded: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RequestContext<'a> {
    resource_id: &'a str,
    resource_path: &'a str,
    http_method: &'a str,
    extended_request_id: &'a str,
    request_time: String,
    path: String,
    account_id: &'a str,
    protocol: &'a str,
    stage: &'a str,
    domain_prefix: &'a str,
    request_time_epoch: i64,
    request_id: &'a str,
    identity: Identity<'a>,
    domain_name: String,
    api_id: &'a str,
}

/// The visitor. Everything that only signed requests or a user pool would fill is null.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Identity<'a> {
    cognito_identity_pool_id: Option<()>,
    account_id: Option<()>,
    cognito_identity_id: Option<()>,
    caller: Option<()>,
    source_ip: &'a str,
    principal_org_id: Option<()>,
    access_key: Option<()>,
    cognito_authentication_type: Option<()>,
    cognito_authentication_provider: Option<()>,
    user_arn: Option<()>,
    user_agent: Option<&'a str>,
    user: Option<()>,
}

/// The event for `request`, which API Gateway received at `received` under the id `request_id`, as JSON text.
pub fn proxy_event(request: &Request, request_id: &str, received: CalendarTime) -> String {
    // The root path is a resource of its own: `{proxy+}` takes at least one segment.
    let every_path = if request.path == "/" {
        "/"
    } else {
        TAKES_EVERY_PATH
    };
    let resource = request.resource.as_deref().unwrap_or(every_path);
    let query = parse_query(&request.query);
    let headers: Vec<(String, String)> = request
        .headers
        .iter()
        .map(|header| (header.name.clone(), header.value.clone()))
        .collect();
    let path_parameters = match_path(resource, &request.path).unwrap_or_default();
    let extended_request_id = gateway_request_id(request_id);
    let event = Event {
        resource,
        path: &request.path,
        http_method: &request.method,
        headers: last_values(&headers),
        multi_value_headers: all_values(&headers),
        query_string_parameters: last_values(&query).unless_empty(),
        multi_value_query_string_parameters: all_values(&query).unless_empty(),
        path_parameters: last_values(&path_parameters).unless_empty(),
        stage_variables: None,
        request_context: RequestContext {
            resource_id: RESOURCE_ID,
            resource_path: resource,
            http_method: &request.method,
            extended_request_id: &extended_request_id,
            request_time: received.to_request_time(),
            path: format!("/{STAGE}{}", request.path),
            account_id: ACCOUNT_ID,
            protocol: "HTTP/1.1",
            stage: STAGE,
            domain_prefix: API_ID,
            request_time_epoch: received.epoch_millis(),
            request_id,
            identity: Identity {
                cognito_identity_pool_id: None,
                account_id: None,
                cognito_identity_id: None,
                caller: None,
                source_ip: VISITOR_ADDRESS,
                principal_org_id: None,
                access_key: None,
                cognito_authentication_type: None,
                cognito_authentication_provider: None,
                user_arn: None,
                user_agent: request.header("User-Agent"),
                user: None,
            },
            domain_name: api_domain(),
            api_id: API_ID,
        },
        body: request.body.as_ref().map(|body| match body {
            Body::Text(text) | Body::Base64(text) => text.as_str(),
        }),
        is_base64_encoded: matches!(request.body, Some(Body::Base64(_))),
    };
    serde_json::to_string(&event)
        .expect("strings, numbers and maps with string keys can be written as JSON")
}

/// Each name with its last value.
fn last_values(pairs: &[(String, String)]) -> NamedValues<&str> {
    let mut values_by_name = NamedValues::new();
    for (name, value) in pairs {
        match values_by_name.get_mut(name) {
            Some(last) => *last = value.as_str(),
            None => values_by_name.push(name.clone(), value),
        }
    }
    values_by_name
}

/// Each name with the list of its values.
fn all_values(pairs: &[(String, String)]) -> NamedValues<Vec<&str>> {
    let mut values_by_name: NamedValues<Vec<&str>> = NamedValues::new();
    for (name, value) in pairs {
        match values_by_name.get_mut(name) {
            Some(values) => values.push(value),
            None => values_by_name.push(name.clone(), vec![value]),
        }
    }
    values_by_name
}
