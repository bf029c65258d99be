//! The `simulate` document: a policy, arrivals with their durations and interventions as one JSON text go in, every
//! invocation and the totals as another come out.
//!
//! Where the words of the document leave something open:
//!
//! * A container without a use counts, for `mru` and `lru`, as last used when it was created.
//! * Zero-duration requests that are served from the queue end before the next waiting request is looked at, since
//!   completions come before waiting requests.
//! * With several requests per container, joiners of a container whose init fails get the same `initError` at the same
//!   instant, and joiners that are killed during init a null start; neither is billed, because the init belongs to the
//!   request that caused it. Joiners of a container whose init is aborted at its limit start at the limit. A request
//!   that times out leaves the others and the container alone.
//! * A kill at the very instant at which an init ends finds the handler running: `startMs` is that instant.
//! * Provisioned containers that are killed, or lost by a timeout, are not replaced. A deployment changes nothing for
//!   provisioned ones: whoever is in one goes on, and it takes more.
//! * Waiting requests that nothing would ever serve count as throttled.
//! * Every request that is not throttled counts as started, also one whose init fails.
//! * An intervention is an event, also one without an effect: the default horizon is not before it. Interventions and
//!   samples may be listed in any order; interventions of one instant happen in the order of the list.

mod answer;
mod carry_out;
mod number;
mod question;
mod totals;

pub use super::invoke_document::Refusal;
pub use answer::{Millis, Row, answer, totals};
pub use carry_out::{Carried, Sample, carry_out};
pub use question::{Arrival, Billing, Detail, Intervention, Question, read};
pub use totals::Totals;

#[cfg(test)]
mod tests;
