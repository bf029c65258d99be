//! Discrete-event simulation of execution environments: who serves which request, who starts cold, who is kept warm
//! and for how long. Knows nothing of event payloads, JavaScript, money or pixels.
//!
//! The pool drives, a [`Service`] answers: it says how long an init and an invocation take and what becomes of the
//! environment. Environments share nothing, so an invocation is run to its end when it is dispatched.
//!
//! Within one instant: completions (lowest environment first), then waiting requests are served, then others give up,
//! then expiries, then interventions, then arrivals, the last two in the order in which they are handed in. The order
//! is one of precedence: what a later kind causes within the instant comes before the next of that kind. So an arrival
//! exactly at an end is warm, one exactly at an expiry is cold, a request of no duration frees its environment for the
//! next of its instant, and with a keep-alive of zero nothing is ever warm.
//!
//! There is one implementation, [`Pool`]. Its type parameters say which rules a run may need ([`Rules`]) and what it
//! writes down ([`Record`]), so that a sum over ten million requests and the reader's own handler are the same code.

mod bit_set;
mod burst;
mod completions;
mod idle;
mod interventions;
mod keep_alive_curve;
mod placement;
mod policy;
#[allow(
    clippy::module_inception,
    reason = "the pool is what this module is about"
)]
mod pool;
mod record;
mod router;
mod rules;
mod script;
mod service;
mod slots;
mod trace;
mod traffic;
mod usage;

pub use keep_alive_curve::KeepAliveCurve;
pub use policy::{BurstLimit, OnLimit, PoolPolicy, Routing};
pub use pool::Pool;
pub use record::{Counts, Dispatch, Record};
pub use router::{LeastRecentlyUsed, MostRecentlyUsed, Newest, Oldest, Ranked, Router};
pub use rules::{Complete, Plain, Rules};
pub use script::{Script, ScriptedService};
pub use service::{Fate, Init, InvocationSlot, Served, Service};
pub use trace::{EndReason, EnvironmentRecord, OutcomeCode, PoolTrace, StartKind};
pub use traffic::{ArrivalProcess, Arrivals, Rate, ServiceTime, ServiceTimes};
pub use usage::Usage;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod table;
