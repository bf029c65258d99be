//! The two forms in which the gateway hands a request to a function and takes its answer back.

use serde::{Deserialize, Serialize};

use super::{Outcome, http_api_event, http_api_response, proxy_event, proxy_response};
use crate::http::{Request, Response};
use crate::units::{CalendarTime, SimDuration};

/// A REST API waits so long for its function (API Gateway quotas, "Integration timeout").
const REST_API_WAITS: SimDuration = SimDuration::from_secs(29);
/// An HTTP API waits so long.
const HTTP_API_WAITS: SimDuration = SimDuration::from_secs(30);

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

    /// The response that this gateway makes of an outcome, which was there so long after the request.
    pub fn response(self, outcome: &Outcome, after: SimDuration) -> Response {
        let too_late = |status, body: &str, seconds| Response {
            hint: Some(format!(
                "The gateway waits {seconds} seconds for a function, and yours took longer. It may have done its work \
                 all the same."
            )),
            ..Response::json(status, body)
        };
        match self {
            EventFormat::RestApi if after > REST_API_WAITS => {
                too_late(504, r#"{"message": "Endpoint request timed out"}"#, 29)
            }
            EventFormat::HttpApi if after > HTTP_API_WAITS => {
                too_late(503, r#"{"message":"Service Unavailable"}"#, 30)
            }
            EventFormat::RestApi => proxy_response(outcome),
            EventFormat::HttpApi => http_api_response(outcome),
        }
    }
}
