//! The function contract of AWS Lambda's managed Node.js runtimes: what a function is given, what it may give back,
//! and what becomes of it. Knows nothing of pools, of a JavaScript engine or of browsers.
//!
//! Facts come from AWS's Node.js runtime client (version 3 of its source: the behaviour of `nodejs22.x` and older),
//! the Lambda Developer Guide and the API Gateway Developer Guide; each module names what it took from where.

mod deployment;
mod error;
mod event_format;
mod event_text;
mod guarded;
mod http_api_event;
mod http_api_response;
mod identity;
mod limits;
mod log;
mod named_values;
mod outcome;
mod platform_lines;
mod proxy_event;
mod proxy_response;
mod runtime;

pub use deployment::{Deployment, HandlerName, ModuleFormat, NodeRuntime};
pub use error::{FunctionError, SourcePosition};
pub use event_format::EventFormat;
pub use event_text::{EventMistake, check_event, pretty_json};
pub use guarded::{Guarded, TurnIndex, Verdict};
pub use http_api_event::http_api_event;
pub use http_api_response::http_api_response;
pub use identity::{
    ACCOUNT_ID, FUNCTION_NAME, FUNCTION_VERSION, InvocationIdentity, REGION, api_domain,
};
pub use limits::{
    CpuTime, INIT_LIMIT, MAX_UNITS_PER_INVOCATION, REQUEST_LIMIT_BYTES, RESPONSE_LIMIT_BYTES,
};
pub use log::{LogLevel, LogLine, Phase};
pub use outcome::Outcome;
pub use platform_lines::{Report, ReportForm, end_line, start_line, timeout_line};
pub use proxy_event::proxy_event;
pub use proxy_response::proxy_response;
pub use runtime::{
    EnvironmentFacts, FunctionRuntime, InitReport, InvocationReport, InvocationRequest,
};
