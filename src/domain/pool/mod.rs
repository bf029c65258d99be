//! Discrete-event simulation of execution environments: who serves which request, who starts cold, who is kept warm
//! and for how long. Knows nothing of event payloads, JavaScript, money or pixels.
//!
//! The pool drives, a [`Service`] answers: it says how long an init and an invocation take and what becomes of the
//! environment. Environments share nothing, so an invocation is run to its end when it is dispatched.
//!
//! Within one instant: completions (lowest environment first), then expiries, then interventions, then arrivals, the
//! last two in the order in which they are handed in. So an arrival exactly at an end is warm, one exactly at an
//! expiry is cold, and with a keep-alive of zero nothing is ever warm.

mod policy;
mod service;
mod simulation;
mod trace;

pub use policy::PoolPolicy;
pub use service::{Fate, Init, InvocationSlot, Served, Service};
pub use simulation::Pool;
pub use trace::{EndReason, EnvironmentRecord, OutcomeCode, PoolTrace, StartKind};

#[cfg(test)]
mod properties;
#[cfg(test)]
mod table;
