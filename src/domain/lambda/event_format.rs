//! The two forms in which the gateway hands a request to a function and takes its answer back.

use serde::{Deserialize, Serialize};

use super::{Outcome, http_api_event, http_api_response, proxy_event, proxy_response};
use crate::http::{Request, Response};
use crate::units::CalendarTime;

/// Which gateway stands before the function.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum EventFormat {
    /// A REST API with a proxy integration: payload 1.0, as in 2016.
    #[default]
    RestApi,
    /// An HTTP API (December 2019) or a function URL (April 2022): payload 2.0.
    HttpApi,
}

impl EventFormat {
    /// The event that this gateway makes of a request, as JSON text.
    pub fn event(self, request: &Request, request_id: &str, received: CalendarTime) -> String {
        match self {
            EventFormat::RestApi => proxy_event(request, request_id, received),
            EventFormat::HttpApi => http_api_event(request, request_id, received),
        }
    }

    /// The response that this gateway makes of an outcome.
    pub fn response(self, outcome: &Outcome) -> Response {
        match self {
            EventFormat::RestApi => proxy_response(outcome),
            EventFormat::HttpApi => http_api_response(outcome),
        }
    }
}
