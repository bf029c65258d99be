//! The names under which the one simulated function runs.

use crate::units::{CalendarTime, Draws, MemorySize};

/// The function's name.
pub const FUNCTION_NAME: &str = "myFunction";
/// The version that is invoked.
pub const FUNCTION_VERSION: &str = "$LATEST";
/// The account in all identifiers: the one that AWS uses in its examples.
pub const ACCOUNT_ID: &str = "123456789012";
/// The region of the prices and of all identifiers.
pub const REGION: &str = "us-east-1";

/// The id of the API in front of the function.
pub(super) const API_ID: &str = "kite0shop1";
/// Where every visitor seems to come from: an address that is reserved for documentation (RFC 5737).
pub(super) const VISITOR_ADDRESS: &str = "203.0.113.7";

/// The host name of the API.
pub fn api_domain() -> String {
    format!("{API_ID}.execute-api.{REGION}.amazonaws.com")
}

/// An id in the form that the gateway gives to a request, made from the function's own.
pub(super) fn gateway_request_id(request_id: &str) -> String {
    let digits: String = request_id
        .chars()
        .filter(|letter| *letter != '-')
        .take(15)
        .collect();
    format!("{digits}=")
}

/// What the context object tells besides functions, ready to be handed to the reader's code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvocationIdentity {
    /// `awsRequestId`
    pub request_id: String,
    /// `logStreamName`: one for each environment.
    pub log_stream_name: String,
    /// `memoryLimitInMB`, which is a string in the real object as well.
    pub memory_limit: String,
}

impl InvocationIdentity {
    /// `/aws/lambda/<name>`
    pub fn log_group_name() -> String {
        format!("/aws/lambda/{FUNCTION_NAME}")
    }

    /// `arn:aws:lambda:<region>:<account>:function:<name>`
    pub fn invoked_function_arn() -> String {
        format!("arn:aws:lambda:{REGION}:{ACCOUNT_ID}:function:{FUNCTION_NAME}")
    }

    /// The name of an environment's log stream: `2016/12/23/[$LATEST]<32 hexadecimal digits>`.
    pub fn log_stream_name(created: CalendarTime, draws: &mut Draws) -> String {
        format!(
            "{}/[{FUNCTION_VERSION}]{}",
            created.to_log_stream_date(),
            draws.hex(32)
        )
    }

    /// The trace header of the request (`_X_AMZN_TRACE_ID`), made from its id and not sampled.
    pub fn trace_id(&self) -> String {
        let digits = self.request_id.replace('-', "");
        let part = |from: usize, to: usize| digits.get(from..to).unwrap_or_default();
        format!(
            "Root=1-{}-{};Parent={};Sampled=0",
            part(0, 8),
            part(8, 32),
            part(16, 32)
        )
    }

    /// The memory limit as the context object prints it.
    pub fn memory_limit(memory: MemorySize) -> String {
        memory.megabytes().to_string()
    }
}
