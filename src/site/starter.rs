//! What a lab starts with: code, and the request that stands in its request line.

use domain::http::Request;

/// The first-visit state of a lab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Starter {
    /// The text of `index.js`.
    pub(crate) code: String,
    /// What tells this lab from others on the same page.
    pub(crate) name: Option<String>,
    /// The request that `Send request` sends.
    pub(crate) request: Request,
}
