//! Requests and responses as people write them. Knows nothing of functions, events or pools.

mod curl_command;
mod paste;
mod path;
mod query;
mod request;
mod response;

pub use curl_command::curl_command;
pub use paste::{PasteError, parse_pasted};
pub use path::match_path;
pub use query::parse_query;
pub use request::{Body, Header, Request};
pub use response::{Response, reason_phrase};
