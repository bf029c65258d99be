//! What the gateway before a function costs, as an option on top.

use crate::units::Money;

/// A gateway that turns requests of the web into events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gateway {
    /// A stable name.
    pub id: &'static str,
    /// The name for people.
    pub name: &'static str,
    /// From when the price holds.
    pub since: &'static str,
    /// Where it was read.
    pub source: &'static str,
    /// For each request, also one that the function throttles or fails. The first tier; the free first year is not
    /// counted.
    pub price_per_request: Money,
}

/// API Gateway's REST API: $3.50 per million.
pub static REST_API: Gateway = Gateway {
    id: "rest-api",
    name: "API Gateway, REST API",
    since: "2018",
    source: "API Gateway pricing, text of 2018",
    price_per_request: Money::from_nano_dollars(3_500),
};

/// API Gateway's HTTP API: $1.00 per million.
pub static HTTP_API: Gateway = Gateway {
    id: "http-api",
    name: "API Gateway, HTTP API",
    since: "December 2019",
    source: "AWS blog, December 2019",
    price_per_request: Money::from_nano_dollars(1_000),
};

/// All gateways, oldest first.
pub static GATEWAYS: [&Gateway; 2] = [&REST_API, &HTTP_API];
